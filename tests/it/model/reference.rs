//! The rules once more, in the plainest way: it decides by reading the whole
//! history. It shares nothing with the library but the names of events and rules.

use media_collection::{Event, EventBody, PlayerTime};

pub struct Reference {
    begun: PlayerTime,
    pub history: Vec<Event>,
    /// By how much later than given events are recorded, since the clock was set back.
    later: i64,
}

impl Reference {
    pub fn new(begun: PlayerTime) -> Self {
        Self { begun, history: Vec::new(), later: 0 }
    }

    /// The name of the rule that forbids the event; otherwise it is history.
    pub fn record(&mut self, mut event: Event) -> Result<(), &'static str> {
        if let Some(rule) = self.forbids(&event) {
            return Err(rule);
        }
        let last = self.history.last().map_or(self.begun, |event| event.player_time);
        let given = event.player_time.ts;
        if given + self.later < last.ts - 1_000 {
            self.later = last.ts + self.passed(last.playhead, event.player_time.playhead) - given;
        }
        event.player_time.ts = (given + self.later).max(last.ts + 1);
        if !event.player_time.playhead.is_finite() {
            event.player_time.playhead = last.playhead;
        }
        self.history.push(event);
        Ok(())
    }

    /// The same, but what is in the way is closed first, if that helps.
    pub fn record_closing(&mut self, event: Event) -> Result<(), &'static str> {
        let ad = self.in_ad().then_some(Event::ad_skip as fn(PlayerTime) -> Event);
        let ad_break =
            self.in_break().then_some(Event::ad_break_complete as fn(PlayerTime) -> Event);
        let chapter = self.in_chapter().then_some(Event::chapter_skip as fn(PlayerTime) -> Event);
        let closing = match event.event_name() {
            "adStart" | "adBreakComplete" => [ad, None, None],
            "adBreakStart" => [ad, ad_break, None],
            "chapterStart" => [None, None, chapter],
            "sessionComplete" | "sessionEnd" => [ad, ad_break, chapter],
            _ => [None; 3],
        };
        let before = self.history.len();
        let later = self.later;
        for closing in closing.into_iter().flatten() {
            self.record(closing(event.player_time))?;
        }
        self.record(event).inspect_err(|_| {
            self.history.truncate(before);
            self.later = later;
        })
    }

    /// The milliseconds that passed, by the playhead if something plays.
    fn passed(&self, from: f64, to: f64) -> i64 {
        let starting = !["play", "pauseStart", "bufferStart"].iter().any(|name| self.had(name));
        let plays =
            self.last_of(&["play", "pauseStart", "bufferStart"]) || starting && self.in_ad();
        let moved = (to - from) * 1_000.0;
        if plays && (1.0..=600_000.0).contains(&moved) { moved as i64 } else { 1 }
    }

    /// Whether the last of these events was the first of them.
    fn last_of(&self, names: &[&str]) -> bool {
        let mut backwards = self.history.iter().rev().map(Event::event_name);
        backwards.find(|name| names.contains(name)) == Some(names[0])
    }

    pub fn in_break(&self) -> bool {
        self.last_of(&["adBreakStart", "adBreakComplete"])
    }

    pub fn in_ad(&self) -> bool {
        self.last_of(&["adStart", "adComplete", "adSkip"])
    }

    pub fn in_chapter(&self) -> bool {
        self.last_of(&["chapterStart", "chapterComplete", "chapterSkip"])
    }

    fn had(&self, name: &str) -> bool {
        self.history.iter().any(|event| event.event_name() == name)
    }

    /// Whether nothing can follow.
    pub fn has_ended(&self) -> bool {
        self.had("sessionEnd")
    }

    /// State names in order of their first start, with whether they are active.
    pub fn states(&self) -> Vec<(String, bool)> {
        let mut states: Vec<(String, bool)> = Vec::new();
        for event in &self.history {
            for (name, starts) in changes(event) {
                match states.iter_mut().find(|(known, _)| *known == name) {
                    Some(known) => known.1 = starts,
                    None => states.push((name, starts)),
                }
            }
        }
        states
    }

    fn state_rule(&self, event: &Event) -> Option<&'static str> {
        let mut states = self.states();
        for (name, starts) in changes(event) {
            let count = states.len();
            let known = states.iter_mut().find(|(known, _)| *known == name);
            match (known, starts) {
                (Some((_, true)), true) => return Some("state-starts-once"),
                (Some((_, false)) | None, false) => return Some("state-ends-active"),
                (Some(known), starts) => known.1 = starts,
                (None, true) if count == 10 => return Some("ten-states"),
                (None, true) => states.push((name, true)),
            }
        }
        None
    }

    fn forbids(&self, event: &Event) -> Option<&'static str> {
        let rule = |forbidden: bool, rule| forbidden.then_some(rule);
        if event.event_name() == "sessionStart" {
            return Some("one-session-start");
        }
        if self.has_ended() {
            return Some("nothing-after-end");
        }
        let (in_break, in_ad) = (self.in_break(), self.in_ad());
        match event.event_name() {
            "play" | "pauseStart" | "bufferStart" => {
                rule(in_break && !in_ad, "no-playback-before-ad")
            }
            "adBreakStart" => rule(in_break, "one-ad-break"),
            "adBreakComplete" => {
                rule(!in_break, "close-what-is-open").or(rule(in_ad, "ad-closed-in-break"))
            }
            "adStart" => rule(!in_break, "ad-in-ad-break").or(rule(in_ad, "one-ad")),
            "adComplete" | "adSkip" => {
                rule(!in_break, "ad-in-ad-break").or(rule(!in_ad, "close-what-is-open"))
            }
            "chapterStart" => rule(self.in_chapter(), "one-chapter"),
            "chapterComplete" | "chapterSkip" => rule(!self.in_chapter(), "close-what-is-open"),
            "stateStart" | "stateEnd" | "statesUpdate" => self.state_rule(event),
            "sessionComplete" | "sessionEnd" => rule(in_break, "ad-break-closed"),
            "ping" | "bitrateChange" | "error" => None,
            _ => Some("known-event-type"),
        }
    }

    /// The names of the events that end the session here, as the official SDKs send them.
    pub fn closing(&self, last: &[&'static str]) -> Vec<&'static str> {
        if self.has_ended() {
            return Vec::new();
        }
        let ad = self.in_ad().then_some("adSkip");
        let ad_break = self.in_break().then_some("adBreakComplete");
        let chapter = self.in_chapter().then_some("chapterSkip");
        // The content is completed once.
        let last = last.iter().copied().filter(|name| *name == "sessionEnd" || !self.had(name));
        [ad, ad_break, chapter].into_iter().flatten().chain(last).collect()
    }
}

/// What becomes of which state: ends come first in an update.
fn changes(event: &Event) -> Vec<(String, bool)> {
    match &event.body {
        EventBody::StateStart(params) => vec![(params.name.clone(), true)],
        EventBody::StateEnd(params) => vec![(params.name.clone(), false)],
        EventBody::StatesUpdate(params) => {
            let ends = params.states_end.iter().flatten().map(|state| (state.name.clone(), false));
            let starts =
                params.states_start.iter().flatten().map(|state| (state.name.clone(), true));
            ends.chain(starts).collect()
        }
        _ => Vec::new(),
    }
}
