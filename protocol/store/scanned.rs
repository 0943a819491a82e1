//! The pages of a file that the database does not read any more.
//!
//! A page begins at a multiple of 4,096 bytes. One with entries of a table has the byte 1, the number of
//! entries in its third and fourth byte, where each value ends, the keys and the values; numbers are
//! little-endian. Source: the design of redb, and its code (`LeafAccessor`).

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use serde_json::{Map, Value};

use super::format::{Record, SessionKey};
use crate::schema::keys;

const PAGE: usize = 4096;
const LEAF: u8 = 1;

/// What the pages have, of this and of earlier states of the file.
#[derive(Debug, Default)]
pub(super) struct Scanned {
    pub(super) records: BTreeMap<SessionKey, Record>,
    pub(super) events: BTreeMap<(SessionKey, u32), Vec<u8>>,
}

impl Scanned {
    pub(super) fn of(path: &Path) -> io::Result<Self> {
        let mut bytes = Vec::new();
        File::open(path)?.read_to_end(&mut bytes)?;
        let mut scanned = Self::default();
        for begin in (0..bytes.len()).step_by(PAGE) {
            let page = &bytes[begin..];
            if page[0] != LEAF {
                continue;
            }
            entries::<12>(page, |key, value| {
                let (session, index) = key.split_at(8);
                let session = SessionKey(number(session));
                if is_event(value) {
                    let key = (session, number(index) as u32);
                    scanned.events.entry(key).or_insert_with(|| value.to_vec());
                }
            });
            entries::<8>(page, |key, value| {
                if let Ok(record) = serde_json::from_slice::<Record>(value) {
                    let key = SessionKey(number(key));
                    let newest = scanned.records.entry(key).or_insert_with(|| record.clone());
                    // A session that has ended was open before.
                    if newest.ended.is_none() {
                        *newest = record;
                    }
                }
            });
        }
        Ok(scanned)
    }
}

/// Whether a value is an event. Its key may be of a table that has none.
pub(super) fn is_event(value: &[u8]) -> bool {
    if value.first() != Some(&b'{') {
        return false;
    }
    let members = serde_json::from_slice::<Map<String, Value>>(value);
    members.is_ok_and(|it| it.contains_key(keys::EVENT_TYPE) && it.contains_key(keys::PLAYER_TIME))
}

fn number(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte))
}

/// Calls `each` with the entries of a page whose keys have `KEY` bytes, if it may be such a page. Keys
/// ascend: one that does not is damaged.
fn entries<const KEY: usize>(page: &[u8], mut each: impl FnMut(&[u8], &[u8])) {
    let Some(count) = page.get(2..4).map(|bytes| number(bytes) as usize) else { return };
    let keys = 4 + 4 * count;
    let key_at = |nth: usize| page.get(keys + KEY * nth..keys + KEY * (nth + 1));
    let order = |key: &[u8]| (number(&key[..8]), number(&key[8..]));
    let mut begin = keys + KEY * count;
    let mut last = None;
    for nth in 0..count {
        let Some(end) = page.get(4 + 4 * nth..8 + 4 * nth).map(|bytes| number(bytes) as usize)
        else {
            return;
        };
        let (Some(key), true) = (key_at(nth), begin <= end) else { return };
        let next = if nth + 1 < count { key_at(nth + 1) } else { None };
        let ascends = last.is_none_or(|last| last < order(key))
            && next.is_none_or(|next| order(key) < order(next));
        if let (Some(value), true) = (page.get(begin..end), ascends) {
            last = Some(order(key));
            each(key, value);
        }
        begin = end;
    }
}
