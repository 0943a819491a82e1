//! In which order sessions were heard of, closed and forgotten.

use media_collection::Api;
use serde::{Deserialize, Serialize};

use super::super::closed::{Closed, Forgotten};
use super::super::id::Id;
use super::super::table::Table;

/// The most entries that are read before others get the lock.
const MAX_AT_ONCE: usize = 10_000;

/// The order, as numbers of sessions.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Order {
    /// How many sessions there have been.
    pub(super) arrived: u64,
    /// As they are in `Sessions`.
    pub(super) finished: Vec<u64>,
    pub(super) ending: Vec<u64>,
    pub(super) unjudged: Vec<u64>,
    /// Those that are open, in the order in which they were heard of, and in which their playheads moved.
    pub(super) heard: Vec<u64>,
    pub(super) moved: Vec<u64>,
    /// Those that were dropped: their ids, whether they used Media Edge, and why they were closed.
    pub(super) forgotten: Vec<(Id, bool, Closed)>,
    #[serde(skip)]
    at: At,
}

/// What is read next.
#[derive(Debug, Default)]
enum At {
    /// Behind this place of the list.
    Heard(Option<u32>),
    Moved(Option<u32>),
    #[default]
    Forgotten,
    All,
}

impl Order {
    /// Nothing of it yet.
    pub(crate) fn new() -> Self {
        Self { at: At::Heard(None), ..Self::default() }
    }

    /// Reads more. Returns whether there is more.
    pub(super) fn take(&mut self, all: &Table, forgotten: &Forgotten) -> bool {
        let some = |list: &mut Vec<u64>, moved, behind| {
            let mut last = None;
            for (number, place) in all.in_order(moved, behind).take(MAX_AT_ONCE) {
                list.push(number);
                last = Some(place);
            }
            last
        };
        self.at = match self.at {
            At::Heard(behind) => match some(&mut self.heard, false, behind) {
                None => At::Moved(None),
                last => At::Heard(last),
            },
            At::Moved(behind) => match some(&mut self.moved, true, behind) {
                None => At::Forgotten,
                last => At::Moved(last),
            },
            At::Forgotten => {
                let more = forgotten.from(self.forgotten.len()).take(MAX_AT_ONCE);
                let more = more.map(|(id, api, reason)| (id, api == Api::MediaEdge, reason));
                self.forgotten.extend(more);
                let is_all = self.forgotten.len() >= forgotten.len();
                if is_all { At::All } else { At::Forgotten }
            }
            At::All => At::All,
        };
        !matches!(self.at, At::All)
    }
}
