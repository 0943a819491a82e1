//! What is recorded: the content of events.

use super::moment::no_time;
use super::quality::Quality;
use super::rules::SpecialQuality;
use super::run::{Run, Step};
use super::shared::Shared;
use super::state::{SentQuality, State};
use crate::event::{Event, EventBody, EventType, PlayerTime, QoeData};

const DAY: i64 = 24 * 60 * 60 * 1_000;

impl Run<'_> {
    /// The playhead of a live stream goes on while the stream plays.
    pub(super) fn follow_live(&mut self) {
        let waits = self.state.asked != super::state::Asked::Nothing && self.state.is_idle();
        let stands = waits || self.state.ad_break.is_some();
        let (ts, playhead) = (self.at.ts, self.state.playhead);
        let Some(live) = &mut self.state.live else { return };
        if stands {
            live.stands = true;
            return;
        }
        if std::mem::take(&mut live.stands) && live.dvr {
            live.behind = ts.saturating_sub((playhead * 1_000.0) as i64).rem_euclid(DAY);
        }
        self.jump_live();
    }

    /// The playhead of a live stream is where the stream is.
    pub(super) fn jump_live(&mut self) {
        if let Some(live) = self.state.live {
            let place = self.at.ts.saturating_sub(live.behind).rem_euclid(DAY);
            self.state.playhead = place as f64 / 1_000.0;
        }
    }

    /// Records an event without parameters, if the schemas have such an event.
    pub(super) fn emit_bare(&mut self, event_type: EventType) {
        if let Some(event) = Event::bare(event_type, no_time()) {
            self.emit(event.body);
        }
    }

    /// Records an event with the quality, if that has changed.
    pub(super) fn emit(&mut self, body: EventBody) {
        let quality = self.changed_quality();
        self.push(body, quality);
    }

    /// The quality, if it is not what was sent last.
    fn changed_quality(&mut self) -> Option<Box<QoeData>> {
        let quality = self.state.quality.as_ref()?;
        let is_sent = match &self.state.sent_quality {
            SentQuality::Quality(sent) => quality.is_same(sent, self.rules),
            SentQuality::Nothing | SentQuality::OfError => false,
        };
        if is_sent {
            return None;
        }
        let data = quality.data(self.rules);
        self.state.sent_quality = SentQuality::Quality(quality.clone());
        data
    }

    fn push(&mut self, body: EventBody, quality: Option<Box<QoeData>>) {
        if !self.state.tracking {
            return;
        }
        let mut event = Event::new(self.time(), body);
        event.qoe_data = quality;
        self.steps.push(Step::Record(event));
    }

    /// The time of the next event.
    fn time(&mut self) -> PlayerTime {
        let mut ts = self.at.ts;
        if self.rules.distinct_times {
            ts = ts.max(self.state.last_ts.saturating_add(1));
        }
        (self.state.last_ts, self.state.heard_at) = (ts, self.at.time);
        let mut time = PlayerTime::of_ts(ts);
        time.set_playhead(self.state.playhead);
        time
    }

    /// Opens a session.
    pub(super) fn emit_start(&mut self, again: bool) {
        let Some(media) = self.state.media.clone() else { return };
        let quality = self.changed_quality();
        if !self.state.tracking {
            return;
        }
        let mut start = media.start.clone();
        start.player_time = self.time();
        start.qoe_data = quality;
        if again && self.rules.says_resume && self.state.opened {
            start.params.say_resume(Some(true));
        }
        if self.downloaded || self.rules.says_downloaded {
            start.params.say_downloaded(Some(self.downloaded));
        }
        self.state.opened = true;
        self.state.reopened = 0;
        self.steps.push(Step::Open(Box::new(start)));
    }

    /// Records what opens an ad break, an ad or a chapter.
    pub(super) fn emit_opened(&mut self, opened: Option<&Shared<Event>>) {
        if let Some(event) = opened {
            self.emit(event.body.clone());
        }
    }

    /// Records the start of the present ad, if there is one.
    pub(super) fn emit_ad(&mut self) {
        if let Some(ad) = self.state.ad.clone() {
            self.set_interval();
            self.emit(ad.body.clone());
        }
    }

    pub(super) fn emit_state(&mut self, name: &str, starts: bool) {
        let body = if starts { EventBody::state_start(name) } else { EventBody::state_end(name) };
        let quality = self.rules.quality_on_states.then(|| self.changed_quality()).flatten();
        if let Some(body) = body {
            self.push(body, quality);
        }
    }

    pub(super) fn emit_bitrate_change(&mut self) {
        let Some(event) = Event::bare(EventType::BitrateChange, no_time()) else { return };
        let State { quality, sent_quality, .. } = &mut *self.state;
        let data = quality.as_ref().and_then(|quality| quality.data(self.rules));
        if let Some(quality) = quality
            && self.rules.special_quality != SpecialQuality::Nothing
        {
            *sent_quality = SentQuality::Quality(quality.clone());
        }
        self.push(event.body, data);
    }

    pub(super) fn emit_error(&mut self, id: &str, source: &str) {
        let Some(event) = Event::bare(EventType::Error, no_time()) else { return };
        let State { quality, sent_quality, .. } = &mut *self.state;
        let data = Quality::with_error(quality.as_ref(), id, source, self.rules);
        match self.rules.special_quality {
            SpecialQuality::AsCarried => *sent_quality = SentQuality::OfError,
            SpecialQuality::Nothing => {}
            SpecialQuality::Quality => {
                *sent_quality = quality.clone().map_or(SentQuality::Nothing, SentQuality::Quality);
            }
        }
        self.push(event.body, data);
    }
}
