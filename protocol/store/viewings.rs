//! What trackers remember of viewings, in the transactions of their events.

use redb::{ReadableTable as _, WriteTransaction};
use serde::Deserialize;
use serde_json::value::RawValue;

use super::OfflineStore;
use super::begin::Beginning;
use super::error::StoreError;
use super::format::{SessionKey, VIEWINGS};
use super::remembering::Remembering;
use super::writer::Writer;

/// What a tracker remembers of a viewing.
#[derive(Debug, Deserialize)]
pub(super) struct Viewing {
    /// The session that is being recorded.
    pub(super) session: Option<SessionKey>,
    pub(super) is_online: bool,
    /// The timestamp of its last event. Pings may have followed.
    pub(super) last: Option<i64>,
    pub(super) snapshot: Box<RawValue>,
}

impl OfflineStore {
    /// Commits what waits of the present session, the sessions that follow it, and what the tracker
    /// remembers. All of it is written, or nothing.
    pub(super) fn commit_viewing(
        &self,
        present: Option<(&mut Writer, i64)>,
        mut new: Vec<Beginning>,
        remembering: Option<Remembering>,
    ) -> Result<Vec<SessionKey>, StoreError> {
        let _lock = self.file.write_lock();
        if !new.is_empty() {
            self.tidy()?;
            self.make_room(new.iter().map(Beginning::bytes).sum(), new.len())?;
        }
        let live = self.file.memory().viewings.clone();
        let live = |viewing: u64| live.contains(&viewing);
        let mut begun = Vec::new();
        let also = |transaction: &WriteTransaction| {
            for beginning in &mut new {
                begun.push(beginning.put(transaction)?);
            }
            remembering.map_or(Ok(()), |all| all.write(transaction, &begun, live))
        };
        let written = match present {
            Some((writer, newest)) => writer.commit_joined(newest, also),
            None => self.file.write(also),
        };
        if let Err(error) = written {
            let begun = new.iter().filter_map(|beginning| beginning.key);
            self.file.memory().not_begun.extend(begun);
            return Err(error);
        }
        for (key, beginning) in begun.iter().zip(&new) {
            self.begun(*key, beginning);
        }
        self.file.memory().recording.extend(begun.last());
        Ok(begun)
    }

    /// The last viewing of this kind that was interrupted, and has no tracker.
    pub(super) fn interrupted_viewing(
        &self,
        is_online: bool,
    ) -> Result<Option<(u64, Viewing)>, StoreError> {
        let live = self.file.memory().viewings.clone();
        self.file.read(|transaction| {
            let viewings = match transaction.open_table(VIEWINGS) {
                Ok(viewings) => viewings,
                Err(redb::TableError::TableDoesNotExist(_)) => return Ok(None),
                Err(error) => return Err(error.into()),
            };
            for viewing in viewings.iter()?.rev() {
                let (number, text) = viewing?;
                let viewing: Viewing = serde_json::from_slice(text.value())
                    .map_err(|error| StoreError::record(&error))?;
                if viewing.is_online == is_online && !live.contains(&number.value()) {
                    return Ok(Some((number.value(), viewing)));
                }
            }
            Ok(None)
        })
    }
}
