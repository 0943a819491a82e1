//! Trackers do what the rules say: on the calls of every capture, and in scripts of their own.

mod arguments;
mod capture;
mod conformance;
mod driven;
mod ios;
mod jitter;
mod kept;
mod player;
mod replay;
mod script;
mod sent;
mod stored;
