//! Sessions stored on the device, and sent when the network is available.
//!
//! Feature `store`; needs Rust 1.90.
//!
//! An [`OfflineStore`] is one file with any number of sessions. [`begin`](OfflineStore::begin)
//! returns a [`Recorder`](crate::Recorder) that writes into it; a refused event is not written.
//! Committed events survive a crash. Sending is sans-IO: the store returns the next request, and
//! the caller passes its response back.
//!
//! ```
//! use media_collection::recorder::Outcome;
//! use media_collection::store::OfflineStore;
//! use media_collection::{Collector, SteadyClock, http};
//! # use media_collection::{SessionStart, SessionStartParams};
//! # let params = SessionStartParams::builder().analytics_tracking_server("t.example.com")
//! #     .analytics_report_suite("suite").visitor_marketing_cloud_org_id("ORG@AdobeOrg")
//! #     .id("episode-42").length(60.0).content_type("vod").player_name("tv").channel("c").build();
//! # let folder = std::env::temp_dir().join(format!("media-collection-doc-{}", std::process::id()));
//! # std::fs::create_dir_all(&folder)?;
//! # let path = folder.join("sessions.redb");
//! # let _ = std::fs::remove_file(&path);
//! # fn send(_: http::Request<Vec<u8>>) -> Option<http::Response<Vec<u8>>> {
//! #     Some(http::Response::builder().status(201).body(Vec::new()).unwrap())
//! # }
//! # fn random() -> f64 { 0.5 }
//!
//! let clock = SteadyClock::new(); // made once, when the app starts
//! # let start = SessionStart::new(clock.at(0.0), params);
//! let store = OfflineStore::open(&path)?;
//! let mut session = store.begin(start)?;
//! session.play(clock.at(0.0))?; // on the disk when it returns
//! session.finish(clock.at(60.0))?;
//! drop(session);
//!
//! // Later, when the network is available:
//! let collector: Collector = "https://example.hb-api.omtrdc.net".parse()?;
//! while let Some(upload) = store.next_upload(clock.now())? {
//!     let ticket = upload.ticket;
//!     let outcome = match upload.request(&collector).map(send) {
//!         Ok(Some(response)) => store.responded(ticket, &response, clock.now(), random())?,
//!         Ok(None) => store.not_sent(ticket, clock.now(), random())?, // kept, and due again later
//!         // Only a collector of Media Edge: too large, so sent in parts; or it cannot say something.
//!         Err(error) => store.not_encoded(ticket, error, clock.now())?,
//!     };
//!     assert_eq!(outcome, Outcome::Arrived);
//! }
//! assert_eq!(store.stats()?.pending, 0);
//! # std::fs::remove_dir_all(&folder)?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What happens to a session
//!
//! | response to an upload | what happens to the session |
//! |---|---|
//! | 201 | deleted |
//! | none, 408, 429, 5xx, anything that a collector does not send | kept; due again after a delay that doubles, or after `Retry-After`, which counts for a day at most |
//! | 400 and others that blame the request | set aside with the collector's message and the violations of the schemas and rules; not deleted until the app does |
//! | 404, 405, 410 | kept; the collector has no downloaded endpoint: try [`UploadForm::LegacyBatch`] |
//!
//! If a response is lost, the session is sent again. A session is never lost; it may arrive twice.
//!
//! Sessions are sent in order. One that is never taken, because a firewall dislikes its title, for
//! example, holds up the others for three attempts; after that it comes last, and
//! [`max_attempts`](StoreOptions::max_attempts) can set it aside with the last reason. If several
//! sessions fail without a success in between, the way to the collector is probably the cause: then
//! there is only one attempt at a time, of any session, with growing delays.
//!
//! [`retry`](OfflineStore::retry) sends a session that was set aside again,
//! [`hurry`](OfflineStore::hurry) ends every wait.
//!
//! # Online sessions
//!
//! [`begin_online`](OfflineStore::begin_online) records a session that
//! [`next_upload`](OfflineStore::next_upload) sends during playback, event by event. It survives a
//! kill of the app. What is said of the recorder in memory holds here, too: see
//! [`Online`](crate::recorder::Online). If the recorder would stop, the session is set aside, and
//! `retry` goes on with it.
//!
//! # With a tracker
//!
//! A [`Tracker`](crate::tracker::Tracker) with [`StoredDownloadedSessions`] or [`StoredOnlineSessions`]
//! writes what it knows with the events, in one transaction. After the end of the process it goes on
//! with what was [interrupted](StoredSessions::interrupted).
//!
//! # Verbatim sessions
//!
//! A relay, a replay or a comparison with another SDK records events as they are given:
//! [`begin_verbatim`](OfflineStore::begin_verbatim) and
//! [`begin_verbatim_online`](OfflineStore::begin_verbatim_online) return the recorders. The store
//! sends such a session as it is, and neither closes nor repairs it: one that was left open gets no
//! end.
//!
//! # The file
//!
//! On Unix a new file is for its owner only. It shrinks by itself when everything was sent, and with
//! [`compact`](OfflineStore::compact). [`OfflineStore::open_read_only`] reads it without the right to
//! write, and [`salvage()`](salvage()) reads what is whole in a file that is damaged or cut off.
//!
//! # What the store deletes by itself
//!
//! Nothing, unless an option says so: [`max_age`](StoreOptions::max_age) and
//! [`when_full`](StoreOptions::when_full). [`take_deleted`](OfflineStore::take_deleted) returns what
//! was deleted. A clock that cannot be right, such as one that was never set, deletes nothing.

mod backend;
mod begin;
mod deleted;
mod deletion;
mod error;
mod file;
mod format;
mod housekeeping;
#[cfg(feature = "edge")]
mod large;
mod memory;
mod moving;
mod online_renewal;
mod online_sending;
mod online_sessions;
mod options;
mod outage;
mod recorders;
mod rejected;
mod remembering;
mod salvage;
mod scanned;
mod starts;
mod tables;
mod texts;
mod tracked;
mod turns;
mod upload;
mod verbatim;
mod viewings;
mod writer;

use std::path::Path;
use std::sync::Arc;

pub use deletion::{DeletedSession, WhyDeleted};
pub use error::StoreError;
pub use format::{SessionKey, SessionStatus};
pub use housekeeping::{RejectedSession, SessionInfo, Stats};
#[cfg(feature = "edge")]
pub use options::WhenLarge;
pub use options::{Durability, StoreOptions, UploadForm, WhenFull};
pub use recorders::{SessionKind, Stored, StoredDownloaded, StoredOnline};
pub use salvage::{Salvage, SalvagedSession, salvage};
pub use tracked::{StoredDownloadedSessions, StoredOnlineSessions, StoredSessions};
pub use upload::Upload;

use file::{Access, File};

/// Sessions in one file on the device.
///
/// It can be cloned and shared between threads: one may record while another sends. A second
/// process gets [`StoreError::InUse`].
#[derive(Clone, Debug)]
pub struct OfflineStore {
    file: Arc<File>,
}

impl OfflineStore {
    /// Opens the store, or creates it if there is no file yet.
    ///
    /// # Errors
    ///
    /// When the file is in use by another process, is damaged, comes from a newer version, or the
    /// disk fails. A file that is not a store is never overwritten.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, StoreError> {
        Self::open_with(path, StoreOptions::default())
    }

    /// Opens the store with options.
    ///
    /// # Errors
    ///
    /// As for [`open`](Self::open).
    pub fn open_with(path: impl AsRef<Path>, options: StoreOptions) -> Result<Self, StoreError> {
        Self::open_for(path.as_ref(), options, Access::Write)
    }

    /// Opens a store without the right to write: its sessions can be listed and exported, and everything
    /// else is [`StoreError::ReadOnly`]. The file is not changed, also if it was not closed properly.
    /// Several processes can read a file at once, but not while one has it open for writing.
    ///
    /// # Errors
    ///
    /// As for [`open`](Self::open); a file that does not exist is one.
    pub fn open_read_only(path: impl AsRef<Path>) -> Result<Self, StoreError> {
        Self::open_for(path.as_ref(), StoreOptions::default(), Access::Read)
    }

    fn open_for(path: &Path, options: StoreOptions, access: Access) -> Result<Self, StoreError> {
        Ok(Self { file: Arc::new(File::open(path, options, access)?) })
    }
}
