//! Which calls are allowed, and what each does.

use super::input::Input;
use super::media::Media;
use super::outcome::Ignored;
use super::rules::{Playheads, Reset, Rules};
use super::run::Run;
use super::shared::Shared;
use super::state::{Asked, Doing, Following, SentQuality};
use super::values;
use crate::event::{Event, EventBody, EventType};
use crate::session::MAX_STATES;

fn unless(holds: bool, why: Ignored) -> Result<(), Ignored> {
    if holds { Ok(()) } else { Err(why) }
}

impl Run<'_> {
    /// Whether a call is allowed now.
    pub(super) fn allow(&self, input: &Input) -> Result<(), Ignored> {
        let state = &*self.state;
        match input {
            Input::SessionStart(media) => {
                unless(state.media.is_none(), Ignored::SessionActive)?;
                return values::of_start(&media.start, self.rules);
            }
            Input::Nothing => return Err(Ignored::ByHost),
            _ => unless(state.media.is_some(), Ignored::NoSession)?,
        }
        match input {
            Input::Play => self.may_play(),
            Input::Pause | Input::BufferStart | Input::SeekStart => {
                self.may_play()?;
                unless(!state.buffering && !state.seeking, Ignored::Unsettled)
            }
            Input::BufferComplete => {
                self.may_play()?;
                unless(state.buffering, Ignored::NotStarted)
            }
            Input::SeekComplete => {
                self.may_play()?;
                unless(state.seeking, Ignored::NotStarted)
            }
            Input::Open(event) => self.may_open(event),
            Input::AdBreakComplete => unless(state.ad_break.is_some(), Ignored::AdBreakNotOpen),
            Input::AdComplete | Input::AdSkip => {
                unless(state.ad_break.is_some(), Ignored::AdBreakNotOpen)?;
                unless(state.ad.is_some(), Ignored::AdNotOpen)
            }
            Input::ChapterComplete | Input::ChapterSkip => {
                unless(state.chapter.is_some(), Ignored::ChapterNotOpen)
            }
            Input::Error { id, .. } => values::of_error(id, self.rules),
            Input::State { name, starts } => self.may_change_state(name, *starts),
            Input::Quality(quality) if !quality.is_valid(self.rules) => {
                Err(Ignored::Invalid("the quality: a number is negative or not finite".into()))
            }
            _ => Ok(()),
        }
    }

    fn may_play(&self) -> Result<(), Ignored> {
        let waits = self.state.break_waits.is_some();
        unless(!self.state.is_between_ads() || waits, Ignored::BetweenAds)
    }

    fn may_open(&self, event: &Shared<Event>) -> Result<(), Ignored> {
        let state = &*self.state;
        let open = match &event.body {
            EventBody::AdBreakStart { .. } => &state.ad_break,
            EventBody::AdStart { .. } => {
                let is_open = state.ad_break.is_some() || self.opens_breaks();
                unless(is_open, Ignored::AdBreakNotOpen)?;
                &state.ad
            }
            _ => &state.chapter,
        };
        values::of_opened(event, self.rules)?;
        let is_same = |open: &Shared<Event>| values::are_same(open, event, self.rules.tolerance);
        // An automatic break that waits is not the player's.
        let open = open.as_ref().filter(|_| state.break_waits.is_none() || state.ad.is_some());
        unless(!open.is_some_and(is_same), Ignored::Same)
    }

    fn may_change_state(&self, name: &str, starts: bool) -> Result<(), Ignored> {
        values::of_state(name)?;
        match (self.state.state(name), starts) {
            (Some(true), true) => Err(Ignored::StateActive),
            (Some(true), false) | (Some(false), true) => Ok(()),
            (_, false) => Err(Ignored::StateNotActive),
            (None, true) => unless(self.state.states().len() < MAX_STATES, Ignored::TenStates),
        }
    }

    /// Whether an ad without an ad break gets one.
    pub(super) fn opens_breaks(&self) -> bool {
        let asked = self.state.media.as_ref().and_then(|media| media.automatic_ad_breaks);
        asked.unwrap_or(self.options.automatic_ad_breaks)
    }

    /// Does what an allowed call says.
    pub(super) fn act(&mut self, input: &Input) -> Result<(), Ignored> {
        match input {
            Input::SessionStart(media) => self.begin(media),
            Input::Complete => self.finish(EventType::SessionComplete),
            Input::End => self.finish(EventType::SessionEnd),
            Input::Play => {
                self.state.asked = Asked::Play;
                (self.state.buffering, self.state.seeking) = (false, false);
            }
            Input::Pause => self.state.asked = Asked::Pause,
            Input::BufferStart => self.state.buffering = true,
            Input::BufferComplete => self.state.buffering = false,
            Input::SeekStart => self.state.seeking = true,
            Input::SeekComplete => self.state.seeking = false,
            Input::Open(event) => return self.open(event),
            Input::AdBreakComplete => self.end_break(),
            Input::AdComplete => self.close_ad(EventType::AdComplete),
            Input::AdSkip => self.close_ad(EventType::AdSkip),
            Input::ChapterComplete => self.close_chapter(EventType::ChapterComplete),
            Input::ChapterSkip => self.close_chapter(EventType::ChapterSkip),
            Input::BitrateChange => self.emit_bitrate_change(),
            Input::Error { id, source } => self.emit_error(id, source),
            Input::State { name, starts } => {
                self.state.set_state(name, *starts);
                self.emit_state(name, *starts);
            }
            Input::Quality(quality) => self.state.quality = Some(quality.clone()),
            Input::Playhead(playhead) => self.set_playhead(*playhead),
            Input::Behind(millis) => self.set_behind(*millis),
            Input::Nothing => {}
        }
        Ok(())
    }

    fn begin(&mut self, media: &Shared<Media>) {
        let state = &mut *self.state;
        state.reset(Reset::AtStart, self.rules);
        state.media = Some(media.clone());
        (state.ad_break, state.ad, state.chapter, state.states) = (None, None, None, None);
        (state.quality, state.sent_quality) = (None, SentQuality::Nothing);
        (state.asked, state.buffering, state.seeking) = (Asked::Nothing, false, false);
        state.playhead = media.start.player_time.playhead().unwrap_or_default();
        state.live =
            media.live.map(|live| Following { behind: live.behind, dvr: live.dvr, stands: false });
        (state.reported, state.reported_at) = (Doing::Starting, self.at.time);
        (state.opened, state.automatic_breaks) = (false, 0);
        (state.break_is_automatic, state.break_waits) = (false, None);
        state.tracking = !state.opted_out;
        self.set_interval();
        self.follow_live();
        self.emit_start(false);
        (self.state.began_at, self.state.held_since) = (self.at.time, self.at.time);
        self.state.holding = self.hold() > 0;
    }

    fn finish(&mut self, with: EventType) {
        self.close_ad(EventType::AdSkip);
        self.close_break();
        self.close_chapter(EventType::ChapterSkip);
        self.end_session(with);
        self.state.media = None;
        self.state.reset(Reset::AtEnd, self.rules);
    }

    fn open(&mut self, event: &Shared<Event>) -> Result<(), Ignored> {
        match &event.body {
            EventBody::AdBreakStart { .. } => {
                self.end_break();
                self.state.ad_break = Some(event.clone());
                self.emit(event.body.clone());
            }
            EventBody::AdStart { .. } => {
                if self.state.ad_break.is_none() {
                    self.open_break()?;
                }
                self.close_ad(EventType::AdSkip);
                self.state.break_waits = None;
                self.state.ad = Some(event.clone());
                self.emit_ad();
            }
            _ => {
                self.close_chapter(EventType::ChapterSkip);
                self.state.chapter = Some(event.clone());
                self.emit(event.body.clone());
            }
        }
        Ok(())
    }

    /// Opens an ad break for an ad that comes without one.
    fn open_break(&mut self) -> Result<(), Ignored> {
        let number = self.state.automatic_breaks + 1;
        let event = values::break_of(number, self.state.playhead).ok_or(Ignored::AdBreakNotOpen)?;
        self.state.automatic_breaks = number;
        self.state.break_is_automatic = true;
        self.emit(event.body.clone());
        self.state.ad_break = Some(Shared::new(event));
        Ok(())
    }

    /// Closes the ad break, and the ad in it.
    pub(super) fn end_break(&mut self) {
        self.close_ad(EventType::AdSkip);
        self.close_break();
    }

    fn close_ad(&mut self, with: EventType) {
        if self.state.ad.is_none() {
            return;
        }
        self.state.ad = None;
        self.set_interval();
        self.emit_bare(with);
        if self.state.break_is_automatic {
            self.state.break_waits = Some(self.at);
        }
    }

    fn close_break(&mut self) {
        if self.state.ad_break.is_some() {
            self.emit_bare(EventType::AdBreakComplete);
            self.state.ad_break = None;
            (self.state.break_is_automatic, self.state.break_waits) = (false, None);
        }
    }

    fn close_chapter(&mut self, with: EventType) {
        if self.state.chapter.is_some() {
            self.emit_bare(with);
            self.state.chapter = None;
        }
    }

    fn set_playhead(&mut self, playhead: Option<f64>) {
        let Some(playhead) = playhead else { return };
        if is_taken(playhead, self.rules) && self.state.live.is_none() {
            self.state.playhead = playhead;
        }
    }

    fn set_behind(&mut self, millis: i64) {
        if let Some(live) = &mut self.state.live {
            live.behind = millis;
            self.jump_live();
        }
    }
}

/// Whether a tracker takes such a playhead.
fn is_taken(playhead: f64, rules: &Rules) -> bool {
    match rules.playheads {
        Playheads::Finite => playhead.is_finite() && playhead >= 0.0,
        Playheads::NotNegative => playhead >= 0.0,
        Playheads::Any => !playhead.is_nan(),
    }
}
