//! The command `media-collection` as others run it: what it prints, how it ends, and what is left
//! when it is killed.

#[path = "../../../collector/tests/support/mod.rs"]
mod support;

mod check;
mod collect;
mod crash;
mod help;
mod network;
mod persisted;
mod process;
mod stored;
mod timeline;
mod tls;
