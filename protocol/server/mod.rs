//! The server's side: requests in, answers out. It mirrors the client's, name for name.

mod incoming;
mod rejection;
mod reply;
mod route;

pub use incoming::Incoming;
pub use rejection::Rejection;
pub use route::Route;
