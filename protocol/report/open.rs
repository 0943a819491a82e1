//! A session that is open: what was summed up to its last event.

use serde::{Deserialize, Serialize};

use super::amount::Amount;
use super::content::{Content, Interval};
use super::diagnostic::{Diagnostic, Notice};
use super::opened::Opened;
use super::parts::{Ad, Pod};
use super::playheads::{Progress, Range};
use super::quality::Quality;
use super::states::States;
use crate::event::{Event, EventBody};
use crate::schema::keys;
use crate::session::{Playback, is_live};

/// A session that is open.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Open {
    pub(super) start: Opened,
    /// The MD5 sum of the content's id, with which the ids of ad breaks and chapters begin.
    pub(super) content_sum: String,
    pub(super) is_downloaded: bool,
    /// The length of the content in seconds, if it is known.
    pub(super) length: Option<f64>,
    pub(super) start_ts: i64,
    pub(super) last: Last,
    /// When the playhead last changed.
    pub(super) moved_at: i64,
    pub(super) playback: Playback,
    pub(super) pod: Option<Pod>,
    pub(super) ad: Option<Ad>,
    pub(super) chapter: Option<Opened>,
    pub(super) content: Content,
    pub(super) times: Times,
    pub(super) counts: Counts,
    /// The playheads of all events.
    pub(super) seen: Range,
    pub(super) reached: Progress,
    pub(super) quality: Quality,
    pub(super) states: States,
    /// Whether the playhead jumped while the content played.
    pub(super) has_jumped: bool,
}

/// The last event.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub(super) struct Last {
    pub(super) ts: i64,
    pub(super) event: usize,
    /// The last playhead that was a number.
    pub(super) playhead: Option<f64>,
}

/// Times that are not of the content.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(super) struct Times {
    pub(super) ads: Amount,
    pub(super) pauses: Amount,
    pub(super) buffering: Amount,
    /// Of the last two, what lies in ads.
    pub(super) paused_in_ads: i64,
    pub(super) buffered_in_ads: i64,
    /// In ads that began while the content was paused or buffering.
    pub(super) held: i64,
    /// In ad breaks, but in no ad.
    pub(super) gaps: i64,
    /// Of the content before any `play`, after an ad break.
    pub(super) unannounced: Amount,
    /// Of it, intervals in which the playhead moved.
    pub(super) watched_unannounced: i64,
    /// Whether a timestamp was earlier than that of the event before.
    pub(super) went_back: bool,
    /// In ads, while a chapter is open.
    pub(super) chapter_in_ads: i64,
}

/// What happened, and how often.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub(super) struct Counts {
    /// The first `play`, and milliseconds from the start to it.
    pub(super) first_play: Option<(usize, i64)>,
    /// The first `play` outside an ad break.
    pub(super) started: Option<usize>,
    pub(super) completed: Option<usize>,
    /// The time of the content, and of content and ads, until then.
    pub(super) until_completed: (i64, i64),
    pub(super) pauses: Amount,
    pub(super) pause_events: i64,
    pub(super) buffers: Amount,
    pub(super) buffer_events: i64,
    pub(super) ads: Amount,
    pub(super) breaks: Amount,
    pub(super) chapters: Amount,
    /// Whether an `error` came after the last `play`.
    pub(super) is_after_error: bool,
}

/// An ad that began while the content was paused did not play, or perhaps it did: returns how long.
fn held_back(ad: &mut Option<Ad>, ms: i64) -> i64 {
    let Some(ad) = ad.as_mut().filter(|ad| ad.is_held) else { return 0 };
    ad.held = ad.held.saturating_add(ms);
    ms
}

/// The playhead, if it is a number.
pub(super) fn playhead_of(event: &Event) -> Option<f64> {
    event.player_time.playhead().filter(|playhead| playhead.is_finite())
}

impl Open {
    pub(super) fn by(event: &Event, index: usize, downloaded: Option<bool>) -> Self {
        let ts = event.player_time.ts();
        let playhead = playhead_of(event);
        let start = Opened::by(event, index);
        let flag = |key| start.params()?.member(key)?.flag();
        let is_downloaded = downloaded.or_else(|| flag(keys::DOWNLOADED)).unwrap_or_default();
        let length = start.params().and_then(|params| params.number_at(keys::LENGTH));
        let id = event.body.params().and_then(|params| params.text_at(keys::MEDIA_ID));
        let id = id.unwrap_or_default();
        let mut seen = Range::default();
        playhead.into_iter().for_each(|playhead| seen.add(playhead, index));
        Self {
            is_downloaded,
            length: length.filter(|length| *length > 0.0 && length.is_finite()),
            content_sum: format!("{:x}", md5::compute(id)),
            start,
            start_ts: ts,
            last: Last { ts, event: index, playhead },
            moved_at: ts,
            playback: Playback::Starting,
            pod: None,
            ad: None,
            chapter: None,
            content: Content::default(),
            times: Times::default(),
            counts: Counts::default(),
            seen,
            reached: Progress::default(),
            quality: Quality::default(),
            states: States::default(),
            has_jumped: false,
        }
    }

    pub(super) fn start_says(&self, key: &str) -> bool {
        let flag = || self.start.params()?.member(key)?.flag();
        flag().unwrap_or_default()
    }

    pub(super) fn start_text(&self, key: &str) -> &str {
        self.start.params().and_then(|params| params.text_at(key)).unwrap_or_default()
    }

    /// Whether the content plays.
    #[inline]
    pub(super) fn content_plays(&self) -> bool {
        self.playback == Playback::Playing && self.pod.is_none()
    }

    /// The time since the last event was of what was so before this one. Returns what is odd about
    /// it.
    #[inline]
    pub(super) fn passes(&mut self, event: &Event, index: usize) -> Option<Notice> {
        let ts = event.player_time.ts();
        self.times.went_back |= ts < self.last.ts;
        let playhead = playhead_of(event);
        let interval = Interval {
            ms: ts.saturating_sub(self.last.ts).max(0),
            from: self.last.event,
            to: index,
            playheads: self.last.playhead.zip(playhead),
        };
        let mut odd = None;
        if self.content_plays() {
            if self.content.is_stalled {
                self.content.stalls(&interval);
            } else {
                let (after_error, bitrate) =
                    (self.counts.is_after_error, self.quality.bitrate.now());
                // Markers count only after the content start.
                let length = self.length.filter(|_| self.counts.started.is_some());
                let is_jump = self.content.plays(&interval, after_error, bitrate, length);
                odd = is_jump.then_some(Notice::Jump);
                self.has_jumped |= is_jump;
            }
        } else {
            self.passes_otherwise(&interval);
        }
        self.quality.bitrate.passes(interval.ms, index);
        if self.content_plays() && self.content.reads(playhead, ts, index) {
            odd = Some(Notice::Stall);
        }
        if let Some(playhead) = playhead {
            if self.last.playhead != Some(playhead) {
                self.moved_at = ts;
            }
            self.seen.add(playhead, index);
        }
        self.last = Last { ts, event: index, playhead: playhead.or(self.last.playhead) };
        odd
    }

    /// The content did not play.
    fn passes_otherwise(&mut self, interval: &Interval) {
        let Interval { ms, from, to, .. } = *interval;
        let times = &mut self.times;
        let in_ad = if self.ad.is_some() { ms } else { 0 };
        match (self.playback, &mut self.pod, &mut self.ad) {
            (_, Some(pod), None) => {
                pod.gap = pod.gap.saturating_add(ms);
                pod.gaps = pod.gaps.saturating_add(ms);
                times.gaps = times.gaps.saturating_add(ms);
            }
            (Playback::Paused, ..) => {
                times.pauses.add(ms, from, to);
                times.held = times.held.saturating_add(held_back(&mut self.ad, ms));
                times.paused_in_ads = times.paused_in_ads.saturating_add(in_ad);
            }
            (Playback::Buffering, ..) => {
                times.buffering.add(ms, from, to);
                times.held = times.held.saturating_add(held_back(&mut self.ad, ms));
                times.buffered_in_ads = times.buffered_in_ads.saturating_add(in_ad);
            }
            // Throughout a pre-roll the ads play, whether a `play` was sent or not.
            (_, Some(pod), Some(ad)) => {
                pod.ad_time = pod.ad_time.saturating_add(ms);
                ad.time.add(ms, from, to);
                times.ads.add(ms, from, to);
                if self.chapter.is_some() {
                    times.chapter_in_ads = times.chapter_in_ads.saturating_add(ms);
                }
                self.quality.bitrate.plays_ad(ms, from, to);
            }
            (_, None, _) => {
                if self.counts.breaks.value > 0 {
                    times.unannounced.add(ms, from, to);
                    if interval.playheads.is_some_and(|(before, now)| before < now) {
                        times.watched_unannounced = times.watched_unannounced.saturating_add(ms);
                    }
                }
            }
        }
    }

    /// Whether an event is a `play` on the content or anything that only goes on with it.
    pub(super) fn resumes_content(&mut self, index: usize) {
        let Last { ts, playhead, .. } = self.last;
        if self.content_plays() {
            self.content.begins(playhead, ts, index);
        } else {
            self.content.ceases();
        }
    }

    /// The playback state changes. Returns whether it was another.
    pub(super) fn set_playback(&mut self, playback: Playback, index: usize) -> bool {
        let is_other = self.playback != playback;
        self.playback = playback;
        if let Some(ad) = &mut self.ad {
            ad.is_held = false;
        }
        if is_other {
            self.resumes_content(index);
        }
        is_other
    }

    /// Counts a `play`.
    pub(super) fn played(&mut self, index: usize) {
        let counts = &mut self.counts;
        let since = self.last.ts.saturating_sub(self.start_ts);
        counts.first_play.get_or_insert((index, since));
        counts.is_after_error = false;
        match &mut self.pod {
            None => {
                counts.started.get_or_insert(index);
            }
            Some(pod) => {
                pod.play.get_or_insert(index);
            }
        }
    }

    pub(super) fn completes(&mut self, index: usize) {
        if self.counts.completed.is_none() {
            self.counts.completed = Some(index);
            let content = self.content.sums.time.by_ts.value;
            let media = content.saturating_add(self.times.ads.value);
            self.counts.until_completed = (content, media);
        }
    }

    pub(super) fn begin_chapter(&mut self, event: &Event, index: usize) -> Option<Diagnostic> {
        self.counts.chapters.count(index);
        let chapter = Opened::by(event, index);
        let odd = chapter.odd();
        self.chapter = Some(chapter);
        self.times.chapter_in_ads = 0;
        self.content.begin_chapter();
        odd
    }

    /// Marks what the playhead has reached.
    pub(super) fn marks_reached(&mut self, index: usize) {
        if let (Some(_), Some(length), Some(playhead)) =
            (self.counts.started, self.length, self.last.playhead)
        {
            self.reached.reaches(playhead, length, index);
        }
    }

    /// Takes what an event says of player states.
    pub(super) fn states(&mut self, body: &EventBody, index: usize) {
        let ts = self.last.ts;
        match body {
            EventBody::StateStart { .. } | EventBody::StateEnd { .. } => {
                let starts = matches!(body, EventBody::StateStart { .. });
                if let Some(name) = crate::session::state_name(body) {
                    self.states.change(name, starts, ts, index);
                }
            }
            _ => crate::session::changed_states(body, &mut |name, starts| {
                self.states.change(name, starts, ts, index);
            }),
        }
    }

    /// Whether no progress marker can be reached by what is watched.
    pub(super) fn has_no_markers(&self) -> bool {
        self.length.is_none() || self.start.params().is_some_and(is_live)
    }
}
