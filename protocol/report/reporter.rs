//! The report, event by event.

use std::borrow::Borrow;

use serde::{Deserialize, Serialize};

use super::amount::Made;
use super::close;
use super::closing::{CloseReason, Closing};
use super::diagnostic::{Diagnostic, Notice};
use super::fields;
use super::open::Open;
use super::opened::Opened;
use super::options::ReportOptions;
use super::parts::{self, Pod};
use super::quality::Listed;
use super::record::{Record, RecordType};
use super::value::{Alternative, Datum, Value};
use super::values::{TOLD_GAP, Values};
use super::writer::Writer;
use crate::event::{Event, EventBody};
use crate::session::{Arrived, Playback};

/// What a reporter tells.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Told {
    /// The back end writes a record.
    Record(Record),
    /// Something is wrong that only the report knows. What the [lint](crate::lint) finds is not
    /// told: a [`Report`](super::Report) puts the two together.
    Diagnostic(Diagnostic),
}

/// Makes the report of a session event by event, in bounded memory.
///
/// It takes the events in the order of the back end. Whoever has them in the order of arrival puts a
/// [`Window`](crate::lint::Window) before it. It can be serialised, so that a collector goes on with
/// it after a restart.
///
/// What it keeps is bounded by the events that are open (the start, an ad break, an ad, a chapter)
/// and by limits: 1,000 separate parts of the content, ten player states, and 250 ids of errors from
/// each source.
///
/// ```
/// use media_collection::report::{Reporter, Told};
/// # use media_collection::{Event, PlayerTime, SessionStart, SessionStartParams};
/// # let params = SessionStartParams::builder().analytics_tracking_server("t.example.com")
/// #     .analytics_report_suite("suite").visitor_marketing_cloud_org_id("ORG@AdobeOrg")
/// #     .id("episode-42").length(60.0).content_type("vod").player_name("tv").channel("c").build();
/// # let start = SessionStart::new(PlayerTime::new(0.0, 1_700_000_000_000), params);
///
/// let at = |second: i64| PlayerTime::new(second as f64, 1_700_000_000_000 + second * 1_000);
/// let mut reporter = Reporter::new();
/// let mut records = 0;
/// for event in [Event::from(start), Event::play(at(0)), Event::ping(at(10))] {
///     reporter.event(&event, |told| records += usize::from(matches!(told, Told::Record(_))));
/// }
/// assert_eq!(records, 1); // the start
/// let close = reporter.so_far().pop().expect("the session is open");
/// let played = close.get("sessionDetails.timePlayed").and_then(|value| value.ms());
/// assert_eq!(played, Some(10_000));
/// ```
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Reporter {
    writer: Writer,
    /// The index of the next event.
    index: usize,
    open: Option<Box<Open>>,
    closing: Option<Closing>,
    /// Whether an event after the close was told.
    told_after_close: bool,
}

impl Reporter {
    /// A reporter for a new session.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A reporter with choices.
    #[must_use]
    pub fn with(options: ReportOptions) -> Self {
        Self { writer: Writer::with(options), ..Self::default() }
    }

    /// How the session was closed; `None` while it is open, or if it has not begun.
    #[must_use]
    pub fn closing(&self) -> Option<Closing> {
        self.closing
    }

    /// Takes the next event, and tells what follows from it. The event's index is the number of
    /// those before it.
    #[inline]
    pub fn event(&mut self, event: &Event, told: impl FnMut(Told)) {
        self.take(self.index, event, told);
    }

    /// Takes the next event that a [`Window`](crate::lint::Window) gave out, and tells what follows
    /// from it. Indices are those of arrival.
    #[inline]
    pub fn arrived<T: Borrow<Event>>(&mut self, arrived: &Arrived<T>, told: impl FnMut(Told)) {
        self.take(arrived.index, arrived.item.borrow(), told);
    }

    /// Takes the end of the events: a session that is open is closed as the back end closes it.
    pub fn finish(&mut self, mut told: impl FnMut(Told)) {
        if let Some(closing) = self.open.as_ref().map(|open| open.left_alone()) {
            self.close(closing, &mut told);
        }
    }

    /// The records that would be written if the session closed now: of the ad and the chapter that
    /// are open, and the close as the last. There are none if the session is not open.
    #[must_use]
    pub fn so_far(&self) -> Vec<Record> {
        let Some(open) = &self.open else { return Vec::new() };
        let mut records = Vec::new();
        self.writer.last(open, None, &mut |record| records.push(record));
        records
    }

    fn take(&mut self, index: usize, event: &Event, mut told: impl FnMut(Told)) {
        self.index += 1;
        let ts = event.player_time.ts();
        let is_start = matches!(event.body, EventBody::SessionStart { .. });
        let Some(open) = &mut self.open else {
            if is_start && self.closing.is_none() {
                self.begin(index, event, &mut told);
            } else if self.closing.is_some() {
                self.discard(index, event, &mut told);
            }
            return;
        };
        if is_start {
            return; // The back end takes no second start; the lint tells it.
        }
        if let Some(closing) = open.closed_before(ts) {
            self.close(closing, &mut told);
            return self.discard(index, event, &mut told);
        }
        if let Some(odd) = open.passes(event, index) {
            told(Told::Diagnostic(odd.at(index)));
        }
        if event.qoe_data.is_some() {
            let has_begun = open.content.sums.time.by_ts.value > 0;
            open.quality.reported(event, index, has_begun, &mut |odd| {
                told(Told::Diagnostic(odd.at(index)));
            });
        }
        open.marks_reached(index);
        if !matches!(event.body, EventBody::Ping { .. }) {
            self.apply(index, event, &mut told);
        }
    }

    fn begin(&mut self, index: usize, event: &Event, told: &mut impl FnMut(Told)) {
        let mut open = Box::new(Open::by(event, index, self.writer.options.downloaded));
        open.quality.reported(event, index, false, &mut |odd| {
            // There is no count yet from which it could fall.
            if odd != Notice::FramesFell {
                told(Told::Diagnostic(odd.at(index)));
            }
        });
        open.start.odd().into_iter().for_each(|odd| told(Told::Diagnostic(odd)));
        let made = Some(Made::at(index));
        let mut values = Values::new(&self.writer.options, 3);
        let mut viewed = Value::new(&fields::IS_VIEWED, Some(Datum::Flag), made);
        if close::resumes(&open) {
            let no_start = "if a session that resumes counts no start, as the event page says";
            viewed = viewed.or(Alternative::new(None, no_start));
            told(Told::Diagnostic(Notice::Resumed.at(index)));
            values.flag(&fields::HAS_RESUME, made);
        }
        values.add(viewed);
        if open.is_downloaded {
            values.flag(&fields::IS_DOWNLOADED, made);
        }
        if open.has_no_markers() {
            told(Told::Diagnostic(Notice::NoMarkers.at(index)));
        }
        told(Told::Record(self.writer.start(&open, values.values)));
        self.open = Some(open);
    }

    /// Takes what the event says, other than time and quality.
    fn apply(&mut self, index: usize, event: &Event, told: &mut impl FnMut(Told)) {
        let Some(open) = &mut self.open else { return };
        let ts = event.player_time.ts();
        match &event.body {
            EventBody::Play { .. } => {
                open.played(index);
                open.set_playback(Playback::Playing, index);
                open.marks_reached(index);
            }
            EventBody::PauseStart { .. } => {
                open.counts.pause_events += 1;
                if open.set_playback(Playback::Paused, index) {
                    open.counts.pauses.count(index);
                } else {
                    let spoils = [fields::PAUSE_COUNT.xdm.into()];
                    told(Told::Diagnostic(Notice::RepeatedState.spoiling(index, spoils)));
                }
            }
            EventBody::BufferStart { .. } => {
                open.counts.buffer_events += 1;
                if open.set_playback(Playback::Buffering, index) {
                    open.counts.buffers.count(index);
                } else {
                    let spoils = [fields::BUFFER_COUNT.xdm.into()];
                    told(Told::Diagnostic(Notice::RepeatedState.spoiling(index, spoils)));
                }
            }
            EventBody::BitrateChange { .. } => open.quality.bitrate_changes.count(index),
            EventBody::Error { .. } => {
                open.counts.is_after_error = true;
                let notice = match open.quality.error(event, index) {
                    Listed::Yes => None,
                    Listed::TooMany => Some(Notice::TooManyErrors),
                    Listed::NoSource => Some(Notice::ErrorSource),
                };
                notice.into_iter().for_each(|notice| told(Told::Diagnostic(notice.at(index))));
            }
            EventBody::AdBreakStart { .. } => {
                self.close_ad(ts, None, told);
                self.begin_break(index, event, told);
            }
            EventBody::AdBreakComplete { .. } => {
                self.close_ad(ts, None, told);
                self.end_break(index, told);
            }
            EventBody::AdStart { .. } => self.begin_ad(index, event, told),
            EventBody::AdComplete { .. } => self.close_ad(ts, Some(index), told),
            EventBody::AdSkip { .. } => self.close_ad(ts, None, told),
            EventBody::ChapterStart { .. } => {
                self.close_chapter(ts, None, told);
                if let Some(open) = &mut self.open {
                    let odd = open.begin_chapter(event, index);
                    odd.into_iter().for_each(|odd| told(Told::Diagnostic(odd)));
                }
            }
            EventBody::ChapterComplete { .. } => self.close_chapter(ts, Some(index), told),
            EventBody::ChapterSkip { .. } => self.close_chapter(ts, None, told),
            EventBody::SessionComplete { .. } => self.complete(index, ts, told),
            EventBody::SessionEnd { .. } => {
                self.close(Closing { reason: CloseReason::End, ts }, told);
            }
            body => open.states(body, index),
        }
    }

    fn begin_break(&mut self, index: usize, event: &Event, told: &mut impl FnMut(Told)) {
        let Some(open) = &mut self.open else { return };
        let pod = Pod::opened(event, index);
        pod.opened.odd().into_iter().for_each(|odd| told(Told::Diagnostic(odd)));
        if open.counts.started.is_some() && open.is_pre_roll(&pod) {
            told(Told::Diagnostic(Notice::PlayBeforePreRoll.at(index)));
        }
        open.pod = Some(pod);
        open.counts.breaks.count(index);
        open.content.ceases();
    }

    fn end_break(&mut self, index: usize, told: &mut impl FnMut(Told)) {
        let Some(open) = &mut self.open else { return };
        let Some(pod) = open.pod.take() else { return }; // Nothing is completed by it.
        if pod.gap > TOLD_GAP {
            told(Told::Diagnostic(Notice::GapInBreak.at(index)));
        }
        open.resumes_content(index);
    }

    fn begin_ad(&mut self, index: usize, event: &Event, told: &mut impl FnMut(Told)) {
        let ts = event.player_time.ts();
        self.close_ad(ts, None, told);
        let Some(open) = &mut self.open else { return };
        let Some(pod) = &mut open.pod else { return }; // The lint tells it.
        if std::mem::take(&mut pod.gap) > TOLD_GAP {
            told(Told::Diagnostic(Notice::GapInBreak.at(index)));
        }
        pod.ads += 1;
        open.counts.ads.count(index);
        let ad = Opened::by(event, index);
        ad.odd().into_iter().for_each(|odd| told(Told::Diagnostic(odd)));
        let mut values = Values::new(&self.writer.options, 24);
        values.flag(&fields::AD_IS_STARTED, Some(Made::at(index)));
        let pod = open.pod.as_ref().map(|pod| &pod.opened);
        let (sum, options) = (&open.content_sum, &self.writer.options);
        parts::ad_dimensions(&ad, pod, sum, options, &mut values.values);
        let own = values.values;
        open.begin_ad(ad);
        told(Told::Record(self.writer.record(open, RecordType::AdStart, ts, own)));
    }

    fn close_ad(&mut self, ts: i64, completed: Option<usize>, told: &mut impl FnMut(Told)) {
        let Some(open) = &mut self.open else { return };
        if let Some(ad) = open.ad.as_ref().filter(|ad| ad.held > TOLD_GAP && ad.time.value == 0) {
            told(Told::Diagnostic(Notice::AdWithoutPlay.at(ad.opened.index)));
        }
        if let Some(own) = open.ad_values(&self.writer.options, completed) {
            told(Told::Record(self.writer.record(open, RecordType::AdClose, ts, own)));
            open.ad = None;
        }
    }

    fn close_chapter(&mut self, ts: i64, completed: Option<usize>, told: &mut impl FnMut(Told)) {
        let Some(open) = &mut self.open else { return };
        if let Some(own) = open.chapter_values(&self.writer.options, completed) {
            told(Told::Record(self.writer.record(open, RecordType::ChapterClose, ts, own)));
            open.chapter = None;
        }
    }

    fn complete(&mut self, index: usize, ts: i64, told: &mut impl FnMut(Told)) {
        let Some(open) = &mut self.open else { return };
        open.completes(index);
        if !open.has_no_markers() && open.content.crossed.at(fields::MARKERS.len() - 1).is_none() {
            told(Told::Diagnostic(Notice::CompletedEarly.at(index)));
        }
        if open.is_downloaded {
            self.close(Closing { reason: CloseReason::End, ts }, told);
        }
    }

    /// Closes the session: what is open is closed first, without being completed.
    fn close(&mut self, closing: Closing, told: &mut impl FnMut(Told)) {
        let Some(open) = self.open.take() else { return };
        self.closing = Some(closing);
        open.notices(|diagnostic| told(Told::Diagnostic(diagnostic)));
        self.writer.last(&open, Some(closing), &mut |record| told(Told::Record(record)));
    }

    fn discard(&mut self, index: usize, event: &Event, told: &mut impl FnMut(Told)) {
        // An end that comes twice, or after a batch was completed, takes nothing away; nor does one
        // after half an hour without movement, when Adobe's own SDKs send it.
        let is_end = matches!(event.body, EventBody::SessionEnd { .. });
        let notice = match self.closing.map(|closing| closing.reason) {
            Some(CloseReason::End | CloseReason::EndOfBatch) if is_end => return,
            Some(CloseReason::Standstill) if is_end => Notice::EndAfterClose,
            _ => Notice::AfterClose,
        };
        if !std::mem::replace(&mut self.told_after_close, true) {
            told(Told::Diagnostic(notice.at(index)));
        }
    }
}
