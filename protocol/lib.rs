//! Typed events, sessions and requests of the Adobe Streaming Media Collection API.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod bindings;
mod client;
mod decode;
mod encode;
mod error;
mod event;
mod extra;
mod metadata;
mod mode;
mod number;
pub mod schema;
mod session;
mod support;
mod violation;
mod wire;

pub use bindings::*;
pub use client::{
    Accepted, Answer, Collector, Completed, Created, InvalidCollector, LiveAd, LiveAdBreak,
    LiveSession, Next, NotCreated, NotSent, OnlineRecorder, Opening, RemoteViolation, Reopening,
    ResponseError, RetryAfter, Session, Unsent, Uploaded,
};
pub use decode::{Policy, Tolerant};
pub use error::{ConstraintError, DecodeError, EncodeError, UnknownName};
pub use event::{Event, EventExtra, NotASessionStart, OtherEvent, SessionStart};
pub use extra::Extra;
pub use metadata::{CustomMetadata, InvalidMetadataKey, WithMetadata};
pub use mode::Mode;
pub use session::{
    AdBreakBuilder, AdBuilder, AnyBuilder, DecodeSessionError, DownloadedSession, Finding,
    InvalidSession, Linter, Recorded, Recorder, Refused, Repairs, Rule, SessionBuilder, Severity,
    Unchanged, lint, places,
};
pub use violation::{Keyword, Violation, Violations};
pub use wire::{Call, InvalidSessionId, Method, SessionId};

/// The `http` crate that requests and responses are made of.
pub use http;
