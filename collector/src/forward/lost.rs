//! What the other API cannot say, and what was set aside: told in the log, each once or a few times.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use media_collection::edge::{self, Item, lost_in_collection, lost_in_edge};
use media_collection::{Api, Event};

use crate::sessions::{Around, Id, shortened};

/// The most members that are told, and the most characters of each.
const MAX_TOLD: usize = 200;
const MAX_LETTERS: usize = 200;
/// So often it is said that events are set aside.
const INTERVAL: Duration = Duration::from_secs(5);

#[derive(Debug, Default)]
pub(super) struct Losses {
    told: BTreeSet<String>,
    said: Option<Instant>,
    left_out: u64,
}

impl Losses {
    /// Tells what of an event the other API has no form for, each member once.
    pub(super) fn told(&mut self, event: &Event, around: Option<&Around>, to: Api) {
        if self.told.len() >= MAX_TOLD {
            return;
        }
        let lost = match (around, to) {
            (None, Api::MediaEdge) => lost_in_edge(event),
            (Some(around), Api::MediaCollection) => {
                let item = Item::new(event.clone()).with_envelope(around.item.clone());
                let request = edge::Request::from(item).with_envelope(around.request.clone());
                lost_in_collection(&request)
            }
            _ => return,
        };
        for lost in lost.into_iter().filter(|lost| !lost.is_setting) {
            let pointer = shortened(&lost.pointer, MAX_LETTERS);
            let line = format!("forwarded to {} without {pointer}: {}", to.as_str(), lost.reason);
            if self.told.len() < MAX_TOLD && !self.told.contains(&line) {
                tracing::warn!("{line}");
                self.told.insert(line);
            }
        }
    }

    /// Tells that something was set aside.
    pub(super) fn set_aside(&mut self, session: &Id, reason: &str, place: &str) {
        if self.said.is_some_and(|said| said.elapsed() < INTERVAL) {
            self.left_out += 1;
            return;
        }
        self.said = Some(Instant::now());
        let reason = shortened(reason, 2 * MAX_LETTERS);
        let others = std::mem::take(&mut self.left_out);
        let others = if others > 0 { format!("; {others} others before") } else { String::new() };
        tracing::warn!("session {session}: set aside in {place}: {reason}{others}");
    }
}
