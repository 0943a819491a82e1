//! What a session gets, and what it says to do.

use media_collection::http::Request;

use super::figures::Figures;
use super::kept::Rejections;
use super::lost::Losses;
use super::options::Forward;

/// What the session needs to go on.
pub(super) struct Context<'a> {
    pub(super) now: i64,
    pub(super) jitter: f64,
    pub(super) forward: &'a Forward,
    pub(super) aside: &'a mut dyn Rejections,
    pub(super) losses: &'a mut Losses,
    /// Everything that was stored before this moment was read, in milliseconds since the Unix epoch.
    pub(super) read_until: u64,
    /// How many requests were taken since the start.
    pub(super) taken: u64,
    pub(super) figures: &'a Figures,
}

impl Context<'_> {
    pub(super) fn millis(&self) -> u64 {
        u64::try_from(self.now).unwrap_or_default()
    }
}

/// What comes next.
pub(super) enum Step {
    Send(Box<Request<Vec<u8>>>),
    /// Nothing until this moment.
    Wait(i64),
    /// It goes on when what is known of it is on the disk.
    Save,
    /// Nothing until another line is stored.
    Idle,
}

/// What came of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Came {
    /// A response that only this request is to blame for.
    Answered,
    /// The way or the other collector failed.
    Failed,
}
