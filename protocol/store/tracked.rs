//! The sessions of a tracker, in the store.

use std::fmt;

use super::OfflineStore;
use super::begin::{Beginning, fitting};
use super::error::StoreError;
use super::format::{OnlineProgress, Record, SessionKey};
use super::recorders::{SessionKind, Stored};
use super::remembering::Remembering;
use crate::client::Online;
use crate::event::{Event, SessionStart};
use crate::session::{Downloaded, Recorder, SessionState, Verbatim};
use crate::tracker::sessions::sealed::Commit;
use crate::tracker::sessions::{Batch, Recording};
use crate::tracker::{Discarded, Snapshot, Step, TrackError};

/// The sessions of a tracker, in a store. What the tracker knows is written with the events, so that
/// an app that was stopped can [go on](Self::interrupted).
///
/// ```
/// use media_collection::SteadyClock;
/// use media_collection::store::{OfflineStore, StoredDownloadedSessions};
/// use media_collection::tracker::Tracker;
/// # use media_collection::SessionStartParams;
/// # let params = SessionStartParams::builder().analytics_tracking_server("t.example.com")
/// #     .analytics_report_suite("suite").visitor_marketing_cloud_org_id("ORG@AdobeOrg")
/// #     .id("episode-42").length(1800.0).content_type("vod").player_name("tv").channel("c").build();
/// # let folder = std::env::temp_dir().join(format!("media-collection-tracked-{}", std::process::id()));
/// # std::fs::create_dir_all(&folder)?;
/// # let path = folder.join("sessions.redb");
/// # let _ = std::fs::remove_file(&path);
///
/// let clock = SteadyClock::new();
/// let store = OfflineStore::open(&path)?;
/// // When the app starts, before anything is sent.
/// let mut tracker = match StoredDownloadedSessions::interrupted(&store)? {
///     Some((snapshot, sessions)) => Tracker::resume(snapshot, sessions, clock.now())?,
///     None => Tracker::new(StoredDownloadedSessions::new(&store)),
/// };
/// tracker.session_start(clock.now(), params)?; // on the disk when it returns
/// tracker.play(clock.now())?;
/// tracker.complete(clock.now())?;
/// assert_eq!(store.stats()?.pending, 1);
/// # drop((tracker, store));
/// # std::fs::remove_dir_all(&folder)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// They are sent as all others are, by [`OfflineStore::next_upload`].
pub struct StoredSessions<K> {
    store: OfflineStore,
    present: Option<Recording<Stored<K>>>,
    /// The key of the viewing's first session.
    viewing: Option<u64>,
}

/// The sessions of a tracker of downloaded content, in a store.
pub type StoredDownloadedSessions = StoredSessions<Downloaded>;

/// The sessions of a tracker of a viewer who is online, in a store.
///
/// They do not end by time: the tracker sees to that.
pub type StoredOnlineSessions = StoredSessions<Online>;

impl<K: SessionKind> StoredSessions<K> {
    /// No sessions yet.
    #[must_use]
    pub fn new(store: &OfflineStore) -> Self {
        Self { store: store.clone(), present: None, viewing: None }
    }

    /// The viewing that was interrupted last, if there is one, to
    /// [go on](crate::tracker::Tracker::resume) with.
    ///
    /// Call it before [`next_upload`](OfflineStore::next_upload), which ends sessions that nobody
    /// records; the viewing then goes on in another session. When another viewing begins, those that
    /// were interrupted are forgotten; their sessions are sent.
    ///
    /// # Errors
    ///
    /// When the disk fails, or the file is damaged.
    pub fn interrupted(store: &OfflineStore) -> Result<Option<(Snapshot, Self)>, StoreError> {
        let Some((number, viewing)) = store.interrupted_viewing(K::IS_ONLINE)? else {
            return Ok(None);
        };
        let mut snapshot: Snapshot = serde_json::from_str(viewing.snapshot.get())
            .map_err(|error| StoreError::record(&error))?;
        let mut sessions = Self::new(store);
        sessions.viewing = Some(number);
        if let Some(key) = viewing.session {
            let is_verbatim = snapshot.is_verbatim();
            sessions.present = match store.resume_as::<K>(key, is_verbatim) {
                Ok(recorder) => Some(recording(recorder, is_verbatim)),
                // It was ended or deleted in the meantime.
                Err(StoreError::Ended(_) | StoreError::NoSession(_)) => None,
                Err(error) => return Err(error),
            };
        }
        store.file.memory().viewings.insert(number);
        match sessions.present() {
            Some(recorder) => snapshot.pinged(viewing.last, recorder.last()),
            None => snapshot.lose_session(),
        }
        Ok(Some((snapshot, sessions)))
    }

    /// The store.
    #[must_use]
    pub const fn store(&self) -> &OfflineStore {
        &self.store
    }

    /// The session that is being recorded.
    #[must_use]
    pub fn present(&self) -> Option<&Recorder<Stored<K>>> {
        self.present.as_ref().map(Recording::recorder)
    }

    /// The key of the session that is being recorded.
    #[must_use]
    pub fn key(&self) -> Option<SessionKey> {
        self.present().map(Recorder::key)
    }

    /// Records what a call leads to, up to the commit.
    fn prepare(&mut self, batch: &mut Batch<'_>) -> Result<Prepared, TrackError<StoreError>> {
        let mut prepared = Prepared { new: Vec::new(), newest: None };
        for step in batch.steps.drain(..) {
            match step {
                Step::Open(start) => {
                    prepared.new.push(New::begin::<K>(*start, batch.verbatim));
                }
                Step::Record(event) => match prepared.new.last_mut() {
                    Some(new) => new.record(event)?,
                    None => {
                        prepared.newest = Some(event.player_time.ts());
                        if let Some(present) = &mut self.present {
                            present.record(event)?;
                        }
                    }
                },
            }
        }
        Ok(prepared)
    }

    /// Commits what was prepared.
    fn write(
        &mut self,
        prepared: Prepared,
        over: bool,
        snapshot: Option<&dyn Fn() -> String>,
    ) -> Result<(), TrackError<StoreError>> {
        let Prepared { new, newest } = prepared;
        let beginnings = new.iter().map(New::beginning::<K>).collect::<Result<Vec<_>, _>>();
        let beginnings = beginnings.map_err(TrackError::Sink)?;
        let last = match new.last() {
            Some(new) => new.recording.recorder().last().ts(),
            None => self.present().map_or(0, |recorder| recorder.last().ts()),
        };
        let remembering = snapshot.map(|snapshot| self.remembering(over, Some(last), snapshot));
        let present = self.present.as_mut().map(|present| &mut present.recorder_mut().sink.writer);
        let newest = newest.unwrap_or_default();
        let present = match present {
            Some(writer) if new.is_empty() && !over && !writer.is_due(newest) => {
                // It is written with the events, later.
                writer.note = remembering.or(writer.note.take());
                return Ok(());
            }
            present => present.map(|writer| (writer, newest)),
        };
        let keys = self.store.commit_viewing(present, beginnings, remembering);
        let keys = keys.map_err(TrackError::Sink)?;
        if let (Some(key), Some(last)) = (keys.last(), new.into_iter().next_back()) {
            self.present = Some(last.recording(&self.store, *key));
        }
        let has_ended = |present: &Recording<Stored<K>>| present.recorder().sink.writer.has_ended();
        self.present.take_if(|present| has_ended(present));
        self.remember(over, keys.first().map(|key| key.number()));
        Ok(())
    }

    /// What is remembered of the viewing.
    fn remembering(
        &self,
        over: bool,
        last: Option<i64>,
        snapshot: &dyn Fn() -> String,
    ) -> Remembering {
        Remembering {
            viewing: self.viewing,
            session: self.key(),
            is_online: K::IS_ONLINE,
            last,
            snapshot: (!over).then(snapshot),
        }
    }

    /// The viewing has a tracker, until it is over.
    fn remember(&mut self, over: bool, first: Option<u64>) {
        let mut memory = self.store.file.memory();
        if over {
            self.viewing.take().map(|viewing| memory.viewings.remove(&viewing));
        } else if self.viewing.is_none() {
            self.viewing = first;
            memory.viewings.extend(first);
        }
    }
}

fn recording<K>(recorder: Recorder<Stored<K>>, verbatim: bool) -> Recording<Stored<K>> {
    if verbatim { Recording::Verbatim(Verbatim(recorder)) } else { Recording::Rules(recorder) }
}

/// What a call leads to, before it is committed.
struct Prepared {
    new: Vec<New>,
    /// The timestamp of the last event of the present session.
    newest: Option<i64>,
}

/// A session that begins, in memory.
struct New {
    recording: Recording<Downloaded>,
}

impl New {
    fn begin<K: SessionKind>(start: SessionStart, verbatim: bool) -> Self {
        let recording = if verbatim {
            Recording::Verbatim(Verbatim::downloaded(start))
        } else {
            Recording::Rules(Recorder::downloaded(fitting::<K>(start)))
        };
        Self { recording }
    }

    fn record(&mut self, event: Event) -> Result<(), TrackError<StoreError>> {
        self.recording.record(event).map_err(|error| match error {
            TrackError::Sink(never) => match never {},
            TrackError::Refused(error) => TrackError::Refused(error),
        })
    }

    fn is_verbatim(&self) -> bool {
        matches!(self.recording, Recording::Verbatim(_))
    }

    fn beginning<K: SessionKind>(&self) -> Result<Beginning, StoreError> {
        let recorder = self.recording.recorder();
        let start = recorder.start();
        let mut record = Record::new(start.player_time.ts());
        record.verbatim = self.is_verbatim();
        if K::IS_ONLINE {
            record.online = Some(OnlineProgress::without_renewal());
        }
        if let Some(last) = recorder.events().last().filter(|last| last.body.ends()) {
            record.end(last.player_time.ts());
        }
        let mut events = vec![start.encode_raw()?];
        for event in recorder.events() {
            events.push(event.encode_raw()?);
        }
        Ok(Beginning { record, events, key: None })
    }

    fn recording<K: SessionKind>(
        self,
        store: &OfflineStore,
        key: SessionKey,
    ) -> Recording<Stored<K>> {
        let recorder = self.recording.recorder();
        let next = recorder.events().len() as u32 + 1;
        let verbatim = self.is_verbatim();
        let mut sink = Stored::<K>::new(store, key, next, next).with_verbatim(verbatim);
        let ended = recorder.events().last().filter(|last| last.body.ends());
        if let Some(last) = ended {
            sink.writer.taken(last);
        }
        let state: SessionState = recorder.state.clone();
        recording(Recorder::new(state, sink), verbatim)
    }
}

impl<K: SessionKind> Commit for StoredSessions<K> {
    type Failure = StoreError;

    fn are_downloaded(&self) -> bool {
        !K::IS_ONLINE
    }

    fn commit(
        &mut self,
        mut batch: Batch<'_>,
        snapshot: &dyn Fn() -> String,
    ) -> Result<(), TrackError<StoreError>> {
        let before = self.present.as_mut().map(|present| {
            let recorder = present.recorder_mut();
            recorder.sink.writer.joins = true;
            (recorder.state.clone(), recorder.sink.writer.mark())
        });
        let over = batch.over;
        // What a ping changes is known from its time.
        let is_ping = !batch.verbatim && matches!(&batch.steps[..], [step] if step.is_bare_ping());
        let snapshot = (!is_ping).then_some(snapshot);
        let done = self.prepare(&mut batch);
        let done = done.and_then(|prepared| self.write(prepared, over, snapshot));
        if let Err(TrackError::Sink(StoreError::NoSession(key))) = &done
            && self.key() == Some(*key)
        {
            // The app has deleted it.
            self.present = None;
        }
        if let Some(present) = &mut self.present {
            let recorder = present.recorder_mut();
            recorder.sink.writer.joins = false;
            if let (Err(_), Some((state, mark))) = (&done, before) {
                recorder.state = state;
                recorder.sink.writer.return_to(mark);
            }
        }
        done
    }

    fn discard(&mut self) -> Result<Discarded, StoreError> {
        let sizes = self.store.file.memory().sizes.clone();
        self.store.delete_all()?;
        (self.present, self.viewing) = (None, None);
        let events = sizes.values().map(|size| size.events as usize).sum();
        Ok(Discarded::new(sizes.len(), events))
    }

    fn flush(&mut self, snapshot: &dyn Fn() -> String) -> Result<(), StoreError> {
        let last = self.present().map(|recorder| recorder.last().ts());
        let remembering = Some(self.remembering(false, last, snapshot));
        let present = self.present.as_mut().map(|present| present.recorder_mut());
        let present = present.map(|recorder| {
            let newest = recorder.last().ts();
            (&mut recorder.sink.writer, newest)
        });
        self.store.commit_viewing(present, Vec::new(), remembering).map(drop)
    }

    fn is_recording(&self) -> bool {
        self.present.is_some()
    }

    fn reopened(&self) -> u32 {
        let key = self.key();
        key.and_then(|key| self.store.file.memory().reopened.get(&key).copied()).unwrap_or(0)
    }

    fn change_start(
        &mut self,
        change: &mut dyn FnMut(&mut SessionStart),
    ) -> Result<bool, StoreError> {
        self.present
            .as_mut()
            .map_or(Ok(false), |present| present.recorder_mut().change_start(|start| change(start)))
    }
}

impl<K> Drop for StoredSessions<K> {
    fn drop(&mut self) {
        if let Some(viewing) = self.viewing {
            self.store.file.memory().viewings.remove(&viewing);
        }
    }
}

impl<K> fmt::Debug for StoredSessions<K> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("StoredSessions")
            .field("store", &self.store)
            .field("present", &self.present)
            .field("viewing", &self.viewing)
            .finish()
    }
}
