//! Online sessions in the store: recorded into the file, and what the app may ask and decide.

use super::OfflineStore;
use super::begin::fitting;
use super::error::StoreError;
use super::format::{OnlineProgress, Record, SessionKey};
use super::recorders::StoredOnline;
use super::tables::{put, record};
use crate::client::{Next, Online};
use crate::event::{Event, SessionStart};
use crate::session::{Recorder, SessionState};

impl OfflineStore {
    /// Starts to record an online session. [`next_upload`](Self::next_upload) returns its requests,
    /// one at a time and in order, while it is being recorded and afterwards, also after a restart
    /// of the app.
    ///
    /// Every event is committed at once, whatever the store's durability.
    ///
    /// # Errors
    ///
    /// When a limit is reached, the start cannot be encoded as JSON, or the disk fails.
    pub fn begin_online(&self, start: SessionStart) -> Result<Recorder<StoredOnline>, StoreError> {
        let start = fitting::<Online>(start);
        let online = Some(OnlineProgress::default());
        let record = Record { online, ..Record::new(start.player_time.ts()) };
        let key = self.insert(&start, record)?;
        Ok(Recorder::new(SessionState::of(&start), StoredOnline::new(self, key, 1, 1)))
    }

    /// Resumes an online session that was open when the app ended.
    ///
    /// # Errors
    ///
    /// When there is no such session, it has ended, it is not online or is verbatim, it is already
    /// being recorded, one of its events cannot be read, or the disk fails.
    pub fn resume_online(&self, key: SessionKey) -> Result<Recorder<StoredOnline>, StoreError> {
        self.resume_as(key, false)
    }

    /// Takes the next event of an online session away, and hands it back: it is not sent, and what
    /// stands behind it is. `None` if the start comes first, nothing is left to send, or the event
    /// cannot be read. If the event is in flight, it may still arrive; its ticket is then stale.
    ///
    /// # Errors
    ///
    /// When there is no such session, it is not online, or the disk fails.
    pub fn set_aside(&self, key: SessionKey) -> Result<Option<Event>, StoreError> {
        let _lock = self.file.write_lock();
        let mut record = self.online_record(key)?;
        let Some(online) = &mut record.online else { return Ok(None) };
        let next = match self.next(key, online)? {
            None | Some(Next::Start(_)) => return Ok(None),
            Some(next) => next,
        };
        online.progress.skip(next, &mut record.attempts);
        let event = self.set_next_aside(key, record)?;
        self.file.memory().take_back(key);
        Ok(event)
    }

    /// Whether the collector's session has reached a [limit of time](crate::recorder::Renewal), so
    /// that the next event needs a new one. `now` is in milliseconds since the Unix epoch.
    ///
    /// # Errors
    ///
    /// When there is no such session, it is not online, or the disk fails.
    pub fn is_expired(&self, key: SessionKey, now: i64) -> Result<bool, StoreError> {
        let _lock = self.file.write_lock();
        let record = self.online_record(key)?;
        let Some(online) = &record.online else { return Ok(false) };
        let head = self.head(key, online)?;
        Ok(online.progress.is_expired(head, now))
    }

    /// How many events of an online session were not sent, because the playhead had stood still for
    /// half an hour and the session was ended: see
    /// [`Renewal::Standstill`](crate::recorder::Renewal::Standstill).
    ///
    /// # Errors
    ///
    /// When there is no such session, it is not online, or the disk fails.
    pub fn withheld(&self, key: SessionKey) -> Result<u32, StoreError> {
        Ok(self.online_record(key)?.online.map_or(0, |online| online.progress.withheld))
    }

    /// Sets whether a session that has reached a limit of time is replaced by a new one, which is
    /// the default. One that the collector has lost always is.
    ///
    /// # Errors
    ///
    /// When there is no such session, it is not online, or the disk fails.
    pub fn set_renewal(&self, key: SessionKey, by_time: bool) -> Result<(), StoreError> {
        let _lock = self.file.write_lock();
        let mut record = self.online_record(key)?;
        if let Some(online) = &mut record.online {
            online.progress.without_renewal = !by_time;
        }
        self.file.write(|transaction| put(transaction, key, &record))
    }

    fn online_record(&self, key: SessionKey) -> Result<Record, StoreError> {
        let record = self.file.read(|transaction| record(transaction, key))?;
        if record.online.is_some() { Ok(record) } else { Err(StoreError::OtherKind(key)) }
    }
}
