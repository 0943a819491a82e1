//! Which events made a value.

use std::collections::{HashMap, HashSet};

use super::options::ReportOptions;
use super::record::Record;
use super::reporter::{Reporter, Told};
use super::value::{Datum, Value};
use crate::event::Event;
use crate::session::Window;

/// The events that made a value, in the order in which the back end takes them, as indices in the
/// order of arrival.
///
/// `xdm` is the path of the value, such as `sessionDetails.timePlayed` or `states[mute].time`. A path
/// that several records have, such as that of the time of ads, gives the events of all of them. It is
/// a second pass over the session: while a session is open a report knows only the first and the
/// last of them ([`Value::events`]).
///
/// ```
/// use media_collection::report::explain;
/// # use media_collection::{Event, PlayerTime, SessionStart, SessionStartParams};
/// # let params = SessionStartParams::builder().analytics_tracking_server("t.example.com")
/// #     .analytics_report_suite("suite").visitor_marketing_cloud_org_id("ORG@AdobeOrg")
/// #     .id("episode-42").length(60.0).content_type("vod").player_name("tv").channel("c").build();
/// # let start = SessionStart::new(PlayerTime::new(0.0, 1_700_000_000_000), params);
///
/// let at = |second: i64| PlayerTime::new(second as f64, 1_700_000_000_000 + second * 1_000);
/// let events = [
///     start.into(),
///     Event::play(at(0)),
///     Event::ping(at(10)),
///     Event::pause_start(at(15)),
///     Event::session_end(at(20)),
/// ];
/// assert_eq!(explain(&events, "sessionDetails.timePlayed"), [1, 2, 3]);
/// assert_eq!(explain(&events, "sessionDetails.pauseTime"), [3, 4]);
/// ```
#[must_use]
pub fn explain(events: &[Event], xdm: &str) -> Vec<usize> {
    Explained::of(ReportOptions::default(), events, None, xdm)
}

/// The events that made a value of one record: its index in [`Report::records`](super::Report).
#[must_use]
pub fn explain_record(
    options: &ReportOptions,
    events: &[Event],
    record: usize,
    xdm: &str,
) -> Vec<usize> {
    Explained::of(options.clone(), events, Some(record), xdm)
}

struct Explained<'a> {
    xdm: &'a str,
    /// The record that is asked for; otherwise all.
    wanted: Option<usize>,
    /// How many records were written.
    written: usize,
    /// The events in the order of the back end.
    order: Vec<usize>,
    /// The place of each event in it.
    places: HashMap<usize, usize>,
    /// The places in it of the events that made the value that is made now, each with the value
    /// after it.
    made: Vec<(usize, f64)>,
    /// Those of values that are written.
    done: HashSet<usize>,
}

impl Explained<'_> {
    fn of(
        options: ReportOptions,
        events: &[Event],
        wanted: Option<usize>,
        xdm: &str,
    ) -> Vec<usize> {
        let mut reporter = Reporter::with(options);
        let mut this = Explained {
            xdm,
            wanted,
            written: 0,
            order: Vec::new(),
            places: HashMap::new(),
            made: Vec::new(),
            done: HashSet::new(),
        };
        let mut window = Window::new();
        for event in events {
            window.push(event, |arrived| {
                this.comes(arrived.index);
                reporter.arrived(&arrived, |told| this.told(&told));
                this.looks(&reporter);
            });
        }
        window.flush(|arrived| {
            this.comes(arrived.index);
            reporter.arrived(&arrived, |told| this.told(&told));
            this.looks(&reporter);
        });
        reporter.finish(|told| this.told(&told));
        let Explained { order, done, .. } = this;
        order.into_iter().filter(|event| done.contains(event)).collect()
    }

    /// The next event in the order of the back end.
    fn comes(&mut self, event: usize) {
        self.places.insert(event, self.order.len());
        self.order.push(event);
    }

    /// A record is written.
    fn told(&mut self, told: &Told) {
        let Told::Record(record) = told else { return };
        if let Some(value) = record.get(self.xdm) {
            self.adds(value);
            if self.wanted.is_none_or(|wanted| wanted == self.written) {
                self.done.extend(self.made.iter().map(|(place, _)| self.order[*place]));
            }
            self.made.clear();
        }
        self.written += 1;
    }

    /// What the records would say now.
    fn looks(&mut self, reporter: &Reporter) {
        let records = reporter.so_far();
        match records.iter().find_map(|record: &Record| record.get(self.xdm)) {
            Some(value) => self.adds(value),
            None => self.made.clear(),
        }
    }

    fn adds(&mut self, value: &Value) {
        let Some(made) = value.made else { return };
        let amount = match (value.ms, &value.datum) {
            (Some(ms), _) => ms as f64,
            (None, Some(Datum::Texts(texts))) => texts.len() as f64,
            (None, datum) => datum.as_ref().and_then(Datum::number).unwrap_or_default(),
        };
        // What a stall takes back is not made by these events any more.
        while self.made.last().is_some_and(|(_, after)| *after > amount) {
            self.made.pop();
        }
        let (first, from, last) =
            (self.place(made.first), self.place(made.from), self.place(made.last));
        let earlier = self.made.partition_point(|(place, _)| *place < first);
        self.made.drain(..earlier);
        if self.made.last().is_none_or(|(place, _)| *place < last) {
            let next = self.made.last().map_or(from, |(place, _)| from.max(place + 1));
            self.made.extend((next..=last).map(|place| (place, amount)));
        }
    }

    /// The place of an event in the order of the back end.
    fn place(&self, event: usize) -> usize {
        self.places.get(&event).copied().unwrap_or_default()
    }
}
