//! What is counted while requests are answered.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use media_collection::http::StatusCode;
use media_collection::{Api, EventType};

use super::Page;
use crate::locked::locked;

/// More keywords than the library has are not counted one by one.
const MAX_KEYWORDS: usize = 64;
const APIS: [Api; 2] = [Api::MediaCollection, Api::MediaEdge];

/// Counts since the collector was opened.
#[derive(Debug)]
pub(crate) struct Counts {
    /// Of each API, of each event type; the last is for those that the schemas do not describe.
    accepted: [Vec<AtomicU64>; APIS.len()],
    rejected: Mutex<BTreeMap<(Api, u16), u64>>,
    violations: Mutex<BTreeMap<(Api, String), u64>>,
    /// Connections that are open now.
    pub(crate) connections: Arc<AtomicUsize>,
}

impl Default for Counts {
    fn default() -> Self {
        let none = || (0..=EventType::ALL.len()).map(|_| AtomicU64::new(0)).collect();
        Self {
            accepted: [none(), none()],
            rejected: Mutex::default(),
            violations: Mutex::default(),
            connections: Arc::default(),
        }
    }
}

/// How many events of each type are being stored; without a type those that the schemas do not describe.
#[derive(Debug)]
pub(crate) struct Kinds {
    api: Api,
    first: Option<EventType>,
    others: Vec<(Option<EventType>, u64)>,
}

impl Kinds {
    pub(crate) fn one(api: Api, event_type: Option<EventType>) -> Self {
        Self { api, first: event_type, others: Vec::new() }
    }

    /// Adds another event.
    pub(crate) fn and(&mut self, event_type: Option<EventType>) {
        match self.others.iter_mut().find(|(known, _)| *known == event_type) {
            Some((_, count)) => *count += 1,
            None => self.others.push((event_type, 1)),
        }
    }
}

impl Counts {
    /// Events were stored.
    pub(crate) fn accepted(&self, kinds: Kinds) {
        let counts = &self.accepted[usize::from(kinds.api == Api::MediaEdge)];
        for (event_type, count) in [(kinds.first, 1)].into_iter().chain(kinds.others) {
            let place = EventType::ALL.iter().position(|other| Some(*other) == event_type);
            counts[place.unwrap_or(EventType::ALL.len())].fetch_add(count, Ordering::Relaxed);
        }
    }

    /// A request, or an event of one, was rejected, or failed.
    pub(crate) fn rejected<'a>(
        &self,
        api: Api,
        status: StatusCode,
        keywords: impl Iterator<Item = &'a str>,
    ) {
        *locked(&self.rejected).entry((api, status.as_u16())).or_default() += 1;
        let mut violations = locked(&self.violations);
        for keyword in keywords {
            let keyword = if violations.len() < MAX_KEYWORDS { keyword } else { "other" };
            *violations.entry((api, keyword.to_owned())).or_default() += 1;
        }
    }

    pub(crate) fn write(&self, page: &mut Page<'_>) -> fmt::Result {
        let accepted = APIS.iter().zip(&self.accepted).flat_map(|(api, counts)| {
            let names = EventType::ALL.iter().map(|known| known.as_str()).chain(["other"]);
            names.zip(counts).map(move |(name, count)| {
                ([("api", api.as_str()), ("event_type", name)], count.load(Ordering::Relaxed))
            })
        });
        let help = "Events that were accepted and stored";
        page.counters("events_accepted", help, accepted)?;
        let rejected = locked(&self.rejected).clone();
        let rejected = rejected.iter().map(|((api, status), count)| {
            ([("api", api.as_str().to_owned()), ("status", status.to_string())], *count)
        });
        page.counters("rejected", "Requests that were rejected or failed", rejected)?;
        let violations = locked(&self.violations).clone();
        let violations = violations.into_iter().map(|((api, keyword), count)| {
            ([("api", api.as_str().to_owned()), ("keyword", keyword)], count)
        });
        page.counters("violations", "Violations of the schemas in rejected requests", violations)?;
        let connections = self.connections.load(Ordering::Relaxed);
        page.gauge("connections", "Open connections", connections as u64)
    }
}
