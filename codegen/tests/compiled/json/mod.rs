//! Reading and writing lists of keys.

#[path = "../../data/bindings/json.rs"]
mod codec;
pub mod fast;
pub mod general;
#[path = "../../../../protocol/json/members.rs"]
pub mod members;
