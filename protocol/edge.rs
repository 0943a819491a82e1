//! Events as the Media Edge API writes them, and back. With the feature `edge`.
//!
//! Adobe recommends the [Media Edge API](https://developer.adobe.com/data-collection-apis/docs/endpoints/media/)
//! for new work. The events and their order are those of the Media Collection API; the bodies are not.
//! This module has the bodies: a [`Request`] with [`Item`]s, each with an [`Event`] or a downloaded
//! session (`Vec<Event>`), and the [`Envelope`] of what stands around them. Sending requests and
//! answering them is not here yet.
//!
//! | Media Collection API | Media Edge |
//! |---|---|
//! | `params` with flat keys | details of the session, the ad, the chapter, ... |
//! | `customMetadata`, an object | a list of names and values |
//! | `playerTime.ts`, milliseconds | `timestamp`, a text in UTC |
//! | numbers | integers: playheads and offsets rounded down, lengths to the nearest |
//! | `stateStart`, `stateEnd`, `statesUpdate` | `statesUpdate` with lists |
//! | `qoeData` with numbers and the error | `qoeDataDetails` and, on `error`, `errorDetails` |
//! | ids of the viewer in `params` | `identityMap` |
//! | report suite, tracking server, organisation | the datastream; see [`ReadOptions::settings`] |
//!
//! What cannot be said is listed by [`lost_in_edge`] and [`lost_in_collection`], or is an error of
//! [`Request::encode`] where it matters. A relay loses nothing: what was read is written with the same
//! values.
//!
//! ```
//! use media_collection::edge::{Envelope, Identity, Item, Request};
//! # use media_collection::{Event, PlayerTime, SessionStart, SessionStartParams};
//! # let params = SessionStartParams::builder().analytics_tracking_server("t.example.com")
//! #     .analytics_report_suite("suite").visitor_marketing_cloud_org_id("ORG@AdobeOrg")
//! #     .id("episode-42").length(60.0).content_type("vod").player_name("tv").channel("c").build();
//! # let start = SessionStart::new(PlayerTime::new(0.0, 1_767_323_045_678), params);
//! let identity = Identity::new("a3f4c1de-0000-4000-8000-000000000001");
//! let envelope = Envelope::default().with_identity("FPID", identity);
//! let request = Request::from(Item::new(Event::from(start)).with_envelope(envelope));
//! let path = format!("/ee/va/v1/{}", request.endpoint().unwrap());
//! let body = request.encode()?;
//! # assert_eq!(path, "/ee/va/v1/sessionStart");
//! # Ok::<(), media_collection::error::EncodeError>(())
//! ```
//!
//! Everything is converted by one table, which the generator makes of `schemas/edge/mapping.json`.

pub use crate::media_edge::{
    Content, Envelope, Identity, Implementation, Item, Lost, ReadOptions, Request, json_path,
    lost_in_collection, lost_in_edge,
};
pub use crate::wire::edge::{
    Answer, Connection, Detail, Details, Handle, ID_CHARACTERS, LocationHint, MAX_BODY_BYTES,
    MediaCode, Problem, ProblemReport, StateEntry,
};

pub use crate::server::{
    Arrived, EdgeIncoming as Incoming, EdgeRejection as Rejection, EdgeRoute as Route, Head,
    IncomingOptions, Reason, Received, ReceivedItem, Reply,
};

#[cfg(doc)]
use crate::event::Event;
