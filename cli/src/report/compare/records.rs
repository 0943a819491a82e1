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
            (part(left.map(|at| &a[at]), right.map(|at| &b[at])), left, right)
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

/// `ad mid-1`, or `ad mid-1, mid-2` if their ids differ.
fn part(a: Option<&Record>, b: Option<&Record>) -> String {
    let record_type = a.or(b).map(Record::record_type);
    let what = match record_type {
        Some(RecordType::AdStart | RecordType::AdClose) => "ad",
        Some(RecordType::ChapterClose) => "chapter",
        _ => return String::new(),
    };
    let mut ids: Vec<_> = [a, b].into_iter().flatten().filter_map(id).collect();
    ids.dedup();
    format!("{what} {}", ids.join(", "))
}

/// What differs between any two sessions, and hashes of what is compared.
const IGNORED: [&str; 3] = ["sessionDetails.ID", "advertisingPodDetails.ID", "chapterDetails.ID"];

/// The values by which a record is compared: only metrics if the other session has no such record.
/// What several records repeat is compared once.
pub fn sides(session: &Reported, at: usize, is_alone: bool) -> Vec<Side<'_>> {
    let record = &session.report.records[at];
    let is_compared = |value: &&Value| {
        let field = value.field();
        let is_own = match record.record_type() {
            RecordType::Start => field.is_metric,
            RecordType::AdStart => field.xdm == "advertisingDetails.isStarted",
            RecordType::Close => true,
            _ => field.object() != "sessionDetails",
        };
        let is_wanted = field.is_metric || !is_alone;
        is_own && is_wanted && !IGNORED.contains(&field.xdm)
    };
    let values = record.values().filter(is_compared);
    let mut sides: Vec<_> = values.map(|value| Side::of(at, value)).collect();
    if record.record_type() == RecordType::Close && !is_alone {
        let custom = shown::custom(record);
        sides.extend(custom.iter().map(|(name, value)| Side::custom(at, name, value)));
    }
    sides
}
