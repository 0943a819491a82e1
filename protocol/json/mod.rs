//! Reading events from JSON text, and writing them.
//!
//! ```text
//!            text ── fast ──────────────► Event            the usual form
//!                     │ declined
//!                     ▼
//!            surrogates, general ───────► Event            any valid form, through serde
//!                     │ error
//!                     ▼
//!            diagnosis ─────────────────► DecodeError      every violation, with its pointer
//! ```
//!
//! Writing has two stages: the fast path writes events of the usual form, and serde all others.
//!
//! The generator writes one list of [members] for each object type ([codec]); both paths use it.

mod codec;
mod decode;
mod depth;
mod diagnosis;
mod encode;
mod error;
pub(crate) mod fast;
pub(crate) mod general;
pub(crate) mod members;
mod number_text;
mod policy;
mod raw;
mod surrogates;

pub(crate) use encode::{append, below_index, to_json};
pub use error::DecodeError;
#[cfg(feature = "edge")]
pub(crate) use error::unreadable;
pub(crate) use fast::close_array;
pub use policy::Policy;
#[cfg(feature = "edge")]
pub(crate) use surrogates::{originals, replace_lone, to_vec as restored};
