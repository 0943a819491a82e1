//! Typed events, sessions and requests of the Adobe Streaming Media Collection API.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod bindings;
mod decode;
mod encode;
mod error;
mod event;
mod extra;
mod metadata;
mod mode;
mod number;
pub mod schema;
mod support;
mod violation;

pub use bindings::*;
pub use decode::{Policy, Tolerant};
pub use error::{ConstraintError, DecodeError, EncodeError, UnknownName};
pub use event::{Event, EventExtra, NotASessionStart, OtherEvent, SessionStart};
pub use extra::Extra;
pub use metadata::{CustomMetadata, InvalidMetadataKey, WithMetadata};
pub use mode::Mode;
pub use violation::{Keyword, Violation, Violations};
