//! The player's half of a viewing: which event is recorded, and when.
//!
//! A player says what it does and what time it is. A [`Tracker`] decides what is recorded: pings when
//! they are due, the second `play` by which the content counts as started, the end of a session
//! after half an hour of pause or a day and its continuation in another one, with the chapter, ad
//! break, ad and player states that are open; the quality with the next event after a change; no
//! `play` before the ad break before the content. It does no I/O and has no clock, and it records with
//! a [`Recorder`](crate::Recorder): in memory, in queues of requests, or in a store.
//!
//! # How to drive it
//!
//! 1. Make one tracker, with the [`Sessions`] that its events go to, and one
//!    [`SteadyClock`](crate::SteadyClock).
//! 2. Call the method for each thing that the player does, when it does it.
//! 3. Tell the [`playhead`](Tracker::playhead) at least once a second while it moves.
//! 4. After each call ask [`poll_timeout`](Tracker::poll_timeout), and set the timer of the run loop
//!    to it; `None` stops the timer.
//! 5. When the timer runs out, call [`handle_timeout`](Tracker::handle_timeout), and go on with
//!    step 4. A timer that is early does nothing; one that is late does what it can.
//! 6. Send what waits in the sessions, also after the end of a viewing: the requests of
//!    [`OnlineSessions`] or of a store, again when they say so, or the sessions in
//!    [`DownloadedSessions`] that have ended.
//!
//! | the sessions go | with | send them with |
//! |---|---|---|
//! | online, in memory | [`OnlineSessions`] | [`next_request`](OnlineSessions::next_request) |
//! | nowhere: they are downloaded content, in memory | [`DownloadedSessions`] | [`take`](DownloadedSessions::take), then `Collector::upload` |
//! | into a file, with the feature `store` | `store::StoredOnlineSessions`, `store::StoredDownloadedSessions` | `OfflineStore::next_upload` |
//! | where is known at run time | [`AnySessions`] | as those in it |
//!
//! A whole integration of a player:
//!
//! ```
//! use media_collection::recorder::NextRequest;
//! use media_collection::tracker::{OnlineSessions, Tracker};
//! use media_collection::{AdBreakStartParams, AdStartParams, Collector, SessionStartParams};
//! use media_collection::{SteadyClock, http};
//!
//! enum Said { Opened(Box<SessionStartParams>), Playing, Paused, Position(f64), AdPod, Ad(String),
//!             AdDone, PodDone, Stalled, Flows, Finished, Closed }
//!
//! struct Player { tracker: Tracker<OnlineSessions>, clock: SteadyClock, collector: Collector }
//!
//! impl Player {
//!     /// What the player says. Returns when to call `timer_ran_out`.
//!     fn said(&mut self, said: Said) -> Result<Option<i64>, Box<dyn std::error::Error>> {
//!         let (tracker, now) = (&mut self.tracker, self.clock.now());
//!         let done = match said {
//!             Said::Opened(params) => tracker.session_start(now, *params),
//!             Said::Playing => tracker.play(now),
//!             Said::Paused => tracker.pause(now),
//!             Said::Position(seconds) => tracker.playhead(now, seconds),
//!             Said::AdPod => tracker.ad_break_start(now, AdBreakStartParams::new(1, 0.0)),
//!             Said::Ad(id) => tracker.ad_start(now, AdStartParams::builder().id(id).length(15.0)
//!                 .pod_position(1).player_name("tv").build()),
//!             Said::AdDone => tracker.ad_complete(now),
//!             Said::PodDone => tracker.ad_break_complete(now),
//!             Said::Stalled => tracker.buffer_start(now),
//!             Said::Flows => tracker.buffer_complete(now),
//!             Said::Finished => tracker.complete(now),
//!             Said::Closed => tracker.end(now),
//!         }?;
//!         if let Some(why) = done.ignored() {
//!             eprintln!("ignored: {why}");
//!         }
//!         self.timer_ran_out()
//!     }
//!
//!     /// Called by the run loop, which sets its timer to what this returns.
//!     fn timer_ran_out(&mut self) -> Result<Option<i64>, Box<dyn std::error::Error>> {
//!         self.tracker.handle_timeout(self.clock.now())?;
//!         let sessions = self.tracker.sessions_mut();
//!         let next_attempt = loop {
//!             let outgoing = match sessions.next_request(self.clock.now())? {
//!                 NextRequest::Send(outgoing) => outgoing,
//!                 NextRequest::Wait { until } => break Some(until),
//!                 _ => break None,
//!             };
//!             let ticket = outgoing.ticket;
//!             let outcome = match outgoing.request(&self.collector).map(send) {
//!                 Ok(Some(response)) => sessions.responded(ticket, &response, self.clock.now(), 0.5),
//!                 Ok(None) => sessions.not_sent(ticket, self.clock.now(), 0.5),
//!                 Err(error) => sessions.not_encoded(ticket, error), // Media Edge cannot say it
//!             };
//!             println!("{outcome:?}"); // such as why an event was set aside
//!         };
//!         Ok([self.tracker.poll_timeout(), next_attempt].into_iter().flatten().min())
//!     }
//! }
//! # fn send(request: http::Request<Vec<u8>>) -> Option<http::Response<Vec<u8>>> {
//! #     let status = if request.uri().path().ends_with("/events") { 204 } else { 201 };
//! #     Some(http::Response::builder().status(status).header("location", "/api/v1/sessions/3f2a")
//! #         .body(Vec::new()).unwrap())
//! # }
//! # let params = SessionStartParams::builder().analytics_tracking_server("t.example.com")
//! #     .analytics_report_suite("suite").visitor_marketing_cloud_org_id("ORG@AdobeOrg")
//! #     .id("episode-42").length(1800.0).content_type("vod").player_name("tv").channel("c").build();
//! # let mut player = Player { tracker: Tracker::new(OnlineSessions::new()), clock: SteadyClock::new(),
//! #     collector: "https://example.hb-api.omtrdc.net".parse()? };
//! # let all = [Said::Opened(Box::new(params)), Said::Playing, Said::AdPod, Said::Ad("a".into()),
//! #     Said::AdDone, Said::PodDone, Said::Playing, Said::Position(0.1), Said::Stalled, Said::Flows,
//! #     Said::Paused, Said::Playing, Said::Finished, Said::Closed];
//! # for said in all { player.said(said)?; }
//! # assert!(player.tracker.sessions().is_done());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # The states of a viewing
//!
//! ```text
//!             session_start                    0.25 s, ad_break_start, complete, end
//!  no viewing ─────────────► holding ──────────────────────────────────────► active
//!      ▲                     (calls wait)                                      │
//!      └──────────────────────────── complete, end ────────────────────────────┤
//!                                                                              │
//!  active:  playing ◄──play── paused, buffering, seeking, not started          │
//!             │  ▲                     │                                       │
//!             │  │                     │ half an hour                          │
//!       a day │  │ play                ▼                                       │
//!             │  └─────────────── session ended (muted)                        │
//!             ▼                                                                │
//!       session ended, and another one begins at once, in the same state ──────┘
//! ```
//!
//! # Two modes
//!
//! [`TrackerMode::Better`] is the default. [`TrackerMode::Faithful`] does exactly what one of Adobe's
//! SDKs does, its faults included, for whoever compares with an integration that uses it. The sessions
//! are then recorded as they are, by a [`Verbatim`](crate::recorder::Verbatim) recorder, and
//! [`DownloadedSessions::take_raw`] takes them.
//!
//! For those who come from an SDK: [`migrating`](crate::guide::migrating) has its calls with ours, and what its
//! faults become here.
//!
//! # More
//!
//! - [`guide::tracking`](crate::guide::tracking): pings, restarts, the app in the background, ads,
//!   live streams, privacy, each with code.
//! - `examples/player.rs`: a player with ads, chapters, states and a long pause, in one short file.
//! - `examples/channel.rs`: a thread that owns the tracker, and is called over a channel. It is the way for
//!   a runtime with several threads, and for another language, whose bindings send a message for each call.
//!   In a web page, which has one thread, keep the tracker in a variable, and set a timeout of the
//!   page to [`poll_timeout`](Tracker::poll_timeout).

mod actions;
mod any_sessions;
mod calls;
mod core;
mod downloaded_sessions;
mod emit;
mod input;
mod media;
mod methods;
mod moment;
mod online_sessions;
mod options;
mod outcome;
mod player;
mod quality;
mod reading;
mod rules;
mod run;
pub(crate) mod sessions;
mod shared;
mod snapshot;
mod state;
mod ticks;
mod values;
mod viewer;

pub use any_sessions::{AnySessions, AnySessionsError};
pub use core::Snapshot;
pub use downloaded_sessions::DownloadedSessions;
pub use media::Media;
pub use moment::Moment;
pub(crate) use moment::no_time;
pub use online_sessions::OnlineSessions;
pub use options::TrackerOptions;
pub use outcome::{Discarded, Ignored, TrackError, Tracked};
pub use player::Tracker;
pub use quality::Quality;
pub use rules::{Sdk, TrackerMode};
#[cfg(feature = "store")]
pub(crate) use run::Step;
pub use sessions::Sessions;
pub use viewer::Privacy;
