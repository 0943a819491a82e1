//! The server's side: requests in, replies out.

mod incoming;
mod rejection;
mod reply;
mod route;

pub use incoming::Incoming;
pub use rejection::Rejection;
pub use route::Route;
