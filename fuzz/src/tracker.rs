//! Drives a tracker by a player that says anything at any time.

use std::fmt::Debug;

use media_collection::lint::{Severity, lint};
use media_collection::tracker::{
    DownloadedSessions, Media, Moment, OnlineSessions, Privacy, Quality, Sdk, Sessions, Snapshot,
    Tracked, Tracker, TrackerMode, TrackerOptions,
};
use media_collection::{AdBreakStartParams, AdStartParams, ChapterStartParams, Event, PlayerTime};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::recorder::start;
use crate::steps::Steps;

const BEGAN: i64 = 1_700_000_000_000;

/// Times at which arithmetic may fail.
const TIMES: [i64; 12] = [
    0,
    1,
    -1,
    BEGAN,
    i64::MIN,
    i64::MIN + 1,
    i64::MAX,
    i64::MAX - 1,
    1_483_228_800_000,
    i64::MAX / 1_000,
    86_400_000,
    -62_135_596_800_000,
];

/// Pauses after which something is due, or nearly.
const GAPS: [i64; 14] = [
    0, 1, 249, 250, 750, 999, 1_000, 10_000, 50_000, 600_000, 1_799_999, 1_800_000, 86_399_999,
    86_400_000,
];

const NUMBERS: [f64; 14] = [
    0.0,
    1.0,
    12.5,
    -0.0,
    -1.0,
    1e-7,
    1e21,
    1e300,
    9_223_372_036_854_775_807.0,
    f64::MIN_POSITIVE,
    f64::MAX,
    f64::NAN,
    f64::INFINITY,
    f64::NEG_INFINITY,
];

const POSITIONS: [i64; 5] = [1, 2, 0, -1, i64::MAX];

pub fn run(bytes: &[u8]) {
    let mut steps = Steps::new(bytes);
    let choice = steps.byte();
    let mut options = TrackerOptions::default();
    options.mode = [
        TrackerMode::Better,
        TrackerMode::Faithful(Sdk::Android),
        TrackerMode::Faithful(Sdk::JavaScript),
        TrackerMode::Faithful(Sdk::Ios),
    ][usize::from(choice / 2 % 4)];
    options.granular_ad_pings = choice & 16 != 0;
    options.automatic_ad_breaks = choice & 32 != 0;
    if choice & 64 != 0 {
        options.hold = *steps.pick(&TIMES);
    }
    if choice % 2 == 0 {
        drive::<DownloadedSessions>(steps, options);
    } else {
        drive::<OnlineSessions>(steps, options);
    }
}

/// Sessions in memory, which can be looked at.
trait Watched: Sessions<Error: Debug> + Default + Serialize + DeserializeOwned + Clone {
    fn recorded(&mut self) -> Vec<Vec<Event>>;
}

impl Watched for DownloadedSessions {
    fn recorded(&mut self) -> Vec<Vec<Event>> {
        let sessions = self.take_raw().into_iter();
        sessions.map(|session| session.into_events()).collect()
    }
}

impl Watched for OnlineSessions {
    fn recorded(&mut self) -> Vec<Vec<Event>> {
        let sessions = self.waiting().map(|recorder| {
            let start = Event::from(recorder.start().clone());
            std::iter::once(start).chain(recorder.queue().cloned()).collect()
        });
        sessions.collect()
    }
}

fn drive<S: Watched>(mut steps: Steps<'_>, options: TrackerOptions) {
    let is_better = options.mode == TrackerMode::Better;
    let mut tracker = Tracker::with_options(S::default(), options);
    let mut at = Moment::from(BEGAN);
    while !steps.is_empty() {
        pass(&mut steps, &mut at);
        // Once in a while the host is late, and does not run the timer first.
        if steps.byte() % 8 != 0 {
            timer(&mut tracker, at, is_better);
        }
        let (kind, size) = (steps.byte(), *steps.pick(&NUMBERS));
        match kind % 32 {
            30 => tracker = restarted(&tracker, at),
            31 => {
                let choice = [Privacy::OptedOut, Privacy::OptedIn][usize::from(kind / 32 % 2)];
                tracker.privacy(at, choice).expect("memory takes it");
            }
            kind => drop(call(&mut tracker, at, kind, size, &mut steps)),
        }
        timer(&mut tracker, at, is_better);
    }
    let _ = tracker.end(at);
    if is_better {
        assert!(!tracker.is_active());
        for session in tracker.sessions_mut().recorded() {
            let loses = lint(&session).into_iter().find(|it| it.severity() > Severity::Advice);
            assert_eq!(loses, None, "nothing recorded is lost");
            let ends = matches!(session.last().map(Event::event_name), Some(name) if name.starts_with("session"));
            assert!(ends, "a viewing that is over leaves no session open");
        }
    }
}

fn pass(steps: &mut Steps<'_>, at: &mut Moment) {
    match steps.byte() {
        0..=99 => {}
        100..=229 => {
            let gap = *steps.pick(&GAPS);
            *at = Moment::new(at.now.saturating_add(gap), at.ts.saturating_add(gap));
        }
        230..=237 => at.ts = *steps.pick(&TIMES),
        238..=245 => at.now = *steps.pick(&TIMES),
        246..=250 => *at = Moment::from(*steps.pick(&TIMES)),
        _ => at.now = at.now.saturating_sub(i64::from(steps.u32())),
    }
}

/// The host runs the timer; if it is early, nothing changes.
fn timer<S: Watched>(tracker: &mut Tracker<S>, at: Moment, is_better: bool) {
    let is_due = tracker.poll_timeout().is_some_and(|due| due <= at.now.max(-i64::MAX / 4));
    let before = (!is_due).then(|| text(tracker));
    let done = tracker.handle_timeout(at).expect("memory takes it");
    if let Some(before) = before {
        assert_eq!(done, Tracked::Recorded(0));
        assert_eq!(before, text(tracker), "an early timer changes nothing");
    }
    // At the end of time nothing can be later.
    let due = tracker.poll_timeout().filter(|_| is_better && at.now < i64::MAX / 4);
    assert!(due.is_none_or(|due| due > at.now), "{due:?} is not after {}", at.now);
}

fn text<S: Watched>(tracker: &Tracker<S>) -> String {
    let both = (tracker.snapshot(), tracker.sessions());
    serde_json::to_string(&both).expect("it can be written")
}

fn restarted<S: Watched>(tracker: &Tracker<S>, at: Moment) -> Tracker<S> {
    let kept = text(tracker);
    let (snapshot, sessions): (Snapshot, S) =
        serde_json::from_str(&kept).expect("what was written can be read");
    assert_eq!(serde_json::to_string(&(&snapshot, &sessions)).ok(), Some(kept));
    Tracker::resume(snapshot, sessions, at).expect("memory takes it")
}

fn media(steps: &mut Steps<'_>, size: f64) -> Media {
    let mut params = start(PlayerTime::new(0.0, 0)).params;
    params.length = size;
    params.name = Some("A title".to_owned());
    let choice = steps.byte();
    if choice & 1 != 0 {
        params.id = steps.text();
    }
    let mut media = Media::new(params);
    if choice & 2 != 0 {
        media = media.with_hold(*steps.pick(&TIMES));
    }
    if choice & 4 != 0 {
        media = media.with_hold(0);
    }
    if choice & 8 != 0 {
        media = media.resumed_at(*steps.pick(&NUMBERS));
    }
    match choice >> 6 {
        0 => media,
        1 => media.live(),
        2 => media.live_with_dvr(*steps.pick(&NUMBERS)),
        _ => media.with_granular_ad_pings(true).with_automatic_ad_breaks(true),
    }
}

fn call<S: Watched>(
    tracker: &mut Tracker<S>,
    at: Moment,
    kind: u8,
    size: f64,
    steps: &mut Steps<'_>,
) -> Tracked {
    let position = if kind < 16 { 1 } else { *steps.pick(&POSITIONS) };
    let done = match kind {
        0 => tracker.session_start(at, media(steps, size)),
        1 => tracker.complete(at),
        2 => tracker.end(at),
        3 | 29 => tracker.play(at),
        4 => tracker.pause(at),
        5 => tracker.buffer_start(at),
        6 => tracker.buffer_complete(at),
        7 => tracker.seek_start(at),
        8 => tracker.seek_complete(at),
        9 | 24 => {
            let mut params = AdBreakStartParams::new(position, size);
            params.pod_friendly_name = Some("Break".to_owned());
            tracker.ad_break_start(at, params)
        }
        10 => tracker.ad_break_complete(at),
        11 | 25 => {
            let ad = AdStartParams::builder().id("spot").length(size).pod_position(position);
            let mut ad = ad.player_name("living-room").build();
            ad.name = Some("Spot".to_owned());
            tracker.ad_start(at, ad)
        }
        12 => tracker.ad_complete(at),
        13 => tracker.ad_skip(at),
        14 | 26 => {
            let chapter = ChapterStartParams::builder().index(position).offset(size);
            let mut chapter = chapter.length(size).build();
            chapter.friendly_name = Some("Chapter".to_owned());
            tracker.chapter_start(at, chapter)
        }
        15 => tracker.chapter_complete(at),
        16 => tracker.chapter_skip(at),
        17 => tracker.bitrate_change(at),
        18 => tracker.error(at, steps.text()),
        19 => tracker.state_start(at, steps.text()),
        20 => tracker.state_start(at, format!("state{}", steps.byte() % 12)),
        21 => tracker.state_end(at, format!("state{}", steps.byte() % 12)),
        22 => {
            let numbers: [f64; 4] = std::array::from_fn(|_| *steps.pick(&NUMBERS));
            tracker.quality(at, Quality::new(numbers[0], numbers[3], numbers[2], numbers[1]))
        }
        23 => tracker.behind_live(at, size),
        27 => tracker.ignored(at),
        28 => {
            let change = tracker.change_start(|start| start.params.length = size);
            assert!(change.is_ok() || !size.is_finite());
            Ok(Tracked::Recorded(0))
        }
        _ => tracker.playhead(at, size),
    };
    done.expect("memory takes it")
}
