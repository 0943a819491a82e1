//! A stand-in for the library's module `json`.

mod codec {
    include!("../../data/bindings/json.rs");
}
pub mod fast;
pub mod general;
#[path = "../../../../protocol/json/members.rs"]
pub mod members;
