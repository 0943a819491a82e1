//! Writes records: what they have in common.

use std::sync::{Arc, OnceLock};

use serde::{Deserialize, Serialize};

use super::amount::Made;
use super::close;
use super::closing::Closing;
use super::fields;
use super::open::Open;
use super::opened::Opened;
use super::options::ReportOptions;
use super::parts;
use super::record::{Metadata, Record, RecordType};
use super::value::{Datum, Value};
use crate::schema::keys;

/// Writes the records of one session.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Writer {
    pub(super) options: ReportOptions,
    /// The dimensions of the session, which are made when they are first needed.
    #[serde(skip)]
    session: OnceLock<Arc<[Value]>>,
    /// The custom metadata of the session, likewise.
    #[serde(skip)]
    metadata: OnceLock<Option<Metadata>>,
}

impl Writer {
    pub(super) fn with(options: ReportOptions) -> Self {
        Self { options, ..Self::default() }
    }

    fn session(&self, open: &Open) -> Arc<[Value]> {
        let make = || parts::session_dimensions(&open.start, &self.options).into();
        self.session.get_or_init(make).clone()
    }

    fn metadata(&self, open: &Open) -> Option<Metadata> {
        self.metadata.get_or_init(|| open.start.metadata()).clone()
    }

    /// The record of the start.
    pub(super) fn start(&self, open: &Open, own: Vec<Value>) -> Record {
        let metadata = self.metadata(open).into_iter().collect();
        let session = self.session(open);
        Record { record_type: RecordType::Start, ts: open.start_ts, session, own, metadata }
    }

    /// Another record, of the ad or the chapter that is open if it is about one.
    pub(super) fn record(
        &self,
        open: &Open,
        record_type: RecordType,
        ts: i64,
        mut own: Vec<Value>,
    ) -> Record {
        let is_audio = open.start_text(keys::STREAM_TYPE) == "audio";
        let is_ad = matches!(record_type, RecordType::AdStart | RecordType::AdClose);
        let hit = match (is_audio, is_ad) {
            (false, false) => "video",
            (false, true) => "videoAd",
            (true, false) => "audio",
            (true, true) => "audioAd",
        };
        let made = Some(Made::at(open.start.index));
        own.push(Value::new(&fields::PEV3, Some(Datum::Text(hit.to_owned())), made));
        own.push(Value::new(&fields::PCCR, Some(Datum::Flag), made));
        let part = match record_type {
            RecordType::AdStart | RecordType::AdClose => open.ad.as_ref().map(|ad| &ad.opened),
            RecordType::ChapterClose => open.chapter.as_ref(),
            RecordType::Start | RecordType::Close => None,
        };
        let metadata = [self.metadata(open), part.and_then(Opened::metadata)];
        let metadata = metadata.into_iter().flatten().collect();
        Record { record_type, ts, session: self.session(open), own, metadata }
    }

    /// The records with which a session closes, or would close now: what is open is closed first.
    pub(super) fn last(
        &self,
        open: &Open,
        closing: Option<Closing>,
        written: &mut impl FnMut(Record),
    ) {
        let ts = closing.map_or(open.last.ts, |closing| closing.ts);
        if let Some(own) = open.ad_values(&self.options, None) {
            written(self.record(open, RecordType::AdClose, ts, own));
        }
        if let Some(own) = open.chapter_values(&self.options, None) {
            written(self.record(open, RecordType::ChapterClose, ts, own));
        }
        let own = close::close(open, &self.options, closing);
        written(self.record(open, RecordType::Close, ts, own));
    }
}
