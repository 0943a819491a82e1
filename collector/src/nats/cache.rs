//! What this collector has heard of sessions, so that few requests ask the bucket.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard};

use super::registry::Known;
use crate::locked::locked;
use crate::sessions::Id;

/// Half of the most sessions in a part of the cache.
const HALF: usize = 8 * 1024;
/// It is in parts, so that few requests wait for each other.
const PARTS: usize = 64;

/// Sessions by id. Those that were not asked for lately are dropped when there are too many.
#[derive(Debug)]
pub(super) struct Cache(Vec<Mutex<Part>>);

#[derive(Debug, Default)]
struct Part {
    young: HashMap<Id, (Known, u64)>,
    old: HashMap<Id, (Known, u64)>,
}

impl Default for Cache {
    fn default() -> Self {
        Self(std::iter::repeat_with(Mutex::default).take(PARTS).collect())
    }
}

impl Cache {
    fn part(&self, id: &Id) -> MutexGuard<'_, Part> {
        locked(&self.0[id.part() % PARTS])
    }

    pub(super) fn get(&self, id: &str) -> Option<Known> {
        let id = Id::from(id);
        let mut part = self.part(&id);
        if let Some((known, _)) = part.young.get(&id) {
            return Some(known.clone());
        }
        let (known, version) = part.old.remove(&id)?;
        part.young.insert(id, (known.clone(), version));
        Some(known)
    }

    /// Takes a version of what is known of a session, unless a later one is here.
    pub(super) fn set(&self, id: &str, known: Known, version: u64) {
        let id = Id::from(id);
        let mut part = self.part(&id);
        let before = part.young.get(&id).or_else(|| part.old.get(&id));
        if before.is_some_and(|(_, before)| *before > version) {
            return;
        }
        part.old.remove(&id);
        part.young.insert(id, (known, version));
        if part.young.len() >= HALF {
            part.old = std::mem::take(&mut part.young);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::{Cache, HALF, Known, Part};
    use crate::sessions::Closed;

    fn known(closed: Option<Closed>) -> Known {
        Known { v: 1, edge: false, player: String::new(), closed, ended: None }
    }

    #[test]
    fn a_later_version_stays() {
        let cache = Cache::default();
        cache.set("a", known(Some(Closed::Idle)), 7);
        cache.set("a", known(None), 3);
        assert_eq!(cache.get("a").unwrap().closed, Some(Closed::Idle));
        cache.set("a", known(Some(Closed::Ended)), 8);
        assert_eq!(cache.get("a").unwrap().closed, Some(Closed::Ended));
    }

    #[test]
    fn it_is_bounded_and_keeps_what_is_asked_for() {
        let cache = Cache::default();
        // All in one part.
        let id = |number: u64| format!("ff{number:062x}");
        cache.set(&id(u64::MAX), known(None), 1);
        for number in 0..3 * HALF as u64 {
            cache.set(&id(number), known(None), 1);
            assert!(cache.get(&id(u64::MAX)).is_some(), "at {number}");
        }
        let count = |part: &Mutex<Part>| {
            let part = part.lock().unwrap();
            part.young.len() + part.old.len()
        };
        let count: usize = cache.0.iter().map(count).sum();
        assert!(count <= 2 * HALF, "{count}");
        assert!(cache.get(&id(0)).is_none());
    }
}
