//! The records that one session produces.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

use super::fields;
use super::value::{Datum, Value};

/// Which record it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum RecordType {
    /// The start of the session, which is reported at once.
    Start,
    /// The start of an ad, which is reported at once.
    AdStart,
    /// The end of an ad, whether it was completed, skipped or left.
    AdClose,
    /// The end of a chapter, whether it was completed, skipped or left.
    ChapterClose,
    /// The close of the session, for whatever reason. It has what was summed over the session.
    Close,
}

impl RecordType {
    /// The event type of the record in XDM. `media.sessionComplete` means here that the session
    /// was closed; that the content was watched to its end is `sessionDetails.isCompleted`.
    #[must_use]
    pub const fn event_type(self) -> &'static str {
        match self {
            Self::Start => "media.sessionStart",
            Self::AdStart => "media.adStart",
            Self::AdClose => "media.adComplete",
            Self::ChapterClose => "media.chapterComplete",
            Self::Close => "media.sessionComplete",
        }
    }
}

/// A pair of custom metadata.
pub(super) type Metadata = Arc<[(String, String)]>;

/// A record that the back end writes for a session.
///
/// It serialises as it stands below `mediaReporting` in XDM, with the event type before it:
/// `eventType`, `sessionDetails`, `advertisingDetails`, `advertisingPodDetails`, `chapterDetails`,
/// `qoeDataDetails`, `implementationDetails`, `states`, `customMetadata`, as far as the record has them. What is false or zero
/// is absent, as in Adobe's samples.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    pub(super) record_type: RecordType,
    pub(super) ts: i64,
    /// The dimensions of the session, which all records have.
    pub(super) session: Arc<[Value]>,
    pub(super) own: Vec<Value>,
    pub(super) metadata: Vec<Metadata>,
}

/// The objects of a record, in their order.
pub(super) const OBJECTS: [&str; 6] = [
    "sessionDetails",
    "advertisingDetails",
    "advertisingPodDetails",
    "chapterDetails",
    "qoeDataDetails",
    "implementationDetails",
];

impl Record {
    /// Which record it is.
    #[must_use]
    pub fn record_type(&self) -> RecordType {
        self.record_type
    }

    /// Its event type in XDM: see [`RecordType::event_type`].
    #[must_use]
    pub fn event_type(&self) -> &'static str {
        self.record_type.event_type()
    }

    /// Its time, in milliseconds since the Unix epoch: that of the event that caused it, and of a
    /// session that was closed for silence or standstill, when that happened. For the close no
    /// source says which time it has.
    #[must_use]
    pub fn ts(&self) -> i64 {
        self.ts
    }

    /// Its values: the dimensions of the session, then its own.
    pub fn values(&self) -> impl Iterator<Item = &Value> {
        self.session.iter().chain(&self.own)
    }

    /// The value with this path, such as `sessionDetails.timePlayed` or `states[mute].time`.
    #[must_use]
    pub fn get(&self, xdm: &str) -> Option<&Value> {
        self.values().find(|value| value.xdm() == xdm)
    }

    /// The custom metadata: that of the session, and of the ad or chapter that the record is about,
    /// which comes before the session's of the same name.
    #[must_use]
    pub fn custom_metadata(&self) -> BTreeMap<&str, &str> {
        let pairs = self.metadata.iter().flat_map(|pairs| pairs.iter());
        pairs.map(|(name, value)| (&**name, &**value)).collect()
    }

    /// The record as JSON: the same as its serialised form.
    #[must_use]
    pub fn to_xdm(&self) -> serde_json::Value {
        serde_json::to_value(self).unwrap_or_default()
    }

    /// The members of an object that are set.
    fn members<'a>(&'a self, object: &'a str) -> impl Iterator<Item = (&'static str, &'a Datum)> {
        let of_object = self.values().filter(move |value| value.field.object() == object);
        of_object.filter_map(|value| Some((value.field.member(), value.datum.as_ref()?)))
    }

    /// The player states, each with its members.
    fn states(&self) -> Vec<BTreeMap<&'static str, &Datum>> {
        let mut states: Vec<BTreeMap<&'static str, &Datum>> = Vec::new();
        for (member, datum) in self.members(fields::STATE_NAME.object()) {
            if member == fields::STATE_NAME.member() {
                states.push(BTreeMap::new());
            }
            if let Some(state) = states.last_mut() {
                state.insert(member, datum);
            }
        }
        states
    }
}

impl Serialize for Record {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Pair<'a> {
            name: &'a str,
            value: &'a str,
        }
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("eventType", self.event_type())?;
        for object in OBJECTS {
            let members: BTreeMap<_, _> = self.members(object).collect();
            if !members.is_empty() {
                map.serialize_entry(object, &members)?;
            }
        }
        let states = self.states();
        if !states.is_empty() {
            map.serialize_entry("states", &states)?;
        }
        let pairs = self.custom_metadata();
        let pairs: Vec<_> = pairs.into_iter().map(|(name, value)| Pair { name, value }).collect();
        if !pairs.is_empty() {
            map.serialize_entry("customMetadata", &pairs)?;
        }
        map.end()
    }
}
