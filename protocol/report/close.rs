//! The close record: what was summed over the session.

use super::amount::{Amount, Made};
use super::close_quality;
use super::closing::{CloseReason, Closing};
use super::field::Certainty;
use super::fields::{self, MARKERS};
use super::open::Open;
use super::options::{Markers, ReportOptions, TimeSpent};
use super::value::{Alternative, Datum, Value};
use super::values::{
    AD_PLAYS, BY_CLAMP, BY_TIME, MOVES_ON, TOLD_GAP, Values, counted, flag_if, range,
};
use crate::schema::keys;

const NO_STALLS: &str = "if a stall is not taken from the time spent";
const GAP_IS_CONTENT: &str = "if what lies between the ads of a break counts as content";
const GAP_IS_BUFFERING: &str = "if what lies between the ads of a break counts as buffering";
const BREAK_WITHOUT_END: &str =
    "if an ad break without `adBreakComplete` is taken for content, as the event page says";
const ERROR_STOPS: &str = "if an `error` stops the time until the next `play`";
const TOO_LONG: &str =
    "if an interval of more than 10 minutes is left out, as Adobe's older clients do";
const AFTER_COMPLETE: &str = "if nothing counts that follows `sessionComplete`";
const IMPLICIT_PLAY: &str = "if the content goes on after an ad break without a `play`";
const NOT_IN_ADS: &str = "if only the content counts";

/// The close record's values, if the session is closed like this, or as it is now.
pub(super) fn close(open: &Open, options: &ReportOptions, closing: Option<Closing>) -> Vec<Value> {
    let mut values = Values::new(options, 64);
    Close { open, closing, values: &mut values }.fill();
    values.values
}

struct Close<'a, 'o> {
    open: &'a Open,
    closing: Option<Closing>,
    values: &'a mut Values<'o>,
}

impl Close<'_, '_> {
    fn fill(&mut self) {
        let (open, made) = (self.open, |event: Option<usize>| event.map(Made::at));
        self.started();
        self.values.flag(&fields::IS_COMPLETED, made(open.counts.completed));
        if resumes(open) {
            const ON_CLOSE: &str = "by its page, which has it on the close and not on the start";
            let value = Value::new(&fields::HAS_RESUME, None, Some(Made::at(open.start.index)));
            self.values.add(value.or(Alternative::new(Some(Datum::Flag), ON_CLOSE)));
        }
        self.time_spent();
        self.progress();
        self.since_last_call();
        self.pauses();
        self.segment();
        let ads = self.values.count(&fields::AD_COUNT, open.counts.ads);
        let in_break = open.pod.as_ref().map_or(0, |pod| pod.ads);
        let ads = match self.closing {
            Some(_) => {
                let datum = counted(open.counts.ads.value - in_break);
                ads.or(Alternative::new(datum, BREAK_WITHOUT_END))
            }
            None => ads,
        };
        self.values.add(ads);
        let chapters = self.values.count(&fields::CHAPTER_COUNT, open.counts.chapters);
        self.values.add(chapters);
        close_quality::fill(open, self.closing, self.values);
    }

    /// The flags of the first `play`.
    fn started(&mut self) {
        const FIRST_FRAME: &str =
            "by the older pages: set by the first frame of content, not by `play`";
        let Open { counts, content, last, times, pod, .. } = self.open;
        let made = counts.started.map(Made::at);
        let by_frame = content.sums.time.by_ts.value > 0
            || content.stall_time.value > 0
            || times.watched_unannounced > 0;
        let in_break = self.closing.and(pod.as_ref()).and_then(|pod| pod.play);
        let is_played = made.is_some() || in_break.is_some();
        for field in [&fields::IS_PLAYED, &fields::HAS_SEGMENT_VIEW] {
            let value = Value::new(field, made.map(|_| Datum::Flag), made);
            let value = value.or(Alternative::new(flag_if(by_frame), FIRST_FRAME));
            self.values.add(value.or(Alternative::new(flag_if(is_played), BREAK_WITHOUT_END)));
        }
        if self.closing.is_some() {
            let made = made.is_none().then(|| Made::at(last.event));
            let value =
                Value::new(&fields::IS_DROPPED_BEFORE_START, made.map(|_| Datum::Flag), made);
            self.values.add(value.or(Alternative::new(flag_if(!by_frame), FIRST_FRAME)));
        }
    }

    /// The content's time by the engine that was chosen, and by the other.
    fn content(&self) -> (Amount, i64) {
        let time = self.open.content.sums.time;
        match self.values.options.time_spent {
            TimeSpent::Timestamps => (time.by_ts, time.clamped),
            TimeSpent::Clamped => (Amount { value: time.clamped, ..time.by_ts }, time.by_ts.value),
        }
    }

    fn other_engine(&self) -> &'static str {
        match self.values.options.time_spent {
            TimeSpent::Timestamps => BY_CLAMP,
            TimeSpent::Clamped => BY_TIME,
        }
    }

    /// What else the time of the content, and of content and ads, could be: the differences.
    fn readings(&self) -> [(i64, i64, &'static str); 10] {
        let Open { content, times, pod, counts, .. } = self.open;
        let (chosen, other) = self.content();
        let other = other - chosen.value;
        let alike = |ms: i64, doubt| (ms, ms, doubt);
        let gaps = if times.gaps > TOLD_GAP { times.gaps } else { 0 };
        let pod = pod.as_ref().filter(|_| self.closing.is_some());
        let (ads, gap) = pod.map_or((0, 0), |pod| (pod.ad_time, pod.gaps));
        let (mut after, mut media_after) = (0, 0);
        if counts.completed.is_some() {
            let (content_until, media_until) = counts.until_completed;
            let content_now = content.sums.time.by_ts.value;
            after = content_until.saturating_sub(content_now);
            media_after = media_until.saturating_sub(content_now.saturating_add(times.ads.value));
        }
        [
            alike(other, self.other_engine()),
            alike(content.stall_time.value, NO_STALLS),
            alike(gaps, GAP_IS_CONTENT),
            alike(times.unannounced.value, IMPLICIT_PLAY),
            alike(-content.sums.after_error, ERROR_STOPS),
            alike(-content.sums.too_long, TOO_LONG),
            (ads.saturating_add(gap), gap, BREAK_WITHOUT_END),
            alike(content.moved_on, MOVES_ON),
            (after, media_after, AFTER_COMPLETE),
            (0, times.held, AD_PLAYS),
        ]
    }

    fn time_spent(&mut self) {
        let Open { content, times, length, last, start_ts, .. } = self.open;
        let (chosen, _) = self.content();
        let media = chosen.plus(times.ads);
        let readings = self.readings();
        // What lies between may be counted twice.
        let doubtful = |mut value: Value| {
            if times.went_back {
                value.certainty = value.certainty.max(Certainty::Rough);
            }
            value
        };
        let mut value = self.values.time(&fields::TIME_PLAYED, chosen);
        for (ms, _, doubt) in readings.iter().filter(|(ms, ..)| *ms != 0) {
            value = self.values.or_time(value, chosen.value.saturating_add(*ms), doubt);
        }
        self.values.add(doubtful(value));
        let mut value = self.values.time(&fields::TOTAL_TIME_PLAYED, media);
        for (_, ms, doubt) in readings.iter().filter(|(_, ms, _)| *ms != 0) {
            value = self.values.or_time(value, media.value.saturating_add(*ms), doubt);
        }
        const ELAPSED: &str = "by the table of the reporting schema: all seconds that elapsed";
        let elapsed = last.ts.saturating_sub(*start_ts);
        let ms = Some(elapsed).filter(|ms| *ms > 0);
        let datum = self.values.seconds(elapsed);
        self.values.add(doubtful(value.or_hardly(Alternative { datum, ms, doubt: ELAPSED })));

        let unique = Amount { value: content.intervals.length(), made: content.intervals.made };
        let unique = self.values.time(&fields::UNIQUE_TIME_PLAYED, unique);
        self.values.add(unique);

        if let Some(length) = length {
            let audience = |ms| {
                let seconds = self.values.options.seconds(ms) as f64;
                Some(seconds / length).filter(|it| *it != 0.0).map(Datum::Number)
            };
            let made = Made::both(chosen.made, Some(Made::at(self.open.start.index)));
            let datum = audience(chosen.value);
            let mut value = Value::new(&fields::AVERAGE_MINUTE_AUDIENCE, datum, made);
            for (ms, _, doubt) in readings.iter().filter(|(ms, ..)| *ms != 0) {
                let other = audience(chosen.value.saturating_add(*ms));
                value = value.or(Alternative::new(other, doubt));
            }
            self.values.add(value);
        }

        let streams = |ms| Some(Datum::Integer(self.values.options.seconds(ms) / 1_800 + 1));
        let made = Made::both(media.made, Some(Made::at(self.open.start.index)));
        let mut value = Value::new(&fields::ESTIMATED_STREAMS, streams(media.value), made);
        if media.value == 0 {
            value.certainty = Certainty::Inferred;
        }
        for (_, ms, doubt) in readings[..2].iter().filter(|(_, ms, _)| *ms != 0) {
            value = value.or(Alternative::new(streams(media.value.saturating_add(*ms)), doubt));
        }
        self.values.add(value);
    }

    fn progress(&mut self) {
        let Open { content, reached, counts, .. } = self.open;
        let (marked, other, doubt) = match self.values.options.markers {
            Markers::Crossed => (
                &content.crossed,
                reached,
                "if any playhead that is reported counts, however it got there",
            ),
            Markers::Reached => {
                (reached, &content.crossed, "if only a marker that is played across counts")
            }
        };
        // Without a content start there are none.
        let is_started = counts.started.is_some();
        for (number, (_, field)) in MARKERS.into_iter().enumerate() {
            let made = marked.at(number).filter(|_| is_started).map(Made::at);
            let other = other.at(number).is_some() && is_started;
            let value = Value::new(field, made.map(|_| Datum::Flag), made);
            self.values.add(value.or(Alternative::new(flag_if(other), doubt)));
        }
    }

    fn since_last_call(&mut self) {
        let Some(closing) = self.closing else { return };
        let Open { last, counts, .. } = self.open;
        let made = Some(Made::at(last.event));
        let since = closing.ts.saturating_sub(last.ts);
        let is_complete = counts.completed.is_some() && closing.reason != CloseReason::End;
        let ms = if is_complete { 0 } else { since };
        let value = self.values.time(&fields::SECONDS_SINCE_LAST_CALL, Amount { value: ms, made });
        let doubt = "if `sessionComplete` does not close the session, so that it waits for its end";
        let value = self.values.or_time(value, since, doubt);
        self.values.add(value);
    }

    fn pauses(&mut self) {
        const EVERY_EVENT: &str = "if every event counts, also while it is so already";
        let Open { counts, times, .. } = self.open;
        self.values.flag(&fields::HAS_PAUSE_IMPACTED_STREAMS, counts.pauses.made);
        let value = self.values.count(&fields::PAUSE_COUNT, counts.pauses);
        self.values.add(value.or(Alternative::new(counted(counts.pause_events), EVERY_EVENT)));
        let value = self.values.time(&fields::PAUSE_TIME, times.pauses);
        let content = times.pauses.value.saturating_sub(times.paused_in_ads);
        self.values.add(self.values.or_time(value, content, NOT_IN_ADS));

        self.values.flag(&fields::HAS_BUFFER_IMPACTED_STREAMS, counts.buffers.made);
        let value = self.values.count(&fields::BUFFER_COUNT, counts.buffers);
        self.values.add(value.or(Alternative::new(counted(counts.buffer_events), EVERY_EVENT)));
        let mut value = self.values.time(&fields::BUFFER_TIME, times.buffering);
        let content = times.buffering.value.saturating_sub(times.buffered_in_ads);
        value = self.values.or_time(value, content, NOT_IN_ADS);
        if times.gaps > TOLD_GAP {
            let with_gaps = times.buffering.value.saturating_add(times.gaps);
            value = self.values.or_time(value, with_gaps, GAP_IS_BUFFERING);
        }
        self.values.add(value);
    }

    fn segment(&mut self) {
        let Open { content, seen, counts, .. } = self.open;
        let text = |bounds: Option<(i64, i64)>| {
            bounds.map(|(from, to)| Datum::Text(range("[", from, to, "]")))
        };
        let played = content.segment.segment(1).filter(|_| counts.started.is_some());
        let mut value = Value::new(&fields::SEGMENT, text(played), content.segment.made);
        let seen = seen.segment(1);
        if seen != played {
            value = value.or(Alternative::new(text(seen), "by the playheads of all events"));
        }
        if played.is_some() {
            let by_five = text(content.segment.segment(5));
            value = value.or(Alternative::new(
                by_five,
                "in steps of five minutes, as the page of the dimension has it",
            ));
        }
        self.values.add(value);
    }
}

/// Whether the start says that the viewer went on with an earlier session.
pub(super) fn resumes(open: &Open) -> bool {
    open.start_says(keys::RESUME)
}
