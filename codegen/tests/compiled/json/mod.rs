//! Reading and writing lists of keys.

mod codec {
    include!("../../data/bindings/json.rs");
}
pub mod fast;
pub mod general;
#[path = "../../../../protocol/json/members.rs"]
pub mod members;
