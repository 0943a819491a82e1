//! Typed events, sessions and requests of the Adobe Streaming Media Collection API.
//!
//! # The protocol in a minute
//!
//! A viewing is one *media session*. It begins with a [`SessionStart`], which says what is
//! watched, by whom, and where that is reported; then come events: [`play`](Event::play),
//! [`ping`](Event::ping) every ten seconds (every second in ads), pauses, buffering, ad breaks
//! and the ads in them, chapters, player states, quality and errors; then
//! [`sessionComplete`](Event::session_complete) if the content was watched to its end, and
//! [`sessionEnd`](Event::session_end). Every event carries a [`PlayerTime`]: the *playhead* in
//! seconds of the content (for live content the second of the day) and a timestamp in
//! milliseconds since 1970. Nothing says how long something took; the back end adds up the
//! timestamps between events.
//!
//! | endpoint | what goes there | good answer |
//! |---|---|---|
//! | `POST /api/v1/sessions` | one `sessionStart` | 201, the session's id in `Location` |
//! | `POST /api/v1/sessions/{sid}/events` | one event | 204 |
//! | `POST /api/v1/downloaded` | a whole session, as an array | 201 |
//! | `GET /api/v1/schemas/{eventType}` | nothing | 200, the JSON schema of that event |
//!
//! An event that its schema refuses is answered with 400, and a downloaded session with one such
//! event is discarded as a whole. Events in a wrong order are accepted, and ignored in silence.
//! This crate is there so that neither happens.
//!
//! # Where to begin
//!
//! | you want to | begin with |
//! |---|---|
//! | record a viewing on the device and send it later | [`Session::downloaded`], or [`Recorder`] if callbacks drive you |
//! | report a viewing while it lasts | [`Session::online`], or [`OnlineRecorder`] if callbacks drive you |
//! | make requests, and know what an answer means | [`Collector`], [`Created`], [`Accepted`], [`Uploaded`], [`ResponseError::next`] |
//! | read events that somebody sent | [`Event::decode`], [`DownloadedSession::decode`], [`Policy`] |
//! | know what is wrong with a session | [`DecodeError::violations`], [`lint`], [`Rule`] |
//! | send a recording that was cut off | [`DownloadedSession::repair`] |
//! | keep sessions on the device until they are sent | the module `store`, with the feature of that name |
//! | build a collector | [`Incoming`], [`Rejection`], [`Linter`] |
//! | work without the `http` crate | [`Call`] |
//!
//! # What to do about an answer
//!
//! | answer | error | what to do |
//! |---|---|---|
//! | 400 and others that blame the body | [`ResponseError::Rejected`] | mend it or set it aside; the same is refused again |
//! | 404, 410 on an event | [`ResponseError::SessionLost`] | open a new session with `media.resume`, as [`OnlineRecorder`] does by itself, or [`LiveSession::reopen`] |
//! | 404, 405, 410 elsewhere | [`ResponseError::NoEndpoint`] | check the address; [`Collector::upload_legacy`] is the deprecated form |
//! | 408, 429, 5xx | [`ResponseError::Unavailable`] | keep it, and send it again later |
//! | redirections, demands for credentials | [`ResponseError::Unexpected`] | keep it, and check the address and the way there |
//! | none | none | keep it, and send it again: an upload may then arrive twice |
//!
//! # Two layers of rules for values
//!
//! The schema documents decide what is *valid*: the reader accepts exactly what they accept. A
//! *careful sender* keeps more than that (a playhead is not negative, ads are counted from one,
//! ids are not empty); `check`, on every type, tells, and so do `validator::Validate` and the
//! [`lint`]. Received events are never refused for it.
//!
//! # Names
//!
//! Types and fields have the names of the wire, without the prefix that their type states:
//! `media.ad.podPosition` is [`AdStartParams::pod_position`]. Searching for a wire key in this
//! documentation finds its field.
#![forbid(unsafe_code)]
#![deny(missing_docs)]
// Newer schema documents may give a bare variant parameters: `Play { .. }` matches both.
#![allow(clippy::unneeded_struct_pattern)]

mod client;
mod constraints;
mod event;
mod json;
pub mod schema;
mod server;
mod session;
#[cfg(feature = "store")]
pub mod store;
mod wire;

pub use client::{
    Answer, Collector, Completed, InvalidCollector, LiveAd, LiveAdBreak, LiveSession, Next,
    NotCreated, NotSent, OnlineRecorder, Opening, Reopening, ResponseError, RetryAfter, Session,
    Unsent,
};
pub use constraints::{ConstraintError, EncodeError, Keyword, UnknownName, Violation, Violations};
pub use event::*;
pub use json::{DecodeError, Policy};
pub use schema::Mode;
pub use server::{Incoming, Rejection, Route};
pub use session::{
    AdBreakBuilder, AdBuilder, AnyBuilder, DownloadedSession, Finding, InvalidSession, Linter,
    Recorded, Recorder, Refused, Repairs, Rule, SessionBuilder, Severity, Unchanged, lint, places,
};
pub use wire::{
    Accepted, Call, Created, DecodeSessionError, InvalidSessionId, Method, ReportedViolation,
    SessionId, Uploaded,
};

/// The `http` crate that requests and responses are made of.
pub use http;

/// The README's snippets compile.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
