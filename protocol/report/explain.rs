//! Which events made a value.

use std::collections::{HashMap, VecDeque};

use super::options::ReportOptions;
use super::record::Record;
use super::reporter::{Reporter, Told};
use super::value::Value;
use crate::event::Event;
use crate::session::{Arrived, Window};

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
    let explained = Explained::of(ReportOptions::default(), events, xdm);
    let mut places: Vec<_> = explained.done.into_iter().flat_map(|(_, places)| places).collect();
    places.sort_unstable();
    places.dedup();
    places.into_iter().map(|place| explained.order[place]).collect()
}

/// The events that made a value of one record: its index in [`Report::records`](super::Report).
#[must_use]
pub fn explain_record(
    options: &ReportOptions,
    events: &[Event],
    record: usize,
    xdm: &str,
) -> Vec<usize> {
    let mut all = explain_records(options, events, xdm);
    let found = all.iter().position(|(of, _)| *of == record);
    found.map(|at| all.swap_remove(at).1).unwrap_or_default()
}

/// The same for each record that has the value, in one pass: the indices of the records, and the
/// events.
#[must_use]
pub fn explain_records(
    options: &ReportOptions,
    events: &[Event],
    xdm: &str,
) -> Vec<(usize, Vec<usize>)> {
    let Explained { order, done, .. } = Explained::of(options.clone(), events, xdm);
    let events = |places: Vec<usize>| places.into_iter().map(|place| order[place]).collect();
    done.into_iter().map(|(record, places)| (record, events(places))).collect()
}

struct Explained<'a> {
    xdm: &'a str,
    /// How many records were written.
    written: usize,
    /// The events in the order of the back end.
    order: Vec<usize>,
    /// Their places in it.
    places: HashMap<usize, usize>,
    /// The places of the events that made the value that is made now, each with the value after it.
    made: VecDeque<(usize, i64)>,
    /// Those of values that are written, with their records.
    done: Vec<(usize, Vec<usize>)>,
}

impl<'a> Explained<'a> {
    fn of(options: ReportOptions, events: &[Event], xdm: &'a str) -> Self {
        let mut reporter = Reporter::with(options);
        let mut this = Explained {
            xdm,
            written: 0,
            order: Vec::with_capacity(events.len()),
            places: HashMap::with_capacity(events.len()),
            made: VecDeque::new(),
            done: Vec::new(),
        };
        let mut window = Window::new();
        for event in events {
            window.push(event, |arrived| this.takes(&mut reporter, &arrived));
        }
        window.flush(|arrived| this.takes(&mut reporter, &arrived));
        reporter.finish(|told| this.told(&told));
        this
    }

    fn takes(&mut self, reporter: &mut Reporter, arrived: &Arrived<&Event>) {
        self.places.insert(arrived.index, self.order.len());
        self.order.push(arrived.index);
        reporter.arrived(arrived, |told| self.told(&told));
        self.looks(reporter);
    }

    /// A record is written.
    fn told(&mut self, told: &Told) {
        let Told::Record(record) = told else { return };
        if let Some(value) = record.get(self.xdm) {
            self.adds(value);
            let places = self.made.drain(..).map(|(place, _)| place).collect();
            self.done.push((self.written, places));
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
        let Some(made) = value.made else { return self.made.clear() };
        // Only times are taken back.
        let amount = value.ms.unwrap_or_default();
        let (first, from, last) =
            (self.place(made.first()), self.place(made.from()), self.place(made.last()));
        // What a stall takes back is not made by these events any more.
        let is_back = |&(place, after): &(usize, i64)| after > amount || place > last;
        while self.made.back().is_some_and(is_back) {
            self.made.pop_back();
        }
        while self.made.front().is_some_and(|(place, _)| *place < first) {
            self.made.pop_front();
        }
        // What was there before the first addition, as the length that a time is divided by.
        if self.made.front().is_none_or(|(place, _)| *place > first) && first < from {
            self.made.push_front((first, 0));
        }
        if self.made.back().is_none_or(|(place, _)| *place < last) {
            let next = self.made.back().map_or(from, |(place, _)| from.max(place + 1));
            self.made.extend((next..=last).map(|place| (place, amount)));
        }
    }

    /// The place of an event in the order of the back end.
    fn place(&self, event: usize) -> usize {
        self.places.get(&event).copied().unwrap_or_default()
    }
}
