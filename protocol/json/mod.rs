//! JSON text into events and back.
//!
//! ```text
//!            text ── fast ──────────────► Event            the usual form
//!                     │ declined
//!                     ▼
//!            surrogates, general ───────► Event            any valid form, through serde
//!                     │ refused
//!                     ▼
//!            diagnosis ─────────────────► DecodeError      every violation, with its place
//! ```
//!
//! Writing mirrors the first two: the fast path writes what has the usual form, and serde the rest.
//!
//! An object type has one list of its [members], which the generator writes ([codec]); both
//! paths follow it.

mod codec;
mod decode;
mod depth;
mod diagnosis;
mod encode;
mod error;
pub(crate) mod fast;
pub(crate) mod general;
pub(crate) mod members;
mod number;
mod policy;
mod surrogates;

pub(crate) use encode::{append, below_index, to_json};
pub use error::DecodeError;
pub(crate) use fast::close_array;
pub use policy::Policy;
