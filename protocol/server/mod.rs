//! The server's side: decodes requests, and makes the replies.

#[cfg(feature = "edge")]
mod edge;
mod incoming;
mod private_network;
mod rejection;
mod reply;
mod route;

#[cfg(feature = "edge")]
pub use edge::{
    Head, Incoming as EdgeIncoming, IncomingOptions, Reason, Received, ReceivedContent,
    ReceivedItem, Rejection as EdgeRejection, Reply, Route as EdgeRoute,
};
pub use incoming::Incoming;
pub use rejection::Rejection;
pub use route::Route;
