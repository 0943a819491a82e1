//! A plain report: every interval of the session is kept, with what it was, and all sums are made of
//! the list when a record is due.

use std::collections::BTreeSet;

use media_collection::Event;
use serde_json::Value;

use super::closing::{self, Taken, playhead, ts};
use super::records;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// Markers are reached by any playhead, or crossed by what was played.
    pub reached: bool,
    /// Time spent is limited to how far the playhead went.
    pub clamped: bool,
    /// Whole numbers are the next lower, or the nearest.
    pub down: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    Starting,
    Playing,
    Paused,
    Buffering,
}

/// What an interval between two events was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    Content,
    Ad,
    Pause,
    Buffer,
    Stall,
    Nothing,
}

#[derive(Debug, Clone)]
pub struct Interval {
    pub what: What,
    /// As it counts.
    pub ms: i64,
    /// By the timestamps.
    pub raw: i64,
    pub ad: Option<usize>,
    pub chapter: Option<usize>,
    pub bitrate: Option<i64>,
    /// Playheads that were played.
    pub played: Option<(f64, f64)>,
}

/// An ad or a chapter.
#[derive(Debug, Clone)]
pub struct Opened {
    pub number: usize,
    pub event: Value,
    /// The params of its break.
    pub pod: Value,
}

#[derive(Debug, Clone, Default)]
pub struct State {
    pub name: String,
    pub count: i64,
    pub since: Option<i64>,
    pub ms: i64,
}

/// What is known of a session so far.
#[derive(Debug, Clone)]
pub struct Walk {
    pub options: Options,
    pub start: Value,
    pub intervals: Vec<Interval>,
    mode: Mode,
    ad_break: Option<Value>,
    ad: Option<Opened>,
    chapter: Option<Opened>,
    /// The time of the next record.
    pub now: i64,
    last: i64,
    position: f64,
    /// The readings of the same playhead on the content: their times, and how many intervals
    /// there were at the first.
    readings: Vec<i64>,
    since_first: usize,
    stalled: bool,
    pub is_played: bool,
    pub is_completed: bool,
    pub ads: usize,
    pub chapters: usize,
    pub pauses: i64,
    pub buffers: i64,
    pub stalls: i64,
    pub bitrate_changes: i64,
    pub errors: i64,
    pub error_ids: Vec<(String, String)>,
    pub quality: Value,
    pub time_to_start: Option<i64>,
    pub markers: BTreeSet<i64>,
    /// The playheads at which content played.
    pub seen: Vec<f64>,
    pub states: Vec<State>,
    pub records: Vec<Value>,
}

/// The records of a session whose first event is its start.
pub fn records(events: &[Event], options: Options) -> Vec<Value> {
    let taken = closing::taken(events);
    let mut walk = Walk::new(&taken.events[0], options);
    for event in &taken.events[1..] {
        walk.event(event);
    }
    walk.close(&taken)
}

impl Walk {
    fn new(start: &Value, options: Options) -> Self {
        let mut walk = Self {
            options,
            start: start.clone(),
            intervals: Vec::new(),
            mode: Mode::Starting,
            ad_break: None,
            ad: None,
            chapter: None,
            now: ts(start),
            last: ts(start),
            position: playhead(start),
            readings: Vec::new(),
            since_first: 0,
            stalled: false,
            is_played: false,
            is_completed: false,
            ads: 0,
            chapters: 0,
            pauses: 0,
            buffers: 0,
            stalls: 0,
            bitrate_changes: 0,
            errors: 0,
            error_ids: Vec::new(),
            quality: Value::Object(serde_json::Map::new()),
            time_to_start: None,
            markers: BTreeSet::new(),
            seen: Vec::new(),
            states: Vec::new(),
            records: Vec::new(),
        };
        walk.store_quality(start);
        walk.records.push(records::start(&walk));
        walk
    }

    fn content_plays(&self) -> bool {
        self.mode == Mode::Playing && self.ad_break.is_none()
    }

    fn event(&mut self, event: &Value) {
        self.now = ts(event);
        let played = self.content_plays();
        self.interval(event);
        if played {
            self.reading(event);
        }
        self.store_quality(event);
        self.effect(event);
        if self.content_plays() && !played {
            self.readings = vec![ts(event)];
            self.since_first = self.intervals.len();
        }
        if !self.content_plays() {
            self.stalled = false;
        }
        if played || self.content_plays() {
            self.seen.push(playhead(event));
        }
        if self.options.reached && self.is_played {
            let position = playhead(event);
            self.mark(|at| position >= at);
        }
        self.last = ts(event);
        self.position = playhead(event);
    }

    /// What the time since the event before was.
    fn interval(&mut self, event: &Value) {
        let raw = (ts(event) - self.last).max(0);
        let moved = ((playhead(event) - self.position) * 1_000.0).round() as i64;
        let what = match (&self.ad_break, &self.ad, self.mode) {
            (Some(_), None, _) => What::Nothing,
            (_, _, Mode::Paused) => What::Pause,
            (_, _, Mode::Buffering) => What::Buffer,
            (Some(_), Some(_), Mode::Playing | Mode::Starting) => What::Ad,
            (None, _, Mode::Playing) if self.stalled => What::Stall,
            (None, _, Mode::Playing) => What::Content,
            (None, _, Mode::Starting) => What::Nothing,
        };
        let is_even = (raw - moved.abs()).abs() <= 2_000;
        let ms = match what {
            What::Content if self.options.clamped && !is_even => raw.min(moved.abs()),
            _ => raw,
        };
        let played = (what == What::Content).then(|| {
            let end = if is_even && moved >= 0 {
                playhead(event)
            } else {
                self.position + raw.min(moved.max(0)) as f64 / 1_000.0
            };
            (self.position, end)
        });
        let is_continuous = what == What::Content && is_even && moved >= 0;
        if is_continuous && !self.options.reached && self.is_played {
            let (from, to) = (self.position, playhead(event));
            self.mark(|at| from < at && at <= to);
        }
        self.intervals.push(Interval {
            what,
            ms,
            raw,
            ad: self.ad.as_ref().map(|ad| ad.number),
            chapter: self.chapter.as_ref().map(|chapter| chapter.number),
            bitrate: self.quality["media.qoe.bitrate"].as_i64(),
            played,
        });
    }

    fn mark(&mut self, is_passed: impl Fn(f64) -> bool) {
        let length = self.start["params"]["media.length"].as_f64().unwrap_or(0.0);
        if length > 0.0 {
            let marks = [10_i64, 25, 50, 75, 95].into_iter();
            self.markers.extend(marks.filter(|mark| is_passed(*mark as f64 * length / 100.0)));
        }
    }

    /// The third reading of the same playhead shows a stall.
    fn reading(&mut self, event: &Value) {
        if playhead(event) != self.position {
            self.stalled = false;
            self.readings = vec![ts(event)];
            self.since_first = self.intervals.len();
            return;
        }
        let last = *self.readings.last().expect("the content plays");
        if ts(event) - last > 250 {
            self.readings.push(ts(event));
        }
        if self.readings.len() == 3 && !self.stalled {
            self.stalled = true;
            self.stalls += 1;
            for interval in &mut self.intervals[self.since_first..] {
                interval.what = What::Stall;
            }
        }
    }

    fn store_quality(&mut self, event: &Value) {
        let Some(quality) = event["qoeData"].as_object() else { return };
        let is_frozen = self.intervals.iter().any(|it| it.what == What::Content && it.raw > 0);
        for (key, value) in quality {
            self.quality[key] = value.clone();
            if key == "media.qoe.timeToStart" && (!is_frozen || self.time_to_start.is_none()) {
                self.time_to_start = value.as_i64();
            }
        }
    }

    fn effect(&mut self, event: &Value) {
        match event["eventType"].as_str().expect("every event has a type") {
            "play" => {
                self.mode = Mode::Playing;
                self.is_played |= self.ad_break.is_none();
            }
            "pauseStart" => {
                self.pauses += i64::from(self.mode != Mode::Paused);
                self.mode = Mode::Paused;
            }
            "bufferStart" => {
                self.buffers += i64::from(self.mode != Mode::Buffering);
                self.mode = Mode::Buffering;
            }
            "bitrateChange" => self.bitrate_changes += 1,
            "error" => self.error(event),
            "adBreakStart" => {
                self.close_ad(false);
                self.ad_break = Some(event["params"].clone());
            }
            "adBreakComplete" => {
                self.close_ad(false);
                self.ad_break = None;
            }
            "adStart" => {
                let Some(pod) = self.ad_break.clone() else { return };
                self.close_ad(false);
                let ad = Opened { number: self.ads, event: event.clone(), pod };
                self.ads += 1;
                self.records.push(records::ad_start(self, &ad));
                self.ad = Some(ad);
            }
            "adComplete" => self.close_ad(true),
            "adSkip" => self.close_ad(false),
            "chapterStart" => {
                self.close_chapter(false);
                let chapter =
                    Opened { number: self.chapters, event: event.clone(), pod: Value::Null };
                self.chapters += 1;
                self.chapter = Some(chapter);
            }
            "chapterComplete" => self.close_chapter(true),
            "chapterSkip" => self.close_chapter(false),
            "stateStart" => self.state(&event["params"], true, ts(event)),
            "stateEnd" => self.state(&event["params"], false, ts(event)),
            "statesUpdate" => {
                for (list, starts) in [("statesEnd", false), ("statesStart", true)] {
                    for state in event["params"][list].as_array().into_iter().flatten() {
                        self.state(state, starts, ts(event));
                    }
                }
            }
            "sessionComplete" => self.is_completed = true,
            _ => {}
        }
    }

    fn error(&mut self, event: &Value) {
        self.errors += 1;
        let [id, source] = ["media.qoe.errorID", "media.qoe.errorSource"]
            .map(|key| event["qoeData"][key].as_str().unwrap_or_default().to_owned());
        let named = (source, id);
        if !named.1.is_empty() && !self.error_ids.contains(&named) {
            self.error_ids.push(named);
        }
    }

    fn close_ad(&mut self, is_completed: bool) {
        if let Some(ad) = self.ad.take() {
            self.records.push(records::ad_close(self, &ad, is_completed));
        }
    }

    fn close_chapter(&mut self, is_completed: bool) {
        if let Some(chapter) = self.chapter.take() {
            self.records.push(records::chapter_close(self, &chapter, is_completed));
        }
    }

    fn state(&mut self, state: &Value, starts: bool, now: i64) {
        let name = state["media.state.name"].as_str().expect("a state has a name");
        let known = self.states.iter().position(|state| state.name == name);
        match known {
            None if starts && self.states.len() < 10 => {
                let name = name.to_owned();
                self.states.push(State { name, count: 1, since: Some(now), ms: 0 });
            }
            None => {}
            Some(at) if starts && self.states[at].since.is_none() => {
                self.states[at].count += 1;
                self.states[at].since = Some(now);
            }
            Some(at) if !starts => self.states[at].end(now),
            Some(_) => {}
        }
    }

    fn close(mut self, taken: &Taken) -> Vec<Value> {
        self.now = taken.closed_at;
        self.close_ad(false);
        self.close_chapter(false);
        // After `sessionComplete` the player is closed, although the session stays open.
        let end = if self.is_completed { self.last } else { taken.closed_at };
        for state in &mut self.states {
            state.end(end);
        }
        let close = records::close(&self, taken.closed, taken.closed_at - self.last);
        self.records.push(close);
        self.records
    }
}

impl State {
    fn end(&mut self, now: i64) {
        if let Some(since) = self.since.take() {
            self.ms += (now - since).max(0);
        }
    }
}
