//! Typed events, sessions and requests of Adobe's two APIs for media playback: the Streaming Media
//! Collection API and, with the feature `edge`, [Media Edge](#media-edge).
//!
//! # The protocol in a minute
//!
//! A viewing is reported as a *media session*, or as several one after another if it lasts long. A
//! session begins with a [`SessionStart`], which says what is watched, by whom, and where that is
//! reported. Then come events: [`play`](Event::play), [`ping`](Event::ping) every ten seconds (every
//! second in ads), pauses, buffering, ad breaks and the ads in them, chapters, player states,
//! quality and errors. At the end comes
//! [`sessionComplete`](Event::session_complete) if the content was watched to its end, and
//! [`sessionEnd`](Event::session_end). Every event carries a [`PlayerTime`]: the *playhead* in
//! seconds of the content (for live content the second of the day) and a timestamp in
//! milliseconds since 1970. No event says how long something took; the back end adds up the
//! timestamps between events.
//!
//! | endpoint | what goes there | success |
//! |---|---|---|
//! | `POST /api/v1/sessions` | one `sessionStart` | 201, the session's id in `Location` |
//! | `POST /api/v1/sessions/{sid}/events` | one event | 204 |
//! | `POST /api/v1/downloaded` | a whole session, as an array | 201 |
//! | `GET /api/v1/schemas/{eventType}` | nothing | 200, the JSON schema of that event |
//!
//! An event that violates its schema is rejected with 400, and a downloaded session with one such
//! event is discarded as a whole. Events in a wrong order are accepted and silently ignored. This
//! crate prevents both.
//!
//! # A player
//!
//! A [`Tracker`](tracker::Tracker) is told what the player does and what time it is. It decides which
//! events are recorded: pings, no `play` before a pre-roll, another session after a long pause.
//!
//! ```
//! use media_collection::SteadyClock;
//! use media_collection::tracker::{DownloadedSessions, Tracker};
//! # let film = media_collection::SessionStartParams::builder().analytics_report_suite("suite")
//! #     .analytics_tracking_server("t.example.com").visitor_marketing_cloud_org_id("ORG@AdobeOrg")
//! #     .id("film").length(60.0).content_type("vod").player_name("tv").channel("c").build();
//!
//! let clock = SteadyClock::new();
//! let mut tracker = Tracker::new(DownloadedSessions::new()); // or online, or in a store
//! tracker.session_start(clock.now(), film)?; // its `SessionStartParams`
//! tracker.play(clock.now())?;
//! tracker.playhead(clock.now(), 0.3)?; // at least once a second
//! // The run loop calls this at `tracker.poll_timeout()`.
//! tracker.handle_timeout(clock.now())?;
//! tracker.complete(clock.now())?;
//! let sessions = tracker.sessions_mut().take();
//! assert_eq!(sessions[0].lint(), []);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Event by event, offline
//!
//! Without a tracker, a [`Recorder`] takes events as they come, in memory or in a store:
//!
//! ```
//! use media_collection::{AdBreakStartParams, AdStartParams, Collector, Recorder, SteadyClock};
//! # use media_collection::{SessionStart, SessionStartParams};
//!
//! # fn record() -> Result<(), Box<dyn std::error::Error>> {
//! // Made once. It does not step, and goes on while the device sleeps.
//! let clock = SteadyClock::new();
//! let params = SessionStartParams::builder() // what is required and missing does not compile
//!     .analytics_tracking_server("metrics.example.com")
//!     .analytics_report_suite("example-suite")
//!     .visitor_marketing_cloud_org_id("0123456789ABCDEF@AdobeOrg")
//!     .id("episode-42")
//!     .length(1_800.0)
//!     .content_type("vod")
//!     .player_name("living-room")
//!     .channel("example")
//!     .build();
//! let mut recorder = Recorder::downloaded(SessionStart::new(clock.at(0.0), params));
//!
//! // What the player's callbacks say, in any order: the playhead in seconds, and now.
//! recorder.play(clock.at(0.0))?;
//! recorder.ping(clock.at(10.0))?;
//! recorder.ad_break_start(clock.at(12.0), AdBreakStartParams::new(1, 12.0))?;
//! let spot = AdStartParams::builder().id("spot-7").length(15.0).pod_position(1).player_name("tv");
//! recorder.ad_start(clock.at(12.0), spot.build())?;
//! recorder.play(clock.at(12.0))?; // the ad plays; the playhead stays
//! // The ad library never says that the ad ended: it is closed with its break.
//! let recorded = recorder.ad_break_complete(clock.at(12.0))?;
//! assert!(recorded.closed.ad);
//! recorder.play(clock.at(12.0))?;
//! recorder.finish(clock.at(1_800.0))?;
//!
//! let session = recorder.into_session();
//! let collector: Collector = "https://example.hb-api.omtrdc.net".parse()?;
//! let request = collector.upload(&session)?; // an `http::Request<Vec<u8>>`, for any HTTP stack
//! # Ok(())
//! # }
//! # record().unwrap();
//! ```
//!
//! # Event by event, online
//!
//! ```
//! use media_collection::recorder::NextRequest;
//! use media_collection::{Collector, Recorder, SessionStart, SteadyClock, http};
//!
//! fn report(
//!     start: SessionStart,
//!     send: impl Fn(http::Request<Vec<u8>>) -> Option<http::Response<Vec<u8>>>,
//!     clock: &SteadyClock, // milliseconds since 1970
//!     random: impl Fn() -> f64, // from 0 to 1
//! ) -> Result<(), Box<dyn std::error::Error>> {
//!     let collector: Collector = "https://example.hb-api.omtrdc.net".parse()?;
//!     let mut recorder = Recorder::online(start);
//!     recorder.play(clock.at(0.0))?;
//!     recorder.finish(clock.at(60.0))?;
//!
//!     while let NextRequest::Send(outgoing) = recorder.next_request(clock.now())? {
//!         let ticket = outgoing.ticket;
//!         let outcome = match outgoing.request(&collector).map(&send) {
//!             Ok(Some(response)) => recorder.responded(ticket, &response, clock.now(), random()),
//!             Ok(None) => recorder.not_sent(ticket, clock.now(), random()), // sent again later
//!             Err(error) => recorder.not_encoded(ticket, error), // Media Edge cannot say it
//!         };
//!         println!("{outcome:?}");
//!     }
//!     Ok(())
//! }
//! ```
//!
//! # Media Edge
//!
//! Adobe recommends the Media Edge API for new work. The events and their order are the same, so nothing
//! changes but the collector. It needs the feature `edge`:
//!
//! ```
//! # #[cfg(feature = "edge")] {
//! use media_collection::Collector;
//!
//! let datastream = "11111111-2222-3333-4444-555555555555"; // has the report suite and the organisation
//! let collector = Collector::edge("https://edge.adobedc.net", datastream)?;
//! # }
//! # Ok::<(), media_collection::error::ParseError>(())
//! ```
//!
//! The page `guide::media_edge` compares the APIs: which one to choose, the same session in both, and
//! what is lost on the way.
//!
//! # Where to begin
//!
//! | you want to | begin with |
//! |---|---|
//! | report what a player does, with pings, restarts and pre-rolls as they should be | [`Tracker`](tracker::Tracker), and the page [`guide::tracking`] |
//! | replace one of Adobe's SDKs | [`guide::migrating`] |
//! | record a session on the device and send it later, event by event | [`Recorder::downloaded`]; with the feature `store`, the module `store` |
//! | report a session during playback, event by event | [`Recorder::online`] |
//! | have the compiler check the order of events | [`Session`] and the module [`typed`] |
//! | make requests, and know what a response means | [`Collector`], [`Created`], [`Accepted`], [`Uploaded`], [`ResponseError::next`](error::ResponseError::next) |
//! | read events from a client | [`Event::decode`], [`DownloadedSession::decode`], [`Policy`] |
//! | know which clock to use | [`SteadyClock`], [which clock](guide#which-clock) |
//! | know what the events of a seek, a pre-roll, quality and the like are | the module [`guide`] |
//! | know what is wrong with a session | [`DecodeError::violations`](error::DecodeError::violations), the module [`lint`] |
//! | send an interrupted recording | [`DownloadedSession::repair`] |
//! | pass on events as they are | [`RawSession`], [`Verbatim`](recorder::Verbatim) |
//! | choose between the Media Collection API and Media Edge | with the feature `edge`, the page `guide::media_edge` |
//! | report to Media Edge, relay or answer its requests | with the feature `edge`, `Collector::edge` and the module `edge` |
//! | build a collector | [`Incoming`], [`Rejection`], [`Linter`](lint::Linter); for Media Edge, `Incoming` in the module `edge` |
//! | work without the `http` crate | [`Call`], [`ResponseParts`] |
//!
//! # What to do about a response
//!
//! | response | error | what to do |
//! |---|---|---|
//! | 400 and others that blame the request | [`Rejected`](error::ResponseError::Rejected) | correct it or set it aside: it would be rejected again |
//! | 404, 410 on an event | [`SessionLost`](error::ResponseError::SessionLost) | send it once more, then open a new session with `media.resume`, as [`Recorder::online`] does by itself |
//! | 404, 405, 410 elsewhere | [`NoEndpoint`](error::ResponseError::NoEndpoint) | check the address; [`Collector::upload_legacy`] is the deprecated form |
//! | 408, 429, 5xx | [`Unavailable`](error::ResponseError::Unavailable) | keep it, and send it again later |
//! | redirects, 401, 403 and all others | [`Unexpected`](error::ResponseError::Unexpected) | keep it, and check the address and the network |
//! | none | none | keep it, and send it again: an upload may then arrive twice |
//!
//! # Two layers of rules for values
//!
//! The schemas decide what is *valid*: the reader accepts exactly what they accept. *Sender
//! constraints* are stricter (a playhead is not negative, ads are counted from one, ids are not
//! empty). Every type has `check`, which reports values that violate them, as do
//! `validator::Validate` (with the feature `validator`) and [`lint`]. Received events are never
//! rejected for it.
//!
//! # Names
//!
//! Types and fields have the names of the wire, without the prefix that their type states:
//! `media.ad.podPosition` is [`AdStartParams::pod_position`]. Searching for a wire key in this
//! documentation finds its field.
#![forbid(unsafe_code)]
#![deny(missing_docs)]
// Newer schemas may give a bare variant parameters: `Play { .. }` matches both.
#![allow(clippy::unneeded_struct_pattern)]

mod any_sink;
mod client;
mod constraints;
#[cfg(feature = "edge")]
pub mod edge;
mod event;
pub mod guide;
mod json;
#[cfg(feature = "edge")]
mod media_edge;
#[cfg(feature = "report")]
pub mod report;
pub mod schema;
mod server;
mod session;
mod steady_clock;
#[cfg(feature = "store")]
pub mod store;
pub mod tracker;
mod wire;

pub use client::Collector;
pub use constraints::{Keyword, Nullable, Violation, Violations};
pub use event::*;
pub use json::Policy;
pub use schema::Mode;
pub use server::{Incoming, Rejection, Route};
pub use session::{DownloadedSession, RawSession, Recorder, Repairs, Session};
pub use steady_clock::SteadyClock;
pub use wire::{
    Accepted, Api, Call, Created, Method, OtherService, ReportedViolation, ResponseParts,
    SessionId, Uploaded,
};

pub mod recorder {
    //! Recorders, the state of a session, and what becomes of recorded events.
    //!
    //! ```text
    //!                       ┌────────────────────────── chapter: none or one, anywhere ┐
    //!                       │                                                          │
    //!  sessionStart ──► content ──adBreakStart──► ad break ──adStart──► ad             │
    //!                    │  ▲                      │    ▲               │              │
    //!                    │  └───adBreakComplete────┘    └─adComplete────┘              │
    //!                    │                                adSkip                       │
    //!                    └─────────────────────────────────────────────────────────────┘
    //!                    │ sessionComplete                 play, pauseStart, bufferStart:
    //!                    ▼                                 in content and in ads, not between
    //!                 completed ──sessionEnd──► ended      ping, stateStart, error, ...: anywhere
    //!                    (sessionEnd also leads from content straight to ended)
    //! ```
    //!
    //! Through all of it, with a recorder:
    //!
    //! ```
    //! use media_collection::{
    //!     AdBreakStartParams, AdStartParams, ChapterStartParams, PlayerTime, Recorder,
    //! };
    //! # use media_collection::{SessionStart, SessionStartParams};
    //! # let params = SessionStartParams::builder().analytics_tracking_server("t.example.com")
    //! #     .analytics_report_suite("suite").visitor_marketing_cloud_org_id("ORG@AdobeOrg")
    //! #     .id("episode-42").length(60.0).content_type("vod").player_name("tv").channel("c").build();
    //! # let start = SessionStart::new(PlayerTime::new(0.0, 1_700_000_000_000), params);
    //!
    //! let at = |second: i64| PlayerTime::new(second as f64, 1_700_000_000_000 + second * 1_000);
    //! let chapter = ChapterStartParams::builder().index(1).offset(0.0).length(30.0).build();
    //! let spot = AdStartParams::builder().id("spot-7").length(15.0).pod_position(1).player_name("tv");
    //!
    //! let mut session = Recorder::downloaded(start);
    //! session.play(at(1))?;
    //! session.chapter_start(at(1), chapter)?;
    //! session.ad_break_start(at(10), AdBreakStartParams::new(1, 10.0))?;
    //! assert!(session.play(at(10)).is_err()); // between the ads nothing plays
    //! session.ad_start(at(10), spot.build())?;
    //! session.play(at(10))?;
    //! session.ad_complete(at(25))?;
    //! session.ad_break_complete(at(25))?;
    //! assert!(session.chapter_is_open() && !session.ad_break_is_open());
    //! session.play(at(25))?;
    //! let recorded = session.session_complete(at(60))?;
    //! assert!(recorded.closed.chapter); // closed to make room for the end
    //! session.session_end(at(60))?;
    //! assert!(session.has_ended() && session.ping(at(61)).is_err());
    //! # Ok::<(), Box<dyn std::error::Error>>(())
    //! ```

    pub use crate::any_sink::{AnyRecorder, AnySink, AnySinkError};
    pub use crate::client::{
        NextRequest, Online, OnlineOptions, Outcome, Outgoing, Renewal, StopReason, Ticket,
        Uploading,
    };
    pub use crate::session::{
        ClockChange, ClockStep, Closed, Downloaded, Order, Recorded, Refused, Sink, StartMut,
        Verbatim,
    };
}

/// Sessions whose wrong order does not compile: the builder of downloaded sessions, and online
/// sessions. The graph of their states is on the page of [`recorder`].
pub mod typed {
    pub use crate::client::{
        Completed, OnlineAd, OnlineAdBreak, OnlineSession, Opening, Reopening,
    };
    pub use crate::session::type_state as state;
    pub use crate::session::{AdBreakBuilder, AdBuilder, AnyBuilder, SessionBuilder};
}

/// What is wrong with a session: rules, findings, and the lint that finds them.
pub mod lint {
    pub use crate::session::{
        Arrived, Finding, Group, Linter, Rule, Severity, Window, grouped, lint,
    };
}

/// Errors, and what to do about them.
pub mod error {
    pub use crate::client::{NextStep, ResponseError, RetryAfter};
    pub use crate::constraints::{ConstraintError, EncodeError, ParseError, Returned};
    pub use crate::json::DecodeError;
    pub use crate::session::{InvalidSession, RecordError};
    pub use crate::wire::DecodeSessionError;
}

/// The `http` crate that requests and responses are made of.
pub use http;

/// The README's snippets compile.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
