//! How a player reports what happens: what the events mean, subject by subject.
//!
//! A player uses a [`Tracker`](crate::tracker::Tracker), which does most of this by itself: what is left
//! to do is on the page [`tracking`]. This page says what the events mean, and what to record with a
//! [`Recorder`](crate::Recorder) or by hand. What follows from the public documentation and what from
//! the official SDKs is said where they differ.
//!
//! | subject | in short |
//! |---|---|
//! | [Which clock](#which-clock) | [`SteadyClock`](crate::SteadyClock), not the wall clock |
//! | [Seeking](#seeking) | `pauseStart`, then `play` at the new place |
//! | [Buffering](#buffering) | `bufferStart`; the next `play` or `pauseStart` ends it |
//! | [Pre-roll ads](#pre-roll-ads) | no `play` before the `adBreakStart` |
//! | [`play` in and after ads](#play-in-and-after-ads) | `play` after each `adStart` and each `adBreakComplete` |
//! | [Live playhead](#live-playhead) | the second of the UTC day |
//! | [Player states](#player-states) | at most ten names a session |
//! | [Quality of experience](#quality-of-experience) | with the event that follows a change |
//! | [Errors](#errors) | an id and a source; the session goes on |
//! | [Which API](#which-api) | the address of the collector says it |
//!
//! # Which clock
//!
//! Take the time of every event from a [`SteadyClock`](crate::SteadyClock) that was made when the
//! app started. The back end adds up the differences between timestamps, and a wall clock that is
//! set during a session, by the network or the user, falsifies them. A monotonic clock that stands
//! still while the device sleeps, as `std::time::Instant` does on many systems, falsifies them too.
//! A tracker takes `clock.now()`, and its timers follow it.
//!
//! ```
//! use media_collection::{Recorder, SteadyClock};
//! # use media_collection::{PlayerTime, SessionStart, SessionStartParams};
//! # let params = SessionStartParams::builder().analytics_tracking_server("t.example.com")
//! #     .analytics_report_suite("suite").visitor_marketing_cloud_org_id("ORG@AdobeOrg")
//! #     .id("film").length(5_400.0).content_type("vod").player_name("tv").channel("c").build();
//!
//! let clock = SteadyClock::new(); // once
//! let mut recorder = Recorder::downloaded(SessionStart::new(clock.at(0.0), params));
//! recorder.play(clock.at(0.0))?; // `at(playhead)`: there, and now
//! # recorder.abandon(clock.at(0.0))?;
//! # assert_eq!(recorder.into_session().lint(), []);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! With times of a wall clock a recorder makes the best of it, and
//! [`Recorded::clock`](crate::recorder::Recorded::clock) says what:
//!
//! | the time of an event | how it and the others are recorded |
//! |---|---|
//! | earlier than the last one by up to a second, or a late callback | a millisecond after the last one |
//! | earlier by more: the clock was set back | later than given, so that differences are kept; the interval of the step itself is the movement of the playhead while something plays, otherwise a millisecond |
//! | much later: the device may have slept | as given; if a later event shows that the clock has returned, the events in between move back |
//! | before 2017 or after 2099, or more than a week later | like the event before, by the playhead, until the clock returns |
//! | right, after a session began at such a time | as given, and all events before move to the real time, the start included |
//!
//! Events that were sent do not move: when the clock returns or is set right, the online session is
//! ended and goes on in a new one, whose times are right
//! ([`Renewal::ClockSet`](crate::recorder::Renewal::ClockSet)).
//!
//! # Seeking
//!
//! No event means a seek. Report `pauseStart` at the old place when the viewer begins to seek, and
//! `play` at the new place when playback goes on. Dragging is one seek: the player reports the
//! first place and the last. A seek while the player is paused needs no event, since the next event
//! has the new playhead.
//!
//! Viewing time is the sum of the differences between timestamps, so a jump of the playhead adds no
//! time to it. But a `play` that follows the seek without a `pauseStart` before it reports the time
//! of the seek as viewing time.
//!
//! With a tracker: `seek_start`, the new `playhead`, `seek_complete`. It knows what the player did
//! before, and records nothing for a seek while the player is paused.
//!
//! ```
//! # use media_collection::{PlayerTime, Recorder, SessionStart, SessionStartParams};
//! # let params = SessionStartParams::builder().analytics_tracking_server("t.example.com")
//! #     .analytics_report_suite("suite").visitor_marketing_cloud_org_id("ORG@AdobeOrg")
//! #     .id("film").length(5_400.0).content_type("vod").player_name("tv").channel("c").build();
//! # let at = |playhead: f64, second: i64| PlayerTime::new(playhead, 1_700_000_000_000 + second * 1_000);
//! # let mut recorder = Recorder::downloaded(SessionStart::new(at(0.0, 0), params));
//! // `at(playhead, second)`: where the player is, and when.
//! recorder.play(at(0.0, 1))?;
//! recorder.ping(at(10.0, 11))?;
//! recorder.pause_start(at(14.0, 15))?; // the viewer begins to drag
//! recorder.play(at(600.0, 18))?; //       and lets go
//! recorder.ping(at(610.0, 28))?;
//! # recorder.abandon(at(612.0, 30))?;
//! # assert_eq!(recorder.into_session().lint(), []);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Buffering
//!
//! Report `bufferStart` when playback stops to wait for data. There is no event for its end: the
//! next `play` ends it, or `pauseStart` if the viewer paused in the meantime. Each `bufferStart`
//! counts as one buffering, so it is reported once, not again while the player still waits. A seek
//! that has to wait for data is a seek: the `pauseStart` has already stopped the viewing time.
//!
//! With a tracker: `buffer_start` and `buffer_complete`. It records what the player did before.
//!
//! ```
//! # use media_collection::{PlayerTime, Recorder, SessionStart, SessionStartParams};
//! # let params = SessionStartParams::builder().analytics_tracking_server("t.example.com")
//! #     .analytics_report_suite("suite").visitor_marketing_cloud_org_id("ORG@AdobeOrg")
//! #     .id("film").length(5_400.0).content_type("vod").player_name("tv").channel("c").build();
//! # let at = |playhead: f64, second: i64| PlayerTime::new(playhead, 1_700_000_000_000 + second * 1_000);
//! # let mut recorder = Recorder::downloaded(SessionStart::new(at(0.0, 0), params));
//! recorder.play(at(0.0, 2))?;
//! recorder.buffer_start(at(5.0, 7))?;
//! recorder.play(at(5.0, 10))?; // the data has come: three seconds of buffering
//!
//! recorder.buffer_start(at(9.0, 14))?;
//! recorder.pause_start(at(9.0, 16))?; // the viewer pauses before the data comes
//! # recorder.abandon(at(9.0, 20))?;
//! # assert_eq!(recorder.into_session().lint(), []);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Pre-roll ads
//!
//! The first `play` outside an ad break counts the start of the content. So nothing is played
//! between `sessionStart` and the `adBreakStart` of a pre-roll, even if the player reports that it
//! plays. If it is not known yet whether an ad comes, hold back the `play` until it is: the official
//! SDKs hold back every call for 250 ms, and drop the `play` if an ad break begins. The lint reports
//! one that came too early: [`PlayBeforePreRoll`](crate::lint::Rule::PlayBeforePreRoll).
//!
//! A tracker [holds calls back](tracking#ads-before-the-content) as the SDKs do.
//!
//! ```
//! # use media_collection::{AdBreakStartParams, AdStartParams};
//! # use media_collection::{PlayerTime, Recorder, SessionStart, SessionStartParams};
//! # let params = SessionStartParams::builder().analytics_tracking_server("t.example.com")
//! #     .analytics_report_suite("suite").visitor_marketing_cloud_org_id("ORG@AdobeOrg")
//! #     .id("film").length(5_400.0).content_type("vod").player_name("tv").channel("c").build();
//! # let at = |playhead: f64, second: i64| PlayerTime::new(playhead, 1_700_000_000_000 + second * 1_000);
//! # let mut recorder = Recorder::downloaded(SessionStart::new(at(0.0, 0), params));
//! let spot = AdStartParams::builder().id("spot-7").length(15.0).pod_position(1).player_name("tv");
//!
//! // The break is the first of the session, at second 0 of the content.
//! recorder.ad_break_start(at(0.0, 1), AdBreakStartParams::new(1, 0.0))?;
//! recorder.ad_start(at(0.0, 1), spot.build())?;
//! recorder.play(at(0.0, 1))?; //           the ad plays
//! recorder.ping(at(0.0, 11))?; //          the playhead of the content stands still
//! recorder.ad_complete(at(0.0, 16))?;
//! recorder.ad_break_complete(at(0.0, 16))?;
//! recorder.play(at(0.0, 17))?; //          the content starts
//! # recorder.abandon(at(3.0, 20))?;
//! # assert_eq!(recorder.into_session().lint(), []);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # `play` in and after ads
//!
//! An `adStart` does not say that the ad plays, nor an `adBreakComplete` that the content goes on.
//! The official SDKs report the state of playback again after both, usually as `play`. Without it
//! the time of the ad, or of the content after the break, may not be counted. Between an
//! `adBreakStart` and its first `adStart`, and between two ads, nothing plays: the back end ignores
//! `play`, `pauseStart` and `bufferStart` there, and a recorder refuses them.
//!
//! In ads the playhead stays where the content was left, in `ping` as well. A pause inside an ad is
//! `pauseStart` and `play`, as elsewhere. An ad that the viewer skips ends with `adSkip`; only
//! `adComplete` counts it as watched.
//!
//! A tracker records the `play` after both by itself, and ignores calls
//! between the ads.
//!
//! ```
//! # use media_collection::{AdBreakStartParams, AdStartParams};
//! # use media_collection::{PlayerTime, Recorder, SessionStart, SessionStartParams};
//! # let params = SessionStartParams::builder().analytics_tracking_server("t.example.com")
//! #     .analytics_report_suite("suite").visitor_marketing_cloud_org_id("ORG@AdobeOrg")
//! #     .id("film").length(5_400.0).content_type("vod").player_name("tv").channel("c").build();
//! # let at = |playhead: f64, second: i64| PlayerTime::new(playhead, 1_700_000_000_000 + second * 1_000);
//! # let mut recorder = Recorder::downloaded(SessionStart::new(at(0.0, 0), params));
//! # let spot = |id, position| AdStartParams::builder().id(id).length(15.0)
//! #     .pod_position(position).player_name("tv").build();
//! recorder.play(at(0.0, 1))?;
//! recorder.ping(at(10.0, 11))?;
//! recorder.ad_break_start(at(12.0, 13), AdBreakStartParams::new(1, 12.0))?;
//! assert!(recorder.play(at(12.0, 13)).is_err()); // no ad has started
//! recorder.ad_start(at(12.0, 13), spot("spot-7", 1))?;
//! recorder.play(at(12.0, 13))?;
//! recorder.ad_complete(at(12.0, 28))?;
//! recorder.ad_start(at(12.0, 28), spot("spot-8", 2))?;
//! recorder.play(at(12.0, 28))?;
//! recorder.ad_skip(at(12.0, 33))?; // five seconds were enough
//! recorder.ad_break_complete(at(12.0, 33))?;
//! recorder.play(at(12.0, 33))?;
//! # recorder.abandon(at(20.0, 41))?;
//! # assert_eq!(recorder.into_session().lint(), []);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Live playhead
//!
//! The playhead of a live or linear stream is the second of the UTC day of what is on the screen,
//! from 0 to below 86,400. It goes back to 0 at midnight. A viewer who is behind the live edge has
//! the playhead of what they see, not of the edge. The length of such a stream is 86,400.
//! A tracker [makes it](tracking#live-playhead).
//!
//! ```
//! use media_collection::{PlayerTime, SessionStart, SessionStartParams};
//! # let params = SessionStartParams::builder().analytics_tracking_server("t.example.com")
//! #     .analytics_report_suite("suite").visitor_marketing_cloud_org_id("ORG@AdobeOrg")
//! #     .id("news").player_name("tv").channel("c");
//!
//! /// `ts` in milliseconds since the Unix epoch, `behind` the live edge in milliseconds.
//! fn live(ts: i64, behind: i64) -> PlayerTime {
//!     let shown = (ts - behind).rem_euclid(86_400_000);
//!     PlayerTime::new(shown as f64 / 1_000.0, ts)
//! }
//!
//! let params = params.content_type("live").length(86_400.0).build();
//! let start = SessionStart::new(live(1_700_000_000_000, 0), params);
//! assert_eq!(start.player_time.playhead, 80_000.0); // 22:13:20 UTC
//! assert_eq!(live(1_700_006_400_000, 30_000).playhead, 86_370.0); // midnight, 30 s behind
//! ```
//!
//! # Player states
//!
//! Full screen, mute, captions, picture in picture and in focus are *player states*, and an app may
//! have its own. A state begins with `stateStart` and ends with `stateEnd`; several may be active.
//! The back end counts and times each of them. What to know:
//!
//! - A session has at most ten names, however often each begins and ends. A recorder refuses an
//!   eleventh.
//! - A name has up to 64 letters, digits, `_` and `.`. Spelling counts: `fullScreen` and
//!   `fullscreen` are two states, and Adobe's SDKs do not agree on one of them. Choose one spelling for
//!   all platforms.
//! - A state that is active already cannot begin again.
//! - States do not pass into another session: report the active ones again after its start. A
//!   tracker does that, and a recorder that opens a new session after a loss.
//!
//! ```
//! use media_collection::{StateEndParams, StateStartParams};
//! # use media_collection::{PlayerTime, Recorder, SessionStart, SessionStartParams};
//! # let params = SessionStartParams::builder().analytics_tracking_server("t.example.com")
//! #     .analytics_report_suite("suite").visitor_marketing_cloud_org_id("ORG@AdobeOrg")
//! #     .id("film").length(5_400.0).content_type("vod").player_name("tv").channel("c").build();
//! # let at = |playhead: f64, second: i64| PlayerTime::new(playhead, 1_700_000_000_000 + second * 1_000);
//! # let mut recorder = Recorder::downloaded(SessionStart::new(at(0.0, 0), params));
//! recorder.play(at(0.0, 1))?;
//! recorder.state_start(at(3.0, 4), StateStartParams::new("mute"))?;
//! recorder.state_start(at(5.0, 6), StateStartParams::new("fullscreen"))?;
//! recorder.state_end(at(9.0, 10), StateEndParams::new("mute"))?;
//! assert_eq!(recorder.active_states().collect::<Vec<_>>(), ["fullscreen"]);
//! # recorder.abandon(at(10.0, 11))?;
//! # assert_eq!(recorder.into_session().lint(), []);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Quality of experience
//!
//! Bitrate, frames per second, dropped frames and the time to start travel in the `qoeData` of an
//! event, not in its params: [`PlayerTime::with_qoe`](crate::PlayerTime::with_qoe). The official SDKs
//! add it to the first event after a change, and not again until the next change. A new bitrate is an
//! event of its own, `bitrateChange`, which says nothing without its `qoeData`.
//!
//! | value | unit |
//! |---|---|
//! | bitrate | bits per second |
//! | frames per second | whole frames: 23.976 becomes 23 |
//! | dropped frames | frames since the session started: a sum, not a difference |
//! | time to start | milliseconds from the request to the first frame; it does not change afterwards |
//!
//! All are integers. A fraction violates the schema, and the event is rejected.
//!
//! With a tracker: `quality` at any time. It cuts the numbers to integers, and adds them to the next
//! event if they have changed. For a new bitrate call `quality`, then `bitrate_change`.
//!
//! ```
//! use media_collection::QoeData;
//! # use media_collection::{PlayerTime, Recorder, SessionStart, SessionStartParams};
//! # let params = SessionStartParams::builder().analytics_tracking_server("t.example.com")
//! #     .analytics_report_suite("suite").visitor_marketing_cloud_org_id("ORG@AdobeOrg")
//! #     .id("film").length(5_400.0).content_type("vod").player_name("tv").channel("c").build();
//! # let at = |playhead: f64, second: i64| PlayerTime::new(playhead, 1_700_000_000_000 + second * 1_000);
//! # let mut recorder = Recorder::downloaded(SessionStart::new(at(0.0, 0), params));
//! let quality = |bitrate, dropped| {
//!     QoeData::builder().bitrate(bitrate).dropped_frames(dropped).frames_per_second(25).time_to_start(850)
//! };
//! recorder.play(at(0.0, 1).with_qoe(quality(1_200_000, 0).build()))?;
//! recorder.ping(at(10.0, 11))?; // nothing has changed
//! recorder.bitrate_change(at(14.0, 15).with_qoe(quality(4_500_000, 0).build()))?;
//! recorder.ping(at(20.0, 21).with_qoe(quality(4_500_000, 3).build()))?;
//! # recorder.abandon(at(21.0, 22))?;
//! # assert_eq!(recorder.into_session().lint(), []);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Errors
//!
//! An `error` event has the error's id and its source in `qoeData`; the other quality values may
//! stand beside them. The source is `player`, or `external` for what is not the player's doing, such
//! as a failed request of the app. The same id twice counts as two errors of one kind. An error does
//! not end the session: playback may recover. If it cannot, end the session with `abandon`.
//!
//! With a tracker: `error`, or `error_from` with another source; at the end `end`.
//!
//! Some pages of the documentation show the id in `params`, as `media.errorId`. The schemas allow it,
//! but the official SDKs use `qoeData`, so this is what a sender should do.
//!
//! ```
//! use media_collection::QoeData;
//! # use media_collection::{PlayerTime, Recorder, SessionStart, SessionStartParams};
//! # let params = SessionStartParams::builder().analytics_tracking_server("t.example.com")
//! #     .analytics_report_suite("suite").visitor_marketing_cloud_org_id("ORG@AdobeOrg")
//! #     .id("film").length(5_400.0).content_type("vod").player_name("tv").channel("c").build();
//! # let at = |playhead: f64, second: i64| PlayerTime::new(playhead, 1_700_000_000_000 + second * 1_000);
//! # let mut recorder = Recorder::downloaded(SessionStart::new(at(0.0, 0), params));
//! recorder.play(at(0.0, 1))?;
//! let failed = QoeData::builder().error_id("segment-404").error_source("player").build();
//! recorder.error(at(7.0, 8).with_qoe(failed))?;
//! recorder.abandon(at(7.0, 9))?; // playback could not go on
//! # assert_eq!(recorder.into_session().lint(), []);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Which API
//!
//! All of the above holds for the Media Collection API and for Media Edge. No recorder and no tracker
//! knows which one it is: a request is made for a collector, and its address says so. With the feature
//! `edge`:
//!
//! ```
//! # #[cfg(feature = "edge")] {
//! use media_collection::recorder::NextRequest;
//! use media_collection::{Collector, Recorder};
//! # use media_collection::{PlayerTime, SessionStart, SessionStartParams};
//! # let params = SessionStartParams::builder().analytics_tracking_server("t.example.com")
//! #     .analytics_report_suite("suite").visitor_marketing_cloud_org_id("ORG@AdobeOrg")
//! #     .id("film").length(5_400.0).content_type("vod").player_name("tv").channel("c").build();
//! # let now = 1_700_000_000_000;
//! # let start = SessionStart::new(PlayerTime::new(0.0, now), params);
//!
//! let datastream = "11111111-2222-3333-4444-555555555555";
//! // For the Media Collection API: "https://example.hb-api.omtrdc.net".parse()?
//! let collector = Collector::edge("https://edge.adobedc.net", datastream)?;
//!
//! let mut recorder = Recorder::online(start);
//! if let NextRequest::Send(outgoing) = recorder.next_request(now)? {
//!     let request = outgoing.request(&collector)?;
//!     assert_eq!(request.uri().path(), "/ee/va/v1/sessionStart");
//! }
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The report suite, the tracking server and the organisation are in the datastream then; those of the
//! start are not sent. The page `media_edge` compares the two APIs.

#[cfg(feature = "edge")]
pub mod media_edge;
pub mod migrating;
pub mod tracking;
