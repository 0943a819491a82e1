//! Changing the start of a stored session.

use super::OfflineStore;
use super::error::StoreError;
use super::format::{OnlineProgress, Record, SessionKey};
use super::tables::{event_from, put, put_events, record};
use super::texts::{decode, decode_start};
use crate::event::SessionStart;
use crate::session::StartMut;

impl OfflineStore {
    /// Changes the start of a session, whatever its status, such as for an identity that arrives
    /// late. `false` if it was sent already, or is in flight, and was not changed.
    ///
    /// A playhead that is not a finite number becomes 0, and the timestamp stays before that of the
    /// next event. The downloaded flag does not change. The start of a verbatim session is taken as
    /// it is. An online session that was set aside because
    /// of its start is sent again; others need [`retry`](Self::retry).
    ///
    /// ```
    /// # use media_collection::store::OfflineStore;
    /// # use media_collection::{PlayerTime, SessionStart, SessionStartParams};
    /// # let params = SessionStartParams::builder().analytics_tracking_server("t.example.com")
    /// #     .analytics_report_suite("suite").visitor_marketing_cloud_org_id("ORG@AdobeOrg")
    /// #     .id("episode-42").length(60.0).content_type("vod").player_name("tv").channel("c").build();
    /// # let start = SessionStart::new(PlayerTime::new(0.0, 1_700_000_000_000), params);
    /// # let folder = std::env::temp_dir().join(format!("media-collection-start-{}", std::process::id()));
    /// # std::fs::create_dir_all(&folder)?;
    /// # let path = folder.join("sessions.redb");
    /// # let _ = std::fs::remove_file(&path);
    /// let store = OfflineStore::open(&path)?;
    /// let mut session = store.begin(start)?;
    /// let key = session.key();
    /// // While it is recorded, its recorder does the same.
    /// session.change_start(|start| start.params.channel = "news".to_owned())?;
    /// session.abandon(PlayerTime::new(1.0, 1_700_000_001_000))?;
    /// drop(session);
    ///
    /// let id = "0123456789".to_owned();
    /// store.change_start(key, |start| start.params.visitor_marketing_cloud_user_id = Some(id))?;
    /// # std::fs::remove_dir_all(&folder)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// When there is no such session, its start cannot be read, or encoded as JSON after the
    /// change, a limit is reached, or the disk fails. Except for the last, the start is then
    /// unchanged.
    pub fn change_start(
        &self,
        key: SessionKey,
        change: impl FnOnce(&mut SessionStart),
    ) -> Result<bool, StoreError> {
        let mut change = Some(change);
        self.change_start_with(key, &mut |start| {
            if let Some(change) = change.take() {
                change(start);
            }
        })
    }

    pub(super) fn change_start_with(
        &self,
        key: SessionKey,
        change: &mut dyn FnMut(&mut SessionStart),
    ) -> Result<bool, StoreError> {
        let _lock = self.file.write_lock();
        let mut record = self.file.read(|transaction| record(transaction, key))?;
        let is_open =
            record.online.as_ref().is_some_and(|online| online.progress.session_id.is_some());
        if is_open || self.file.memory().is_in_flight(key) {
            return Ok(false);
        }
        let before = self.file.read(|transaction| event_from(transaction, key, 0))?;
        let before =
            before.filter(|(index, _)| *index == 0).map_or_else(Vec::new, |(_, text)| text);
        let mut start = decode_start(&before)
            .ok_or_else(|| StoreError::Damaged(format!("session {key} has no start")))?;
        let next = self.first_after_start(key, &record)?;
        let is_first = record.online.as_ref().is_none_or(OnlineProgress::is_first);
        let is_verbatim = record.verbatim;
        let next = next.and_then(|text| decode(&text)).map(|next| next.player_time.ts());
        let downloaded = start.params.says_downloaded();
        if is_verbatim {
            change(&mut start);
        } else {
            change(&mut StartMut::new(&mut start, downloaded, next));
        }
        let text = start.encode_raw()?;
        if text.len() > before.len() {
            self.make_room((text.len() - before.len()) as u64, 0)?;
        }
        record.began = start.player_time.ts();
        record.start_changed();
        self.file.write(|transaction| {
            put_events(transaction, key, 0, [&text])?;
            put(transaction, key, &record)
        })?;
        let mut memory = self.file.memory();
        // A late response would be to the start as it was.
        memory.take_back(key);
        memory.accepted.remove(&key);
        if is_first {
            memory.sent_until(key, Some(start.player_time));
        }
        if let Some(size) = memory.sizes.get_mut(&key) {
            size.bytes = size.bytes + text.len() as u64 - before.len() as u64;
        }
        Ok(true)
    }

    /// The event that is sent after the start. If the start opens a new session in place of one, that
    /// is not the first recorded event.
    fn first_after_start(
        &self,
        key: SessionKey,
        record: &Record,
    ) -> Result<Option<Vec<u8>>, StoreError> {
        let online = record.online.as_ref();
        if let Some(generated) = online.and_then(|online| online.generated.front()) {
            return Ok(Some(generated.clone().into_bytes()));
        }
        let first = online.map_or(1, |online| online.accepted.saturating_add(1));
        let next = self.file.read(|transaction| event_from(transaction, key, first))?;
        Ok(next.map(|(_, text)| text))
    }
}
