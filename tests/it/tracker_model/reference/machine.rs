//! The rules of one call.

use serde_json::Value;

use super::super::call::{Call, Content, Part};
use super::flavour::Flavour;
use super::values;

pub const HOLD: i64 = 250;
const PING: i64 = 10_000;
const DOWNLOADED: i64 = 50_000;

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fate {
    Taken,
    Held,
    Ignored,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PlayState {
    Init,
    Play,
    Pause,
    Buffer,
    Seek,
}

pub struct Machine {
    pub flavour: Flavour,
    pub downloaded: bool,
    /// When the present call was made: by the clock of the timers, and what is sent.
    pub time: i64,
    pub ts: i64,
    pub sessions: Vec<Vec<Value>>,
    pub media: Option<Content>,
    pub(super) play: PlayState,
    pub(super) buffering: bool,
    pub(super) seeking: bool,
    pub(super) playhead: f64,
    pub(super) ad_break: Option<Part>,
    pub(super) ad: Option<Part>,
    pub(super) chapter: Option<Part>,
    pub(super) states: Vec<(String, bool)>,
    pub(super) quality: Option<[f64; 4]>,
    pub(super) quality_sent: Option<Value>,
    pub(super) reported: PlayState,
    pub(super) reported_at: i64,
    pub(super) interval: i64,
    pub(super) tracking: bool,
    pub(super) began_at: i64,
    pub(super) holding: bool,
    pub(super) hold_start: i64,
    pub(super) held: Vec<(Call, i64, i64)>,
    pub(super) muted: bool,
    pub(super) idle: bool,
    pub(super) idle_since: i64,
    pub(super) content_started: bool,
    pub(super) content_since: Option<i64>,
    pub last_ts: i64,
    /// When the last event was sent, by the clock of the timers.
    pub(super) heard_at: i64,
    /// When the call before was made: by the clock of the timers, and what is sent.
    pub previous: (i64, i64),
}

impl Machine {
    pub fn new(flavour: Flavour, downloaded: bool) -> Self {
        Self {
            flavour,
            downloaded,
            time: 0,
            ts: 0,
            sessions: Vec::new(),
            media: None,
            play: PlayState::Init,
            buffering: false,
            seeking: false,
            playhead: 0.0,
            ad_break: None,
            ad: None,
            chapter: None,
            states: Vec::new(),
            quality: None,
            quality_sent: None,
            reported: PlayState::Init,
            reported_at: 0,
            interval: PING,
            tracking: false,
            began_at: 0,
            holding: false,
            hold_start: 0,
            held: Vec::new(),
            muted: false,
            idle: false,
            idle_since: 0,
            content_started: false,
            content_since: None,
            last_ts: 0,
            heard_at: 0,
            previous: (0, 0),
        }
    }

    pub(super) fn hold(&self) -> i64 {
        self.media.as_ref().and_then(|media| media.hold).unwrap_or(HOLD)
    }

    pub fn track(&mut self, call: &Call, time: i64, ts: i64) -> Fate {
        if !(self.holding && self.media.is_some()) {
            return if self.process(call, time, ts) { Fate::Taken } else { Fate::Ignored };
        }
        if !values::can_wait(call) {
            return Fate::Ignored;
        }
        self.held.push((call.clone(), time, ts));
        let ends = match call {
            Call::BreakStart(_) => true,
            Call::Complete | Call::End => self.flavour.end_ends_hold(),
            _ => false,
        };
        let is_over = time - self.hold_start >= self.hold();
        if !ends && !is_over {
            return Fate::Held;
        }
        let for_a_break = match call {
            Call::BreakStart(part) if self.flavour.is_better() => {
                !is_over && values::ad_break(self.flavour, part)
            }
            Call::BreakStart(_) => true,
            _ => false,
        };
        let mut early_play = false;
        for (held, time, ts) in std::mem::take(&mut self.held) {
            if for_a_break && held == Call::Play {
                if self.flavour.is_better() {
                    (early_play, self.buffering, self.seeking) = (true, false, false);
                }
            } else if self.process(&held, time, ts) && held == Call::Pause {
                early_play = false;
            }
        }
        self.holding = false;
        if early_play {
            self.play = PlayState::Play;
            self.exit_steps(&Call::Playhead(self.playhead));
        }
        Fate::Taken
    }

    fn process(&mut self, call: &Call, time: i64, ts: i64) -> bool {
        if !self.accepts(call) {
            return false;
        }
        (self.time, self.ts) = (time, ts);
        self.silence(call);
        self.act(call);
        if self.media.is_some() {
            self.exit_steps(call);
        }
        true
    }

    pub(super) fn gap(&self) -> bool {
        self.ad_break.is_some() && self.ad.is_none()
    }

    fn accepts(&self, call: &Call) -> bool {
        let flavour = self.flavour;
        if let Call::SessionStart(content) = call {
            return self.media.is_none() && values::media(flavour, content);
        }
        if self.media.is_none() {
            return false;
        }
        let known = |name: &str| self.states.iter().find(|(known, _)| known == name);
        match call {
            Call::Play => !self.gap(),
            Call::Pause | Call::BufferStart | Call::SeekStart => {
                !self.gap() && !self.buffering && !self.seeking
            }
            Call::BufferComplete => !self.gap() && self.buffering,
            Call::SeekComplete => !self.gap() && self.seeking,
            Call::BreakStart(part) => {
                let open = self.ad_break.as_ref();
                values::ad_break(flavour, part)
                    && !open.is_some_and(|open| values::same_break(flavour, open, part))
            }
            Call::BreakComplete => self.ad_break.is_some(),
            Call::AdStart(part) => {
                let open = self.ad.as_ref();
                self.ad_break.is_some()
                    && values::ad(flavour, part)
                    && !open.is_some_and(|open| values::same_ad(flavour, open, part))
            }
            Call::AdComplete | Call::AdSkip => self.ad_break.is_some() && self.ad.is_some(),
            Call::ChapterStart(part) => {
                let open = self.chapter.as_ref();
                values::chapter(flavour, part)
                    && !open.is_some_and(|open| values::same_chapter(flavour, open, part))
            }
            Call::ChapterComplete | Call::ChapterSkip => self.chapter.is_some(),
            Call::Error(id) => values::error(flavour, id),
            Call::State { name, starts: true } => {
                let fits = known(name).is_some() || self.states.len() < 10;
                values::state(name) && !known(name).is_some_and(|(_, on)| *on) && fits
            }
            Call::State { name, .. } => values::state(name) && known(name).is_some_and(|it| it.1),
            Call::Quality(numbers) => values::quality(flavour, *numbers),
            Call::Refused => false,
            _ => true,
        }
    }

    fn act(&mut self, call: &Call) {
        match call {
            Call::SessionStart(content) => self.start(content),
            Call::Complete => self.end("sessionComplete"),
            Call::End => self.end("sessionEnd"),
            Call::Play => {
                (self.play, self.buffering, self.seeking) = (PlayState::Play, false, false);
            }
            Call::Pause => self.play = PlayState::Pause,
            Call::BufferStart => self.buffering = true,
            Call::BufferComplete => self.buffering = false,
            Call::SeekStart => self.seeking = true,
            Call::SeekComplete => self.seeking = false,
            Call::BreakStart(part) => {
                self.close_ad("adSkip");
                self.close_break();
                self.ad_break = Some(part.clone());
                self.emit_break();
            }
            Call::BreakComplete => {
                self.close_ad("adSkip");
                self.close_break();
            }
            Call::AdStart(part) => {
                self.close_ad("adSkip");
                self.ad = Some(part.clone());
                self.emit_ad();
            }
            Call::AdComplete => self.close_ad("adComplete"),
            Call::AdSkip => self.close_ad("adSkip"),
            Call::ChapterStart(part) => {
                self.close_chapter("chapterSkip");
                self.chapter = Some(part.clone());
                self.emit_chapter();
            }
            Call::ChapterComplete => self.close_chapter("chapterComplete"),
            Call::ChapterSkip => self.close_chapter("chapterSkip"),
            Call::BitrateChange => self.emit_bitrate_change(),
            Call::Error(id) => self.emit_error(id),
            Call::State { name, starts } => {
                match self.states.iter_mut().find(|(known, _)| known == name) {
                    Some((_, on)) => *on = *starts,
                    None => self.states.push((name.clone(), *starts)),
                }
                self.emit_state(name, if *starts { "stateStart" } else { "stateEnd" });
            }
            Call::Quality(numbers) => self.quality = Some(*numbers),
            Call::Playhead(value) if values::playhead(self.flavour, *value) => {
                self.playhead = *value;
            }
            _ => {}
        }
    }

    fn start(&mut self, content: &Content) {
        self.media = Some(content.clone());
        (self.play, self.buffering, self.seeking) = (PlayState::Init, false, false);
        (self.ad_break, self.ad, self.chapter) = (None, None, None);
        self.states.clear();
        (self.quality, self.quality_sent) = (None, None);
        self.playhead = content.playhead.filter(|it| it.is_finite() && *it >= 0.0).unwrap_or(0.0);
        (self.reported, self.reported_at) = (PlayState::Init, self.time);
        self.interval = self.base_interval();
        if !self.flavour.flags_leak() {
            self.reset_flags();
        }
        self.sessions.push(Vec::new());
        self.tracking = true;
        self.emit_start(false);
        (self.began_at, self.hold_start) = (self.time, self.time);
        self.holding = self.hold() > 0;
    }

    pub(super) fn reset_flags(&mut self) {
        (self.muted, self.idle, self.idle_since) = (false, false, 0);
        (self.content_started, self.content_since) = (false, None);
    }

    fn end(&mut self, event: &str) {
        self.close_ad("adSkip");
        self.close_break();
        self.close_chapter("chapterSkip");
        self.emit(event, None, None);
        self.tracking = false;
        self.media = None;
        if !self.flavour.flags_leak() {
            self.reset_flags();
        }
    }

    fn close_ad(&mut self, event: &str) {
        if self.ad.is_some() {
            self.interval = self.base_interval();
            self.emit(event, None, None);
            self.ad = None;
        }
    }

    fn close_break(&mut self) {
        if self.ad_break.is_some() {
            self.emit("adBreakComplete", None, None);
            self.ad_break = None;
        }
    }

    fn close_chapter(&mut self, event: &str) {
        if self.chapter.is_some() {
            self.emit(event, None, None);
            self.chapter = None;
        }
    }

    fn base_interval(&self) -> i64 {
        if self.downloaded { DOWNLOADED } else { PING }
    }
}
