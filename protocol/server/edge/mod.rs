//! The server's side of the Media Edge API: decodes requests, and makes the replies.

mod cors;
mod head;
mod incoming;
mod items;
mod options;
mod reason;
mod received;
mod rejection;
mod reply;
mod route;
mod violations;

pub use head::Head;
pub use incoming::Incoming;
pub use options::IncomingOptions;
pub use reason::Reason;
pub use received::{Received, ReceivedContent, ReceivedItem};
pub use rejection::Rejection;
pub use reply::Reply;
pub use route::Route;
