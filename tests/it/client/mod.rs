//! The client's side: addresses, requests, what responses mean, and all that over HTTP stacks.

mod addresses;
mod calls;
mod responses;
mod stacks;
