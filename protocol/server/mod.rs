//! The server's side: decodes requests, and makes the replies.

mod incoming;
mod rejection;
mod reply;
mod route;

pub use incoming::Incoming;
pub use rejection::Rejection;
pub use route::Route;
