//! Which record of one session is compared with which of the other, and by which values.

use media_collection::report::{Record, RecordType, Value};

use super::difference::Side;
use crate::report::reading::Reported;
use crate::report::shown;

/// What a pair of records is of (an ad, a chapter; nothing for the session), and their indices.
type Pair = (String, Option<usize>, Option<usize>);

/// Pairs of records: ads with the same id and chapters with the same index, then those that are
/// left, in their order.
pub fn paired(a: &[Record], b: &[Record]) -> Vec<Pair> {
    use RecordType::{AdClose, AdStart, ChapterClose, Close, Start};
    let mut pairs = Vec::new();
    for record_type in [Start, Close, AdStart, AdClose, ChapterClose] {
        let of_type = |records: &[Record]| -> Vec<usize> {
            (0..records.len()).filter(|at| records[*at].record_type() == record_type).collect()
        };
        let (left, mut right) = (of_type(a), of_type(b));
        let mut rest = Vec::new();
        let mut found: Vec<(Option<usize>, Option<usize>)> = Vec::new();
        for at in left {
            let same = right.iter().position(|other| id(&a[at]) == id(&b[*other]));
            match same {
                Some(same) => found.push((Some(at), Some(right.remove(same)))),
                None => rest.push(at),
            }
        }
        let mut right = right.into_iter();
        found.extend(rest.into_iter().map(|at| (Some(at), right.next())));
        found.extend(right.map(|at| (None, Some(at))));
        found.sort_by_key(|(left, right)| left.or(*right));
        pairs.extend(found.into_iter().map(|(left, right)| {
            let record = left.map(|at| &a[at]).or(right.map(|at| &b[at]));
            (record.map_or(String::new(), part), left, right)
        }));
    }
    pairs
}

/// What tells records of a type apart.
fn id(record: &Record) -> Option<String> {
    let xdm = match record.record_type() {
        RecordType::AdStart | RecordType::AdClose => "advertisingDetails.name",
        RecordType::ChapterClose => "chapterDetails.index",
        _ => return None,
    };
    record.get(xdm).map(shown::value)
}

fn part(record: &Record) -> String {
    let what = match record.record_type() {
        RecordType::AdStart | RecordType::AdClose => "ad",
        RecordType::ChapterClose => "chapter",
        _ => return String::new(),
    };
    format!("{what} {}", id(record).unwrap_or_default())
}

/// What differs between any two sessions.
const IGNORED: [&str; 1] = ["sessionDetails.ID"];

/// The values by which a record is compared. Those that several records repeat are compared once.
pub fn sides(session: &Reported, at: usize) -> Vec<Side<'_>> {
    let record = &session.report.records[at];
    let is_compared = |value: &&Value| {
        let field = value.field();
        let is_own = match record.record_type() {
            RecordType::Start => field.is_metric,
            RecordType::AdStart => field.xdm == "advertisingDetails.isStarted",
            RecordType::Close => true,
            _ => field.object() != "sessionDetails",
        };
        is_own && !IGNORED.contains(&field.xdm)
    };
    let values = record.values().filter(is_compared);
    let mut sides: Vec<_> = values.map(|value| Side::of(at, value)).collect();
    if record.record_type() == RecordType::Close {
        let custom = shown::custom(record);
        sides.extend(custom.iter().map(|(name, value)| Side::custom(at, name, value)));
    }
    sides
}
