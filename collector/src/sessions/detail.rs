//! One session as JSON for the page, in parts, and for downloads.

use std::borrow::Cow;
use std::collections::HashMap;

use media_collection::report::{Diagnostic, explain, explain_record, together};
use media_collection::{Event, Policy};
use serde::Serialize;
use serde_json::value::RawValue;

use super::reported::{self, Report, Reported};
use super::session::{Judged, ShownEvent};
use super::view::Summary;
use super::{Origin, Rejected, Sessions};

/// The most reports that are made again for sessions that are not in the page's list.
const MAX_ADOPTED: usize = 50;

/// How large a part may be.
#[derive(Debug, Clone, Copy)]
struct Part {
    events: usize,
    /// It ends after the event with which it has so many bytes.
    bytes: usize,
}

impl Part {
    const FOR_PAGE: Self = Self { events: 5_000, bytes: 1024 * 1024 };
    const WHOLE: Self = Self { events: usize::MAX, bytes: usize::MAX };
}

/// What the page has of a session.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Known {
    /// So many events, which will not change.
    pub(crate) events: usize,
    /// The findings with this number.
    pub(crate) findings: usize,
    /// It wants no more events than this at once.
    pub(crate) most: Option<usize>,
}

/// A part of a session: what follows what the page has.
#[derive(Debug, Serialize)]
pub(crate) struct Detail<'a> {
    summary: Summary<'a>,
    /// In the order of the back end.
    events: Vec<Cow<'a, ShownEvent>>,
    /// How many of `events` will not change. The others are in the window, and may still move.
    settled: usize,
    /// Whether there are more events: another part follows.
    more: bool,
    /// What is wrong; absent if the page has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    findings: Option<Vec<FoundAt>>,
    /// The number of these findings: 0 if they may change.
    findings_number: usize,
    /// Absent if there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    report: Option<Report>,
    #[serde(rename = "refused")]
    rejected: Vec<&'a Rejected>,
}

/// What is wrong with an event: a finding of the lint, or of the report.
#[derive(Debug, Serialize)]
struct FoundAt {
    /// The event's `index`.
    event: usize,
    rule: &'static str,
    severity: &'static str,
    /// What is wrong with the event, and what follows.
    message: Cow<'static, str>,
    /// What the rule says, and its source; empty for what only the report finds.
    sentence: &'static str,
    source: &'static str,
    /// The fields of the report that it spoils.
    spoils: Vec<&'static str>,
}

impl FoundAt {
    /// Findings of the lint and of the report, in the order of the events.
    fn all(judged: &Judged<'_>) -> Vec<Self> {
        let findings = &judged.found.findings;
        let rules: HashMap<_, _> =
            findings.iter().map(|finding| (finding.rule.name(), finding)).collect();
        let told = judged.reported.as_ref().map_or(&[][..], |reported| reported.told());
        let all = together(findings, told).into_iter();
        let all = all.map(|Diagnostic { rule, severity, event, spoils, message, .. }| {
            let finding = rules.get(rule);
            Self {
                event,
                rule,
                severity: severity.as_str(),
                message,
                sentence: finding.map_or("", |finding| finding.why()),
                source: finding.map_or("", |finding| finding.rule.source()),
                spoils,
            }
        });
        all.collect()
    }
}

impl Sessions {
    /// The next part of a session; `None` if it was dropped or never received.
    pub(crate) fn detail(&self, id: &str, known: Known) -> Option<Detail<'_>> {
        self.part(id, known, Part::FOR_PAGE)
    }

    /// A session with all that is known about it.
    pub(crate) fn export(&self, id: &str) -> Option<Detail<'_>> {
        self.part(id, Known::default(), Part::WHOLE)
    }

    fn part(&self, id: &str, known: Known, most: Part) -> Option<Detail<'_>> {
        let (id, session) = self.by_id.get_key_value(id)?;
        let left = session.events().get(known.events..).unwrap_or_default();
        let mut bytes = 0;
        let part = left.iter().take(known.most.unwrap_or(most.events).min(most.events)).take_while(
            |shown| {
                let fits = bytes < most.bytes;
                bytes += shown.event.get().len();
                fits
            },
        );
        let mut events: Vec<_> = part.map(Cow::Borrowed).collect();
        let settled = events.len();
        let more = settled < left.len();
        if !more {
            events.extend(session.waiting().into_iter().map(Cow::Owned));
        }
        let judged = session.judged();
        let number = judged.number();
        let is_known = number != 0 && number == known.findings;
        Some(Detail {
            summary: self.summary(id, session, judged.counts()),
            events,
            settled,
            more,
            findings: (!is_known).then(|| FoundAt::all(&judged)),
            findings_number: number,
            report: judged.reported.map(|reported| reported.into_owned().report()),
            rejected: self.rejected.of(id).collect(),
        })
    }

    /// The events of a session that can be shown, in the order of arrival.
    pub(crate) fn texts(&self, id: &str) -> Option<Texts> {
        let session = self.by_id.get(id)?;
        let mut events = session.waiting();
        events.extend_from_slice(session.events());
        events.sort_by_key(|shown| shown.index);
        Some(Texts {
            origin: session.origin,
            id: id.to_owned(),
            events: events.into_iter().map(|shown| shown.event).collect(),
            is_finished: session.is_finished(),
            can_be_reported: session.can_be_reported(),
        })
    }

    /// Whether a session has no report, and one can be made of its events.
    pub(crate) fn lacks_report(&self, id: &str) -> bool {
        let session = self.by_id.get(id);
        session.is_some_and(|session| session.reported.is_none() && session.can_be_reported())
    }

    /// Takes the report of a session, unless it went on since.
    pub(crate) fn adopt(&mut self, made: Made) {
        let Some(session) = self.by_id.get_mut(&made.id) else { return };
        if session.received == made.events && session.is_finished() == made.is_finished {
            session.reported = Some(made.reported);
            self.adopted.push_back(made.id);
            if self.adopted.len() > MAX_ADOPTED
                && let Some(oldest) = self.adopted.pop_front()
                && let Some(session) = self.by_id.get_mut(&oldest)
            {
                session.reported = None;
            }
        }
    }
}

/// The events of a session as texts, to work with while the collector goes on.
#[derive(Debug)]
pub(crate) struct Texts {
    origin: Origin,
    id: String,
    pub(crate) events: Vec<Box<RawValue>>,
    is_finished: bool,
    can_be_reported: bool,
}

/// A report that was made again.
#[derive(Debug)]
pub(crate) struct Made {
    id: String,
    events: usize,
    is_finished: bool,
    reported: Box<Reported>,
}

impl Texts {
    /// The events. They were accepted before, perhaps with another policy.
    fn decoded(&self) -> Option<Vec<Event>> {
        let policy = Policy::tolerant();
        let decoded = self.events.iter().map(|text| Event::decode(text.get().as_bytes(), &policy));
        decoded.collect::<Result<_, _>>().ok()
    }

    /// Makes the report again.
    pub(crate) fn reported(&self) -> Option<Made> {
        let events = self.decoded()?;
        let Self { origin, id, is_finished, .. } = self;
        let reported = Box::new(Reported::of(*origin, id, &events, *is_finished));
        Some(Made { id: id.clone(), events: events.len(), is_finished: *is_finished, reported })
    }

    /// The indices of the events that made a value of the report, in one record or in all; `None` if
    /// the events are not all in memory.
    pub(crate) fn explain(&self, record: Option<usize>, xdm: &str) -> Option<Vec<usize>> {
        let events = self.can_be_reported.then(|| self.decoded())??;
        let options = reported::options(self.origin, &self.id);
        Some(match record {
            Some(record) => explain_record(&options, &events, record, xdm),
            None => explain(&events, xdm),
        })
    }
}
