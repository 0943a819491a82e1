//! What is measured.

use std::cell::RefCell;
use std::hint::black_box;
use std::rc::Rc;

use media_collection::http::Response;
use media_collection::recorder::{NextRequest, Online, Ticket};
use media_collection::tracker::{
    DownloadedSessions, OnlineSessions, Quality, Sdk, Sessions, Tracked, Tracker, TrackerMode,
    TrackerOptions,
};
use media_collection::{
    AdBreakStartParams, AdStartParams, ChapterStartParams, PlayerTime, Recorder, SessionStart,
    SessionStartParams,
};

use crate::contest::Contender;

pub const BEGAN: i64 = 1_700_000_000_000;

pub fn params() -> SessionStartParams {
    SessionStartParams::builder()
        .analytics_tracking_server("metrics.example.com")
        .analytics_report_suite("example-suite")
        .visitor_marketing_cloud_org_id("0123456789ABCDEF@AdobeOrg")
        .id("episode-42")
        .length(1_800.0)
        .content_type("vod")
        .player_name("living-room")
        .channel("example")
        .build()
}

fn response(status: u16) -> Response<Vec<u8>> {
    let response = Response::builder().status(status).header("location", "/api/v1/sessions/3f2a");
    response.body(Vec::new()).expect("a response")
}

/// A tracker that plays, and what time it is.
pub struct Playing<S> {
    pub tracker: Tracker<S>,
    pub now: i64,
    accepted: Response<Vec<u8>>,
}

type Shared<S> = Rc<RefCell<Playing<S>>>;

impl<S: Sessions> Playing<S> {
    pub fn begin(sessions: S, mode: TrackerMode) -> Self {
        let mut options = TrackerOptions::default();
        (options.mode, options.hold) = (mode, 0);
        let mut tracker = Tracker::with_options(sessions, options);
        done(tracker.session_start(BEGAN, params()));
        done(tracker.play(BEGAN));
        let mut playing = Self { tracker, now: BEGAN, accepted: response(204) };
        playing.tick(2_000);
        playing
    }

    /// The timer runs after so many milliseconds.
    pub fn tick(&mut self, after: i64) {
        self.now += after;
        done(self.tracker.handle_timeout(self.now));
    }
}

impl Playing<OnlineSessions> {
    /// Sends everything.
    fn send(&mut self) {
        let sessions = self.tracker.sessions_mut();
        while let NextRequest::Send(outgoing) = sessions.next_request(self.now).expect("JSON") {
            let ticket: Ticket = outgoing.ticket;
            if black_box(outgoing.call).path().ends_with("/sessions") {
                let _ = black_box(sessions.responded(ticket, &response(201), self.now, 0.5));
            } else {
                let _ = black_box(sessions.responded(ticket, &self.accepted, self.now, 0.5));
            }
        }
    }
}

pub fn done<E: std::fmt::Debug>(done: Result<Tracked, E>) {
    black_box(done.expect("memory takes it"));
}

/// The table, line by line.
#[derive(Default)]
pub struct Table(Vec<Contender>);

impl Table {
    pub fn add(
        &mut self,
        name: &'static str,
        times: usize,
        prepare: impl FnMut() + 'static,
        run: impl FnMut() + 'static,
    ) {
        let place = self.0.len();
        let (prepare, run) = (Box::new(prepare), Box::new(run));
        self.0.push(Contender { place, name, times, prepare, run });
    }

    /// A call of a tracker that plays online; what it records is sent afterwards.
    fn call(
        &mut self,
        name: &'static str,
        mut call: impl FnMut(&mut Tracker<OnlineSessions>, i64) + 'static,
    ) {
        let playing = Playing::begin(OnlineSessions::new(), TrackerMode::Better);
        let playing: Shared<OnlineSessions> = Rc::new(RefCell::new(playing));
        let same = Rc::clone(&playing);
        let prepare = move || same.borrow_mut().send();
        self.add(name, 200, prepare, move || {
            let playing = &mut *playing.borrow_mut();
            playing.now += 10;
            call(&mut playing.tracker, playing.now);
        });
    }
}

pub fn contenders() -> Vec<Contender> {
    let mut table = Table::default();
    idle(&mut table);
    pings(&mut table);
    calls(&mut table);
    hours(&mut table);
    crate::stored::hours(&mut table);
    table.0
}

/// Nothing is due.
fn idle(table: &mut Table) {
    let mut playing = Playing::begin(DownloadedSessions::new(), TrackerMode::Better);
    table.add("a timer that is early", 2_000, || {}, move || playing.tick(0));
    let mode = TrackerMode::Faithful(Sdk::JavaScript);
    let mut playing = Playing::begin(DownloadedSessions::new(), mode);
    table.add(
        "the same, faithful: a tick while calls come",
        2_000,
        || {},
        move || {
            playing.tick(1);
        },
    );
    let mut playing = Playing::begin(DownloadedSessions::new(), TrackerMode::Better);
    let mut seconds = 0.0;
    table.add(
        "a playhead, and nothing is due",
        2_000,
        || {},
        move || {
            seconds += 0.01;
            done(playing.tracker.playhead(playing.now, seconds));
        },
    );
    let playing = Playing::begin(DownloadedSessions::new(), TrackerMode::Better);
    table.add(
        "`poll_timeout`",
        2_000,
        || {},
        move || {
            black_box(playing.tracker.poll_timeout());
        },
    );
}

/// A ping, recorded and sent.
fn pings(table: &mut Table) {
    let mut playing = Playing::begin(OnlineSessions::new(), TrackerMode::Better);
    playing.send();
    table.add(
        "a ping: tracker and recorder, as a `Call`",
        500,
        || {},
        move || {
            playing.tick(10_000);
            playing.send();
        },
    );
    let mut recorder = opened();
    let accepted = response(204);
    let mut seconds = 0;
    table.add(
        "a ping, recorder alone",
        500,
        || {},
        move || {
            seconds += 10;
            let at = PlayerTime::new(0.0, BEGAN + seconds * 1_000);
            black_box(recorder.ping(at)).expect("it plays");
            send(&mut recorder, at.ts, &accepted);
        },
    );
}

fn opened() -> Recorder<Online> {
    let at = PlayerTime::new(0.0, BEGAN);
    let mut recorder = Recorder::online(SessionStart::new(at, params()));
    recorder.set_renewal(false);
    send(&mut recorder, BEGAN, &response(201));
    recorder.play(at).expect("it plays");
    send(&mut recorder, BEGAN, &response(204));
    recorder
}

fn send(recorder: &mut Recorder<Online>, now: i64, response: &Response<Vec<u8>>) {
    while let NextRequest::Send(outgoing) = recorder.next_request(now).expect("JSON") {
        let ticket = outgoing.ticket;
        let _ = black_box(outgoing.call);
        let _ = black_box(recorder.responded(ticket, response, now, 0.5));
    }
}

/// Each kind of call. Those that come in pairs are measured as a pair.
fn calls(table: &mut Table) {
    table.call("`pause`, `play`", |tracker, now| {
        done(tracker.pause(now));
        done(tracker.play(now));
    });
    table.call("`buffer_start`, `buffer_complete`", |tracker, now| {
        done(tracker.buffer_start(now));
        done(tracker.buffer_complete(now));
    });
    table.call("`seek_start`, `seek_complete`", |tracker, now| {
        done(tracker.seek_start(now));
        done(tracker.seek_complete(now));
    });
    table.call("an ad break with an ad", |tracker, now| {
        let spot = AdStartParams::builder().id("spot").length(15.0).pod_position(1);
        done(tracker.ad_break_start(now, AdBreakStartParams::new(1, 12.0)));
        done(tracker.ad_start(now, spot.player_name("living-room").build()));
        done(tracker.ad_complete(now));
        done(tracker.ad_break_complete(now));
    });
    table.call("`chapter_start`, `chapter_complete`", |tracker, now| {
        let chapter = ChapterStartParams::builder().index(1).offset(0.0).length(60.0);
        done(tracker.chapter_start(now, chapter.build()));
        done(tracker.chapter_complete(now));
    });
    table.call("`state_start`, `state_end`", |tracker, now| {
        done(tracker.state_start(now, "mute"));
        done(tracker.state_end(now, "mute"));
    });
    table.call("`bitrate_change`", |tracker, now| done(tracker.bitrate_change(now)));
    table.call("`error`", |tracker, now| done(tracker.error(now, "E1")));
    table.call("`quality`", |tracker, now| {
        done(tracker.quality(now, Quality::new(3_500_000.0, 800.0, 23.976, 2.0)));
    });
    table.call("`end`, `session_start`, `play`", |tracker, now| {
        done(tracker.end(now));
        done(tracker.session_start(now, params()));
        done(tracker.play(now));
    });
}

/// An hour of playback, with a playhead each second.
fn hours(table: &mut Table) {
    table.add(
        "an hour, online in memory, sent",
        1,
        || {},
        || {
            let mut playing = Playing::begin(OnlineSessions::new(), TrackerMode::Better);
            for second in 0..3_600 {
                playing.tick(1_000);
                done(playing.tracker.playhead(playing.now, f64::from(second)));
                playing.send();
            }
            done(playing.tracker.complete(playing.now));
            playing.send();
        },
    );
    table.add(
        "an hour, recorder alone",
        1,
        || {},
        || {
            let mut recorder = opened();
            let accepted = response(204);
            for second in (10..=3_600).step_by(10) {
                let at = PlayerTime::new(second as f64, BEGAN + second * 1_000);
                recorder.ping(at).expect("it plays");
                send(&mut recorder, at.ts, &accepted);
            }
            let at = PlayerTime::new(3_600.0, BEGAN + 3_600_001);
            recorder.finish(at).expect("memory takes it");
            send(&mut recorder, at.ts, &accepted);
        },
    );
}
