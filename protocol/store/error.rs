//! What can go wrong with a store.

use std::io;

use crate::constraints::EncodeError;
use crate::session::InvalidSession;

use super::format::SessionKey;

/// Why an operation of the store failed. Stored data is not lost.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The start or the event cannot be encoded as JSON; nothing was written.
    #[error(transparent)]
    Encode(#[from] EncodeError),
    /// The stored events are not a valid session, and cannot be repaired.
    #[error(transparent)]
    Invalid(#[from] InvalidSession),
    /// There is no such session, or it was deleted.
    #[error("there is no session {0} in the store")]
    NoSession(SessionKey),
    /// The session is open, is being recorded, or is in flight.
    #[error("session {0} is in use: it is open, being recorded or being sent")]
    Recording(SessionKey),
    /// The operation is not for this kind of session: `resume` and `repair` are for downloaded
    /// sessions, `resume_online` for online ones, `resume_verbatim` and `resume_verbatim_online` for
    /// verbatim ones.
    #[error(
        "session {0} is not of the kind that this operation needs: online or downloaded, verbatim or not"
    )]
    OtherKind(SessionKey),
    /// The session has ended: nothing can be appended.
    #[error("session {0} has ended")]
    Ended(SessionKey),
    /// A limit of the options is reached; nothing was written.
    #[error("the store is full: the limit for {limit} is reached")]
    Full {
        /// Which limit: `bytes` or `sessions`.
        limit: &'static str,
    },
    /// Another process has the file open.
    #[error("the store is in use by another process: one at a time")]
    InUse,
    /// The store was opened [for reading only](super::OfflineStore::open_read_only).
    #[error("the store was opened for reading only: nothing can be changed in it")]
    ReadOnly,
    /// The file is damaged, or not a store. It was not changed. [`salvage`](super::salvage()) reads what
    /// is whole in it.
    #[error("the file is damaged, or not a store; it was not changed: {0}")]
    Damaged(String),
    /// The file was written by a newer version of this crate. It was not changed.
    #[error("the file has format {found}, but this version reads formats up to {known}: update")]
    NewerFormat {
        /// The file's format.
        found: u64,
        /// The newest format that this version reads.
        known: u64,
    },
    /// The disk failed: it is full, or gone. The next call tries again.
    #[error("the disk failed")]
    Disk(#[source] io::Error),
}

impl From<redb::Error> for StoreError {
    fn from(error: redb::Error) -> Self {
        match error {
            redb::Error::DatabaseAlreadyOpen | redb::Error::LockProtocolMismatch => Self::InUse,
            redb::Error::Io(error) if is_of_the_file(&error) => Self::Damaged(error.to_string()),
            redb::Error::Io(error) => Self::Disk(error),
            redb::Error::PreviousIo | redb::Error::DatabaseClosed => {
                Self::Disk(io::Error::other("an earlier write failed"))
            }
            other => Self::Damaged(other.to_string()),
        }
    }
}

impl From<redb::DatabaseError> for StoreError {
    fn from(error: redb::DatabaseError) -> Self {
        redb::Error::from(error).into()
    }
}

impl From<redb::TransactionError> for StoreError {
    fn from(error: redb::TransactionError) -> Self {
        redb::Error::from(error).into()
    }
}

impl From<redb::TableError> for StoreError {
    fn from(error: redb::TableError) -> Self {
        redb::Error::from(error).into()
    }
}

impl From<redb::StorageError> for StoreError {
    fn from(error: redb::StorageError) -> Self {
        redb::Error::from(error).into()
    }
}

impl From<redb::CommitError> for StoreError {
    fn from(error: redb::CommitError) -> Self {
        redb::Error::from(error).into()
    }
}

fn is_of_the_file(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof)
}

impl StoreError {
    /// Whether the file has to be opened again before the next operation.
    pub(super) fn needs_reopening(&self) -> bool {
        matches!(self, Self::Disk(_))
    }

    /// Session keys are exhausted: only a file that another program wrote to gets here.
    pub(super) fn no_key_left() -> Self {
        Self::Damaged("there is no key after the last one".to_owned())
    }

    pub(super) fn record(error: &serde_json::Error) -> Self {
        // Not serde's message, which may contain a value.
        Self::Damaged(format!("a record cannot be read from byte {} on", error.column()))
    }
}
