//! What follows every call: the timers, and when they are due.

use super::super::call::Call;
use super::flavour::Flavour;
use super::machine::{Machine, PlayState};

/// The back end has closed the session.
const CLOSED: i64 = 600_000;
const IDLE: i64 = 1_800_000;
const DAY: i64 = 86_400_000;
const CONTENT_START: i64 = 1_000;

fn event_of(state: PlayState) -> &'static str {
    match state {
        PlayState::Init => "ping",
        PlayState::Play => "play",
        PlayState::Pause | PlayState::Seek => "pauseStart",
        PlayState::Buffer => "bufferStart",
    }
}

impl Machine {
    pub(super) fn exit_steps(&mut self, call: &Call) {
        let is_ad = matches!(call, Call::AdStart(_));
        let is_complete = matches!(call, Call::BufferComplete | Call::SeekComplete);
        if self.play == PlayState::Init && is_ad && !self.buffering && !self.seeking {
            self.play = PlayState::Play;
        }
        if self.play == PlayState::Init && is_complete && !self.flavour.is_better() {
            self.play = PlayState::Pause;
        }
        self.idle_check();
        if !self.muted && self.time - self.began_at >= DAY {
            self.abort();
            self.restart();
        }
        self.content_start();
        self.playback(is_ad || *call == Call::BreakComplete);
    }

    /// Nothing was heard of the player for so long that the back end has closed the session.
    pub(super) fn silence(&mut self, call: &Call) {
        let silence = self.time - self.heard_at;
        let is_closed = (CLOSED..DAY).contains(&silence);
        if !(self.flavour.is_better() && self.tracking && is_closed) {
            return;
        }
        let now = (self.time, self.ts);
        (self.time, self.ts) = self.previous;
        self.abort();
        (self.time, self.ts) = now;
        self.muted = true;
        if *call == Call::Complete && !self.is_idle() {
            self.idle_check();
        }
    }

    fn is_idle(&self) -> bool {
        self.play != PlayState::Play || self.buffering || self.seeking
    }

    fn idle_check(&mut self) {
        if self.is_idle() {
            if !self.idle {
                (self.idle, self.idle_since) = (true, self.time);
            } else if !self.muted && self.time - self.idle_since >= IDLE {
                self.abort();
                self.muted = true;
            }
        } else {
            if self.muted {
                self.restart();
                self.muted = false;
            }
            self.idle = false;
        }
    }

    fn content_start(&mut self) {
        if self.is_idle() || self.content_started {
            return;
        }
        if self.ad_break.is_some() {
            self.content_since = None;
            return;
        }
        let since = self.content_since.unwrap_or(self.time);
        self.content_since = Some(since);
        if self.time - since >= CONTENT_START {
            self.playback(true);
            self.content_started = true;
        }
    }

    fn effective(&self) -> PlayState {
        match self.play {
            _ if self.buffering => PlayState::Buffer,
            _ if self.seeking => PlayState::Seek,
            play => play,
        }
    }

    fn playback(&mut self, force: bool) {
        if !self.tracking {
            return;
        }
        let state = self.effective();
        let mut says = force;
        if self.flavour.is_better() {
            says |= state != PlayState::Init && event_of(state) != event_of(self.reported);
            says &= !self.gap();
        } else {
            says |= state != self.reported;
        }
        if says {
            self.emit(event_of(state), None, None);
            (self.reported, self.reported_at) = (state, self.time);
        } else if self.time - self.reported_at >= self.interval {
            self.emit("ping", None, None);
            self.reported_at = self.time;
        }
    }

    fn abort(&mut self) {
        if self.flavour.is_better() {
            let open = [
                (self.ad.is_some(), "adSkip"),
                (self.ad_break.is_some(), "adBreakComplete"),
                (self.chapter.is_some(), "chapterSkip"),
            ];
            for (_, event) in open.into_iter().filter(|(is_open, _)| *is_open) {
                self.emit(event, None, None);
            }
        }
        self.emit("sessionEnd", None, None);
        self.tracking = false;
    }

    fn restart(&mut self) {
        if self.flavour.is_better() {
            self.states.retain(|(_, on)| *on);
        }
        (self.reported, self.reported_at) = (PlayState::Init, self.time);
        self.quality_sent = None;
        self.sessions.push(Vec::new());
        self.tracking = true;
        self.emit_start(true);
        if self.chapter.is_some() {
            self.emit_chapter();
        }
        if self.ad_break.is_some() {
            self.emit_break();
        }
        if self.ad.is_some() {
            self.emit_ad();
        }
        for name in self.active_states() {
            self.emit_state(&name, "stateStart");
        }
        self.playback(true);
        self.began_at = self.time;
        (self.content_started, self.content_since) = (false, None);
    }

    /// The names of those that are on: in the order of a `java.util.HashMap` on Android.
    fn active_states(&self) -> Vec<String> {
        let all = self.states.iter();
        let on: Vec<_> = all.filter(|(_, on)| *on).map(|(name, _)| name.clone()).collect();
        if self.flavour != Flavour::Android {
            return on;
        }
        let bucket = |name: &str| {
            let mut hash = 0_u32;
            for unit in name.encode_utf16() {
                hash = hash.wrapping_mul(31).wrapping_add(unit.into());
            }
            (hash ^ (hash >> 16)) % 16
        };
        let of = |number| on.iter().filter(move |name| bucket(name) == number).cloned();
        (0..16).flat_map(of).collect()
    }

    /// When something is due, in better mode.
    pub fn deadline(&self) -> Option<i64> {
        self.media.as_ref()?;
        if self.holding {
            return Some(self.hold_start + self.hold());
        }
        if self.muted {
            return None;
        }
        let mut due = vec![self.began_at + DAY];
        if self.tracking {
            due.push(self.reported_at + self.interval);
        }
        if self.idle {
            due.push(self.idle_since + IDLE);
        }
        if let Some(since) = self.content_since
            && !self.is_idle()
            && !self.content_started
            && self.ad_break.is_none()
        {
            due.push(since + CONTENT_START);
        }
        due.into_iter().min()
    }
}
