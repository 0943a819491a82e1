//! Figures for operators: what was sent, and what waits.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, Weak};

use media_collection::http::Response;

use crate::clock::system_time;
use crate::locked::locked;
use crate::metrics::Page;

/// Nothing waits.
const NOTHING: u64 = u64::MAX;

/// The figures of all that a collector forwards.
#[derive(Debug, Default)]
pub(crate) struct Figures {
    /// How many requests had each status; `None` had no response.
    requests: Mutex<BTreeMap<Option<u16>, u64>>,
    set_aside: AtomicU64,
    logs: Mutex<Vec<Weak<Waiting>>>,
}

/// What of one log waits until the other collector takes it.
#[derive(Debug)]
pub(super) struct Waiting {
    lines: AtomicU64,
    bytes: AtomicU64,
    /// When the oldest line was received, in milliseconds since the Unix epoch.
    since: AtomicU64,
    is_out: AtomicBool,
}

impl Waiting {
    /// Now so many lines wait, the first of which was received at this time if it can be read.
    pub(super) fn set(&self, lines: usize, bytes: usize, since: Option<u64>, is_out: bool) {
        self.lines.store(lines as u64, Ordering::Relaxed);
        self.bytes.store(bytes as u64, Ordering::Relaxed);
        self.since.store(since.unwrap_or(NOTHING), Ordering::Relaxed);
        self.is_out.store(is_out, Ordering::Relaxed);
    }
}

impl Figures {
    /// Another log is forwarded, until what is returned is dropped.
    pub(super) fn log(&self) -> Arc<Waiting> {
        let waiting = Arc::new(Waiting {
            lines: AtomicU64::new(0),
            bytes: AtomicU64::new(0),
            since: AtomicU64::new(NOTHING),
            is_out: AtomicBool::new(false),
        });
        let mut logs = locked(&self.logs);
        logs.retain(|log| log.strong_count() > 0);
        logs.push(Arc::downgrade(&waiting));
        waiting
    }

    /// A request was sent.
    pub(super) fn sent(&self, response: &Result<Response<Vec<u8>>, String>) {
        let status = response.as_ref().ok().map(|response| response.status().as_u16());
        *locked(&self.requests).entry(status).or_default() += 1;
    }

    /// An event, or all of a session, was set aside.
    pub(super) fn set_aside(&self) {
        self.set_aside.fetch_add(1, Ordering::Relaxed);
    }

    pub(crate) fn write(&self, page: &mut Page<'_>) -> fmt::Result {
        let requests = locked(&self.requests).clone();
        let requests = requests.into_iter().map(|(status, count)| {
            let status = status.map_or_else(|| "none".to_owned(), |status| status.to_string());
            ([("status", status)], count)
        });
        let help = "Requests to the other collector, by the status of its response";
        page.counters("forward_requests", help, requests)?;
        let help = "What the other collector did not take, and was set aside";
        page.counter("forward_set_aside", help, self.set_aside.load(Ordering::Relaxed))?;
        let logs: Vec<_> = locked(&self.logs).iter().filter_map(Weak::upgrade).collect();
        let sum = |of: fn(&Waiting) -> &AtomicU64| {
            logs.iter().map(|log| of(log).load(Ordering::Relaxed)).sum::<u64>()
        };
        let help = "Lines in memory that the other collector has not taken";
        page.gauge("forward_waiting_lines", help, sum(|log| &log.lines))?;
        let help = "Bytes of lines in memory that the other collector has not taken";
        page.gauge("forward_waiting_bytes", help, sum(|log| &log.bytes))?;
        let since = logs.iter().map(|log| log.since.load(Ordering::Relaxed)).min();
        let lag = since
            .filter(|since| *since != NOTHING)
            .map(|since| system_time().saturating_sub(since));
        let help = "For how long the oldest event waits that the other collector has not taken";
        page.gauge("forward_lag_seconds", help, lag.unwrap_or_default() / 1_000)?;
        let is_out = logs.iter().any(|log| log.is_out.load(Ordering::Relaxed));
        let help = "0 while the other collector takes nothing";
        page.gauge("forward_up", help, u64::from(!is_out))
    }
}
