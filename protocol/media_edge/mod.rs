//! Bodies of the Media Edge API: events as its requests have them, and back.

mod around;
mod body;
mod content;
mod envelope;
mod fast;
mod forms;
mod general;
mod generated;
mod item;
mod items;
mod json_object;
mod keys;
mod lenient;
mod lost;
mod options;
mod parts;
mod passed_on;
mod place;
mod request;
mod table;
mod tenant;
mod time;
mod to_collection;
mod to_edge;
mod told;
mod valid;
mod written;

pub use content::Content;
pub use envelope::{Envelope, EnvelopeMembers, Identity, Implementation};
pub use item::Item;
pub use items::{Items, Unread};
pub use json_object::JsonObject;
pub(crate) use keys::DOWNLOADED;
pub use lost::{Lost, lost_in_collection, lost_in_edge};
pub use options::ReadOptions;
pub(crate) use parts::{
    Parts, downloaded_list_pointer, downloaded_pointer, endpoint, endpoint_of, is_time,
    item_pointer, session_id_pointer, without_null_quality,
};
pub use place::json_path;
pub use request::Request;
pub use told::{concerns_edge, place_of, told_in_edge};
