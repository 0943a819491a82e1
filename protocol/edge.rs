//! The Media Edge API. With the feature `edge`.
//!
//! Adobe recommends the [Media Edge API](https://developer.adobe.com/data-collection-apis/docs/endpoints/media/)
//! for new work. The events and their order are those of the Media Collection API, and so are the
//! recorders, the tracker, the store, the lint and the report of this library. What changes is the
//! collector:
//!
//! ```
//! use media_collection::edge::Identity;
//! use media_collection::recorder::NextRequest;
//! use media_collection::{Collector, Recorder, SteadyClock, http};
//! # use media_collection::{SessionStart, SessionStartParams};
//! # let params = SessionStartParams::builder().analytics_tracking_server("t.example.com")
//! #     .analytics_report_suite("suite").visitor_marketing_cloud_org_id("ORG@AdobeOrg")
//! #     .id("episode-42").length(60.0).content_type("vod").player_name("tv").channel("c").build();
//! # let clock = SteadyClock::new();
//! # let start = SessionStart::new(clock.at(0.0), params);
//! # fn send(request: http::Request<Vec<u8>>) -> Option<http::Response<Vec<u8>>> {
//! #     let is_start = request.uri().path().ends_with("/sessionStart");
//! #     let body = r#"{"handle":[{"type":"media-analytics:new-session","payload":[{"sessionId":"0f3a"}]}]}"#;
//! #     let (status, body) = if is_start { (200, body) } else { (204, "") };
//! #     Some(http::Response::builder().status(status).body(body.into()).unwrap())
//! # }
//! # fn random() -> f64 { 0.5 }
//!
//! let collector = Collector::edge("edge.adobedc.net", "11111111-2222-3333-4444-555555555555")?
//!     .with_identity("FPID", Identity::new("a3f4c1de-0000-4000-8000-000000000001"));
//!
//! let mut session = Recorder::online(start);
//! session.play(clock.at(0.0))?;
//! session.finish(clock.at(60.0))?;
//! while let NextRequest::Send(outgoing) = session.next_request(clock.now())? {
//!     let ticket = outgoing.ticket;
//!     match outgoing.request(&collector).map(send) {
//!         Ok(Some(response)) => session.responded(ticket, &response, clock.now(), random()),
//!         Ok(None) => session.not_sent(ticket, clock.now(), random()),
//!         // Media Edge cannot say it: the event is set aside, the others go on.
//!         Err(error) => session.not_encoded(ticket, error),
//!     };
//! }
//! assert!(session.is_done());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What is different
//!
//! | Media Collection API | Media Edge |
//! |---|---|
//! | host of the organisation | `edge.adobedc.net`, or a domain that leads to it; the datastream is in the query |
//! | `POST /api/v1/sessions/{sid}/events` | `POST /ee/va/v1/{event}`, the session id in the body |
//! | 201, the session id in `Location` | 200, the session id in a [`Handle`] of the body |
//! | 400 for a start that is not valid | 207 with [`Problem`]s |
//! | `params` with flat keys | details of the session, the ad, the chapter, ... |
//! | `customMetadata`, an object | a list of names and values |
//! | `playerTime.ts`, milliseconds | `timestamp`, a text in UTC |
//! | numbers | integers: playheads and offsets rounded down, lengths to the nearest |
//! | `stateStart`, `stateEnd`, `statesUpdate` | `statesUpdate` with lists |
//! | `qoeData` with numbers and the error | `qoeDataDetails` and, on `error`, `errorDetails` |
//! | ids of the viewer in `params` | `identityMap` |
//! | report suite, tracking server, organisation | the datastream; see [`ReadOptions::settings`] |
//! | a session of any length in one request | 64 KB in a request: see [`parts`], and `when_large` of the store's options |
//!
//! A recorder follows the location hint of the reply, so that one session stays in one region, and if
//! [wanted](crate::recorder::OnlineOptions::keep_state) sends back the state that the reply asks to keep.
//! [`Call::with_request_id`](crate::Call::with_request_id) names a request.
//!
//! What cannot be said is listed by [`lost_in_edge`] and [`lost_in_collection`], or is an error of
//! [`Request::encode`] where it matters.
//!
//! # Bodies
//!
//! A relay, a server or a converter reads and writes bodies: a [`Request`] with [`Item`]s, each with an
//! [`Event`] or a downloaded session (`Vec<Event>`), and the [`Envelope`] of what stands around them. A
//! relay loses nothing: what was read is written with the same values, and
//! [`Collector::relay`](crate::Collector::relay) sends it on. Everything is converted by one table, which
//! the generator makes of `schemas/edge/mapping.json`.
//!
//! ```
//! use media_collection::edge::{Item, Request};
//! use media_collection::{Event, PlayerTime};
//!
//! let play = Event::play(PlayerTime::new(7.9, 1_767_323_045_678));
//! let request = Request::from(Item::new(play).with_session_id("0f3a"));
//! assert_eq!(request.endpoint(), Some("play"));
//! assert!(request.encode()?.starts_with(br#"{"events":[{"xdm":{"eventType":"media.play","#));
//! # Ok::<(), media_collection::error::EncodeError>(())
//! ```
//!
//! # Servers
//!
//! [`Incoming`] reads a request to any endpoint of the API, with any prefix, and says of each of its items
//! whether it is valid. The server opens sessions, looks their ids up, and tells a [`Reply`] what became of
//! each item. The reply and a [`Rejection`] answer as Adobe's service is documented to: 200 with the ids
//! of new sessions first, 204 for events, 207 for starts that are not valid, problem objects for all else.
//! A page of any origin may report.

pub use crate::media_edge::{
    Content, Envelope, EnvelopeMembers, Identity, Implementation, Item, Items, JsonObject, Lost,
    ReadOptions, Request, Unread, concerns_edge, json_path, lost_in_collection, lost_in_edge,
    place_of, told_in_edge,
};
pub use crate::wire::edge::{
    Answer, Connection, Detail, Details, Handle, ID_CHARACTERS, LocationHint, MAX_BODY_BYTES,
    MediaCode, Problem, ProblemReport, StateEntry, parts, size,
};

pub use crate::server::{
    EdgeIncoming as Incoming, EdgeRejection as Rejection, EdgeRoute as Route, Head,
    IncomingOptions, Reason, Received, ReceivedContent, ReceivedItem, Reply,
};

#[cfg(doc)]
use crate::event::Event;
