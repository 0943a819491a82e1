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
    Arrived, Head, Incoming as EdgeIncoming, IncomingOptions, Reason, Received, ReceivedItem,
    Rejection as EdgeRejection, Reply, Route as EdgeRoute,
};
pub use incoming::Incoming;
pub use rejection::Rejection;
pub use route::Route;
