//! Downloaded sessions that are too large for one request to Media Edge.

use super::OfflineStore;
use super::begin::Beginning;
use super::error::StoreError;
use super::format::{Record, SessionKey};
use super::memory::Size;
use super::options::WhenLarge;
use super::tables::{put, put_events, remove_events};
use crate::client::{Outcome, ResponseError};
use crate::constraints::Keyword;
use crate::event::Event;
use crate::json::Policy;
use crate::session::DownloadedSession;
use crate::wire::{Api, edge};

impl OfflineStore {
    /// The size of a downloaded session as a request to Media Edge, in bytes. More than
    /// [`MAX_BODY_BYTES`](crate::edge::MAX_BODY_BYTES) do not fit into one. `None` if the events are no
    /// session, or Media Edge has no form for one of them.
    ///
    /// # Errors
    ///
    /// When there is no such session, or the disk fails.
    pub fn edge_size(&self, key: SessionKey) -> Result<Option<usize>, StoreError> {
        Ok(self.session(key)?.and_then(|session| edge::size(&session).ok()))
    }

    /// Makes a session fit that Media Edge did not take because of its size; `None` if the options do
    /// not say so, or it cannot be done. The caller holds the write lock.
    pub(super) fn made_to_fit(
        &self,
        key: SessionKey,
        record: &Record,
        reason: &ResponseError,
        now: i64,
    ) -> Result<Option<Outcome>, StoreError> {
        let ResponseError::NotEncoded(error) = reason else { return Ok(None) };
        let is_limit = error.violations.iter().all(|found| found.keyword == Keyword::Limit);
        if !is_limit || record.api.is_some() {
            return Ok(None);
        }
        let is_done = match self.file.options.when_large {
            WhenLarge::Split => !record.verbatim && self.split(key, record)?,
            WhenLarge::MediaCollection => {
                let record = Record { api: Some(Api::MediaCollection), ..record.clone() };
                self.file.write(|transaction| put(transaction, key, &record))?;
                true
            }
            WhenLarge::SetAside => false,
        };
        let kept = || Outcome::Kept { due: now, reason: Some(reason.clone()) };
        Ok(is_done.then(kept))
    }

    /// Stores the session as several in its place, in one transaction. `false` if that is not possible.
    fn split(&self, key: SessionKey, record: &Record) -> Result<bool, StoreError> {
        let Some(session) = self.session(key)? else { return Ok(false) };
        let Ok(parts) = edge::parts(&session) else { return Ok(false) };
        let fits = |part: &DownloadedSession| {
            edge::size(part).is_ok_and(|size| size < edge::MAX_BODY_BYTES)
        };
        if parts.len() < 2 || !parts.iter().all(fits) {
            return Ok(false);
        }
        let mut beginnings = Vec::with_capacity(parts.len());
        for part in parts {
            let began = part.start().player_time.ts();
            let events = part.into_events();
            let ended = events.last().map(|event| event.player_time.ts());
            let texts = events.iter().map(Event::encode).collect::<Result<Vec<_>, _>>()?;
            let record = Record { began, ended, clock: None, ..record.clone() };
            beginnings.push(Beginning { record, events: texts, key: None });
        }
        let (first, others) = beginnings.split_first_mut().expect("there are at least two parts");
        self.file.write(|transaction| {
            remove_events(transaction, key, 0)?;
            put(transaction, key, &first.record)?;
            put_events(transaction, key, 0, &first.events)?;
            others.iter_mut().try_for_each(|part| part.put(transaction).map(drop))
        })?;
        let size = Size { events: first.events.len() as u32, bytes: first.bytes() };
        self.file.memory().sizes.insert(key, size);
        for part in others {
            let Some(key) = part.key else { continue };
            self.begun(key, part);
        }
        Ok(true)
    }

    fn session(&self, key: SessionKey) -> Result<Option<DownloadedSession>, StoreError> {
        let events = Event::decode_batch(&self.export(key)?, &Policy::tolerant().unlimited()).ok();
        Ok(events.and_then(|events| DownloadedSession::try_from(events).ok()))
    }
}
