//! What a [`Tracker`](crate::tracker::Tracker) does by itself, and what is left to the player.
//!
//! How to drive a tracker: the module [`tracker`](crate::tracker). What events mean, and
//! [which API](super#which-api) they go to: [`guide`](super).
//!
//! | subject | in short |
//! |---|---|
//! | [Time](#time) | one [`SteadyClock`](crate::SteadyClock), and a timer |
//! | [Pings](#pings) | every 10 s, in ads every second if you ask for it, downloaded every 50 s |
//! | [Restarts](#restarts) | half an hour of pause, a day, ten minutes of silence |
//! | [Lost sessions](#lost-sessions) | opened again, in the same state |
//! | [The app in the background](#the-app-in-the-background) | `background`, `foreground`; a snapshot for the time after |
//! | [Ads before the content](#ads-before-the-content) | calls are held for a quarter of a second |
//! | [Ads without breaks](#ads-without-breaks) | an option |
//! | [Several viewings](#several-viewings) | `complete` or `end` before the next `session_start` |
//! | [Live playhead](#live-playhead) | made by the tracker, with DVR |
//! | [Privacy](#privacy) | opting out deletes what was not sent |
//! | [A late identity](#a-late-identity) | `change_start` |
//!
//! The examples use this simulated player:
//!
#![doc = "```"]
#![doc = include_str!("simulated.rs")]
#![doc = "```"]
//!
//! # Time
//!
//! Take all times from one [`SteadyClock`](crate::SteadyClock): `clock.now()`. Timers then go on
//! while the device sleeps, and a wall clock that is set changes nothing. A host with a monotonic
//! clock of its own passes both, with [`Moment::new`](crate::tracker::Moment::new): the timers follow
//! `now`, and sending (`next_request`, `next_upload`) takes the wall clock, `ts`. A timer that is late
//! loses only the time it is late by: what is due has the time of the call, in a single ping.
//!
//! # Pings
//!
//! A `ping` says that the player still does what the last event said, also while it is paused. The
//! player never pings.
//!
//! | where | every |
//! |---|---|
//! | content, ads, pauses | 10 s |
//! | ads, with `granular_ad_pings` in [`Media`](crate::tracker::Media) or the [options](crate::tracker::TrackerOptions) | 1 s |
//! | downloaded content, ads included | 50 s |
//!
//! The second `play`, when the content has played for a second, is no fault: the official SDKs have
//! it, and the time to the next ping counts from it.
//!
//! ```
//! # mod simulated { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/protocol/guide/simulated.rs")); }
//! # use simulated::{Player, film, spot, told};
//! use media_collection::AdBreakStartParams;
//! use media_collection::tracker::{Media, OnlineSessions};
//!
//! let mut player = Player::new(OnlineSessions::new());
//! let media = Media::new(film()).with_granular_ad_pings(true);
//! player.tracker.session_start(player.now, media)?;
//! player.tracker.play(player.now)?;
//! player.pass(22);
//! player.tracker.ad_break_start(player.now, AdBreakStartParams::new(1, player.playhead))?;
//! player.tracker.ad_start(player.now, spot())?;
//! player.pass(2);
//! let session = player.tracker.sessions().present().ok_or("no session")?;
//! let events = told(session.queue());
//! assert_eq!(events[..4], [("play", 0), ("play", 1), ("ping", 11), ("ping", 21)]);
//! assert_eq!(events[4..7], [("adBreakStart", 22), ("adStart", 22), ("play", 22)]);
//! assert_eq!(events[7..], [("ping", 23), ("ping", 24)]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Restarts
//!
//! A viewing can be longer than a session. The tracker then closes what is open, ends the session,
//! and goes on in another one with the same parameters and `media.resume: true`. There it opens the
//! same again, the chapter, the ad break, the ad and the player states, and tells the quality again.
//!
//! | limit | the session ends | the viewing goes on |
//! |---|---|---|
//! | half an hour without playback: pause, buffering, a seek, or never started | then | when something plays |
//! | a day | then | at once, whatever the player does |
//! | ten minutes without an event, as when the device sleeps | when it was last heard of | when something plays, so at once if the content does |
//!
//! The player does nothing for it, and goes on to call the tracker as if nothing had happened.
//!
//! ```
//! # mod simulated { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/protocol/guide/simulated.rs")); }
//! # use simulated::{Player, film, told};
//! use media_collection::tracker::DownloadedSessions;
//!
//! let mut player = Player::new(DownloadedSessions::new());
//! player.tracker.session_start(player.now, film())?;
//! player.tracker.play(player.now)?;
//! player.pass(60);
//! player.tracker.state_start(player.now, "mute")?;
//! player.tracker.pause(player.now)?;
//! player.pass(40 * 60);
//! player.tracker.play(player.now)?;
//! player.pass(60);
//! player.tracker.complete(player.now)?;
//!
//! let sessions = player.tracker.sessions_mut().take();
//! let [first, second] = &sessions[..] else { return Err("not two sessions".into()) };
//! assert_eq!(told(first.events()).last(), Some(&("sessionEnd", 60 + 30 * 60)));
//! assert_eq!(second.start().params.resume, Some(true));
//! let began = 60 + 40 * 60;
//! assert_eq!(told(second.events())[..2], [("stateStart", began), ("play", began)]);
//! assert!(first.lint().is_empty() && second.lint().is_empty());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Lost sessions
//!
//! A collector that no longer knows a session responds 404 or 410.
//! [`OnlineSessions`](crate::tracker::OnlineSessions) asks once more, and then opens another
//! session in the same state, as a [`Recorder`](crate::Recorder::online) does. The events that were
//! not accepted follow in it, and what played since the last accepted one counts there. The tracker
//! counts the day, the start of the content and the quality anew. A collector that loses every
//! session gets few: see [`NextRequest::Stopped`](crate::recorder::NextRequest::Stopped).
//!
//! ```
//! # mod simulated { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/protocol/guide/simulated.rs")); }
//! # use simulated::{Player, film};
//! use media_collection::http::Response;
//! use media_collection::recorder::NextRequest;
//! use media_collection::tracker::OnlineSessions;
//!
//! let mut player = Player::new(OnlineSessions::new());
//! player.tracker.session_start(player.now, film())?;
//! player.tracker.play(player.now)?;
//! player.pass(60);
//! player.tracker.complete(player.now)?;
//!
//! let mut opened = 0;
//! while !player.tracker.sessions().is_done() {
//!     player.now += 60_000;
//!     let sessions = player.tracker.sessions_mut();
//!     while let NextRequest::Send(outgoing) = sessions.next_request(player.now)? {
//!         let is_start = outgoing.call.path().ends_with("/sessions");
//!         opened += i32::from(is_start);
//!         let status = match (is_start, opened) { (true, _) => 201, (_, 1) => 404, _ => 204 };
//!         let response = Response::builder().status(status).header("location", "/api/v1/sessions/3f2a");
//!         let response = response.body(Vec::new())?;
//!         let _ = sessions.responded(outgoing.ticket, &response, player.now, 0.5);
//!     }
//! }
//! assert_eq!(opened, 2);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # The app in the background
//!
//! | the app | the player calls |
//! |---|---|
//! | goes to the background | [`background`](crate::tracker::Tracker::background), and [`pause`](crate::tracker::Tracker::pause) if it stops playing |
//! | plays on there, as with music | nothing: it is driven as before |
//! | comes back | [`foreground`](crate::tracker::Tracker::foreground), before anything else |
//! | was stopped, and is started again | [`Tracker::resume`](crate::tracker::Tracker::resume), with the snapshot and the sessions |
//!
//! In the background the app may be stopped without a word. So keep the
//! [`snapshot`](crate::tracker::Tracker::snapshot) together with the sessions, both as they are at
//! the same moment; both serialise. What happens later is lost with the process, held calls are not.
//!
//! After `resume` the player is paused from the last known moment on, and the next `play` goes on.
//! If the app was away for longer than ten minutes, the session is over, and `play` begins another
//! one. If nobody goes on with the viewing, call [`end`](crate::tracker::Tracker::end).
//!
//! ```
//! # mod simulated { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/protocol/guide/simulated.rs")); }
//! # use simulated::{Player, film};
//! use media_collection::tracker::{DownloadedSessions, Snapshot, Tracker};
//!
//! for (minutes, sessions) in [(5, 1), (20, 2)] {
//!     let mut player = Player::new(DownloadedSessions::new());
//!     player.tracker.session_start(player.now, film())?;
//!     player.tracker.play(player.now)?;
//!     player.pass(60);
//!     player.tracker.background(player.now)?;
//!     let kept = serde_json::to_vec(&(player.tracker.snapshot(), player.tracker.sessions()))?;
//!
//!     // Another process.
//!     player.now += minutes * 60_000;
//!     let (snapshot, stored): (Snapshot, DownloadedSessions) = serde_json::from_slice(&kept)?;
//!     player.tracker = Tracker::resume(snapshot, stored, player.now)?;
//!     player.tracker.play(player.now)?;
//!     player.pass(60);
//!     player.tracker.complete(player.now)?;
//!     let ended = player.tracker.sessions_mut().take();
//!     assert_eq!(ended.len(), sessions);
//!     assert!(ended.iter().all(|session| session.lint().is_empty()));
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! With the feature `store`, `StoredDownloadedSessions` and `StoredOnlineSessions` of the module
//! `store` do that by themselves: what the tracker knows is written with the events. When the app
//! starts, ask for what was `interrupted`, before anything is sent.
//!
//! ```
//! # mod simulated { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/protocol/guide/simulated.rs")); }
//! # use simulated::{Player, film};
//! # let path = std::env::temp_dir().join(format!("media-collection-guide-{}", std::process::id()));
//! use media_collection::store::{OfflineStore, StoredDownloadedSessions};
//! use media_collection::tracker::Tracker;
//!
//! let store = OfflineStore::open(&path)?;
//! let mut player = Player::new(StoredDownloadedSessions::new(&store));
//! player.tracker.session_start(player.now, film())?;
//! player.tracker.play(player.now)?;
//! player.pass(60);
//! let later = player.now + 300_000;
//! drop(player); // another process, five minutes later:
//! let (snapshot, sessions) = StoredDownloadedSessions::interrupted(&store)?.ok_or("none")?;
//! let mut tracker = Tracker::resume(snapshot, sessions, later)?;
//! tracker.play(later)?;
//! tracker.complete(later + 60_000)?;
//! assert_eq!(store.stats()?.pending, 1);
//! # std::fs::remove_file(&path)?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Ads before the content
//!
//! A player often says that it plays before its ad library says that an ad comes first. That `play`
//! would count as the start of the content. So calls after `session_start` are held for 250 ms, and
//! return [`Tracked::Held`](crate::tracker::Tracked::Held). An ad break ends the wait, and the `play`
//! has no event; so do the end and the time, which drop nothing. All held calls keep their times.
//! After the break the content plays, also if no ad came. If your ads take longer to come,
//! [`Media::with_hold`](crate::tracker::Media::with_hold) waits longer; `with_hold(0)` does not wait.
//!
//! Between the ads of a break `play`, `pause`, buffering and seeking are ignored: tell them again
//! when the next ad or the content begins.
//!
//! ```
//! # mod simulated { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/protocol/guide/simulated.rs")); }
//! # use simulated::{Player, film, spot, told};
//! use media_collection::AdBreakStartParams;
//! use media_collection::tracker::{DownloadedSessions, Media, Tracked};
//!
//! let mut player = Player::new(DownloadedSessions::new());
//! player.tracker.session_start(player.now, Media::new(film()).with_hold(2_000))?;
//! assert_eq!(player.tracker.play(player.now)?, Tracked::Held);
//! player.pass(1);
//! player.tracker.ad_break_start(player.now, AdBreakStartParams::new(1, 0.0))?;
//! player.tracker.ad_start(player.now, spot())?;
//! player.pass(15);
//! player.tracker.ad_complete(player.now)?;
//! player.tracker.ad_break_complete(player.now)?;
//! player.pass(10);
//! player.tracker.end(player.now)?;
//! let sessions = player.tracker.sessions_mut().take();
//! let begins = [("adBreakStart", 1), ("adStart", 1), ("play", 1), ("adComplete", 16)];
//! assert_eq!(told(sessions[0].events())[..4], begins);
//! assert_eq!(sessions[0].lint(), []);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Ads without breaks
//!
//! Some ad libraries report ads, and no breaks. With
//! [`automatic_ad_breaks`](crate::tracker::TrackerOptions::automatic_ad_breaks) an ad gets a break
//! of its own, numbered through the viewing. An ad within a second of the last one is in the same
//! break, and the break ends when its last ad ended. Breaks that the player does report stay as
//! they are.
//!
//! ```
//! # mod simulated { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/protocol/guide/simulated.rs")); }
//! # use simulated::{Player, film, spot, told};
//! use media_collection::tracker::{DownloadedSessions, Media};
//!
//! let mut player = Player::new(DownloadedSessions::new());
//! player.tracker.session_start(player.now, Media::new(film()).with_automatic_ad_breaks(true))?;
//! player.tracker.play(player.now)?;
//! player.pass(30);
//! player.tracker.ad_start(player.now, spot())?;
//! player.pass(15);
//! player.tracker.ad_complete(player.now)?;
//! player.pass(10);
//! player.tracker.end(player.now)?;
//! let sessions = player.tracker.sessions_mut().take();
//! let events = told(sessions[0].events());
//! let expected = [("adBreakStart", 30), ("adStart", 30), ("adBreakComplete", 45)];
//! assert!(expected.iter().all(|one| events.contains(one)));
//! assert_eq!(sessions[0].lint(), []);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Several viewings
//!
//! One tracker is enough for a player: each viewing begins anew. But the one before has to be over.
//! A `session_start` while a viewing is active is
//! [ignored](crate::tracker::Ignored::SessionActive), since what follows would be reported for the
//! wrong content. What is not sent of earlier viewings stays in the sessions.
//!
//! ```
//! # mod simulated { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/protocol/guide/simulated.rs")); }
//! # use simulated::{Player, film};
//! use media_collection::tracker::{Ignored, OnlineSessions};
//!
//! let mut player = Player::new(OnlineSessions::new());
//! player.tracker.session_start(player.now, film())?;
//! player.tracker.play(player.now)?;
//! player.pass(10);
//! let next = player.tracker.session_start(player.now, film())?;
//! assert_eq!(next.ignored(), Some(&Ignored::SessionActive));
//! player.tracker.end(player.now)?;
//! player.tracker.session_start(player.now, film())?;
//! assert_eq!(player.tracker.sessions().waiting().count(), 2);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Live playhead
//!
//! With [`Media::live`](crate::tracker::Media::live) or
//! [`live_with_dvr`](crate::tracker::Media::live_with_dvr) the tracker makes the playhead: the
//! second of the UTC day. The player then tells no playhead. It stands still in pauses and ad
//! breaks. After a pause a stream with DVR goes on where it stood, and one without is at the live
//! edge again. Tell [`behind_live`](crate::tracker::Tracker::behind_live) when the viewer jumps.
//!
//! ```
//! # mod simulated { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/protocol/guide/simulated.rs")); }
//! # use simulated::{Player, film};
//! use media_collection::tracker::{DownloadedSessions, Media};
//!
//! let mut player = Player::new(DownloadedSessions::new());
//! let mut channel = film();
//! (channel.content_type, channel.length) = ("live".into(), 86_400.0);
//! player.tracker.session_start(player.now, Media::new(channel).live_with_dvr(30.0))?;
//! player.tracker.play(player.now)?;
//! player.pass(10);
//! player.tracker.pause(player.now)?;
//! player.pass(60);
//! player.tracker.play(player.now)?;
//! player.pass(10);
//! player.tracker.seek_start(player.now)?;
//! player.tracker.behind_live(player.now, 0.0)?; // the viewer goes back to the live edge
//! player.tracker.seek_complete(player.now)?;
//! player.tracker.end(player.now)?;
//! let sessions = player.tracker.sessions_mut().take();
//! let behind = sessions[0].events().iter().map(|event| {
//!     let time = event.player_time;
//!     (time.ts.rem_euclid(86_400_000) as f64 / 1_000.0 - time.playhead).round()
//! });
//! // play, play, pauseStart; ping; play, pauseStart; play and sessionEnd.
//! assert_eq!(behind.collect::<Vec<_>>(), [30.0, 30.0, 30.0, 80.0, 90.0, 90.0, 0.0, 0.0]);
//! assert_eq!(sessions[0].lint(), []);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Privacy
//!
//! [`privacy`](crate::tracker::Tracker::privacy) may be called at any time. When the viewer opts
//! out, what was not sent is deleted, and nothing is recorded from then on: no `sessionEnd` either,
//! which would be one more report. The result says how much was deleted. Go on to call the tracker:
//! after the viewer has opted in again, it begins a session when something plays, with what is open
//! then. A store does not keep that the viewer has opted out: say it again when the app starts.
//!
//! ```
//! # mod simulated { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/protocol/guide/simulated.rs")); }
//! # use simulated::{Player, film};
//! use media_collection::tracker::{DownloadedSessions, Privacy};
//!
//! let mut player = Player::new(DownloadedSessions::new());
//! player.tracker.session_start(player.now, film())?;
//! player.tracker.play(player.now)?;
//! player.pass(60);
//! let deleted = player.tracker.privacy(player.now, Privacy::OptedOut)?;
//! assert_eq!((deleted.sessions, deleted.events), (1, 4));
//! player.pass(60);
//! player.tracker.privacy(player.now, Privacy::OptedIn)?;
//! player.pass(60);
//! player.tracker.complete(player.now)?;
//! let sessions = player.tracker.sessions_mut().take();
//! assert_eq!(sessions.len(), 1);
//! assert_eq!(sessions[0].lint(), []);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # A late identity
//!
//! An identity that arrives after the start changes it, as long as it was not sent. Sessions in
//! which the viewing goes on later have it in any case.
//!
//! ```
//! # mod simulated { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/protocol/guide/simulated.rs")); }
//! # use simulated::{Player, film};
//! use media_collection::tracker::DownloadedSessions;
//!
//! let mut player = Player::new(DownloadedSessions::new());
//! player.tracker.session_start(player.now, film())?;
//! player.tracker.play(player.now)?;
//! player.pass(5);
//! let in_time = player.tracker.change_start(|start| {
//!     start.params.visitor_marketing_cloud_user_id = Some("12345678901234567890".into());
//! })?;
//! assert!(in_time);
//! player.tracker.end(player.now)?;
//! let sessions = player.tracker.sessions_mut().take();
//! assert!(sessions[0].start().params.visitor_marketing_cloud_user_id.is_some());
//! assert_eq!(sessions[0].lint(), []);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
