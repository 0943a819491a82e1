//! Sessions in the store whose events are sent as they were given.

use super::OfflineStore;
use super::error::StoreError;
use super::format::{OnlineProgress, Record, SessionKey};
use super::recorders::{Stored, StoredDownloaded, StoredOnline};
use crate::event::SessionStart;
use crate::session::{Recorder, SessionState, Verbatim};

impl OfflineStore {
    /// Starts to record a downloaded session as it is given: nothing of it is refused, adjusted,
    /// closed or repaired, and it gets no end. A playhead that is no number is written as `null`. It
    /// is uploaded as [`Collector::upload_raw`](crate::Collector::upload_raw) does, when its recorder
    /// was dropped.
    ///
    /// ```
    /// use media_collection::store::OfflineStore;
    /// use media_collection::{Event, PlayerTime};
    /// # use media_collection::{SessionStart, SessionStartParams};
    /// # let params = SessionStartParams::builder().analytics_tracking_server("t.example.com")
    /// #     .analytics_report_suite("suite").visitor_marketing_cloud_org_id("ORG@AdobeOrg")
    /// #     .id("episode-42").length(60.0).content_type("vod").player_name("tv").channel("c").build();
    /// # let start = SessionStart::new(PlayerTime::new(0.0, 1_700_000_000_000), params);
    /// # let folder = std::env::temp_dir().join(format!("media-collection-verbatim-{}", std::process::id()));
    /// # std::fs::create_dir_all(&folder)?;
    /// # let path = folder.join("sessions.redb");
    /// # let _ = std::fs::remove_file(&path);
    /// let store = OfflineStore::open(&path)?;
    /// let mut recorder = store.begin_verbatim(start)?;
    /// let nowhere = PlayerTime::new(f64::NAN, 1_700_000_000_000);
    /// recorder.record(Event::play(nowhere))?; // at the time of the start
    /// drop(recorder);
    ///
    /// let upload = store.next_upload(1_700_000_060_000)?.expect("it waits");
    /// let end = br#"{"eventType":"play","playerTime":{"playhead":null,"ts":1700000000000}}]"#;
    /// assert!(upload.call.body().ends_with(end));
    /// # std::fs::remove_dir_all(&folder)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// When a limit is reached, a number of the start other than its playhead is infinite or NaN, or
    /// the disk fails.
    pub fn begin_verbatim(
        &self,
        start: SessionStart,
    ) -> Result<Verbatim<StoredDownloaded>, StoreError> {
        let record = Record { verbatim: true, ..Record::new(start.player_time.ts()) };
        let key = self.insert(&start, record)?;
        let sink = StoredDownloaded::new(self, key, 1, 1).with_verbatim(true);
        Ok(Verbatim(Recorder::new(SessionState::of(&start), sink)))
    }

    /// Starts to record an online session as it is given: see
    /// [`begin_verbatim`](Self::begin_verbatim). [`next_upload`](Self::next_upload) returns its
    /// requests. Time alone opens no new session; a session that the collector has lost is opened
    /// again.
    ///
    /// # Errors
    ///
    /// As for [`begin_verbatim`](Self::begin_verbatim).
    pub fn begin_verbatim_online(
        &self,
        mut start: SessionStart,
    ) -> Result<Verbatim<StoredOnline>, StoreError> {
        if start.params.says_downloaded() == Some(true) {
            start.params.say_downloaded(None);
        }
        let online = OnlineProgress::without_renewal();
        let record =
            Record { online: Some(online), verbatim: true, ..Record::new(start.player_time.ts()) };
        let key = self.insert(&start, record)?;
        let sink = StoredOnline::new(self, key, 1, 1).with_verbatim(true);
        Ok(Verbatim(Recorder::new(SessionState::of(&start), sink)))
    }

    /// Resumes a downloaded verbatim session that was open when the app ended.
    ///
    /// # Errors
    ///
    /// When there is no such session, it has ended, it is not a downloaded verbatim one, it is
    /// already being recorded, or the disk fails.
    pub fn resume_verbatim(
        &self,
        key: SessionKey,
    ) -> Result<Verbatim<StoredDownloaded>, StoreError> {
        self.resume_as(key, true).map(Verbatim)
    }

    /// Resumes an online verbatim session that was open when the app ended.
    ///
    /// # Errors
    ///
    /// When there is no such session, it has ended, it is not an online verbatim one, it is already
    /// being recorded, or the disk fails.
    pub fn resume_verbatim_online(
        &self,
        key: SessionKey,
    ) -> Result<Verbatim<StoredOnline>, StoreError> {
        self.resume_as(key, true).map(Verbatim)
    }
}

impl<K> Verbatim<Stored<K>> {
    /// The session's key, to resume it after a restart.
    #[must_use]
    pub const fn key(&self) -> SessionKey {
        self.0.key()
    }

    /// As [`Recorder::committed`].
    #[must_use]
    pub const fn committed(&self) -> u32 {
        self.0.committed()
    }

    /// As [`Recorder::flush`].
    ///
    /// # Errors
    ///
    /// When the disk fails. The events keep waiting.
    pub fn flush(&mut self) -> Result<(), StoreError> {
        self.0.flush()
    }

    /// Changes the event that opens the session, unless it was sent or is in flight: `false` says so.
    /// It is taken as it is.
    ///
    /// # Errors
    ///
    /// As for [`OfflineStore::change_start`].
    pub fn change_start(
        &mut self,
        change: impl FnOnce(&mut SessionStart),
    ) -> Result<bool, StoreError> {
        self.0.change_start(change)
    }
}
