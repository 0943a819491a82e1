//! What forwarding keeps, so that it goes on after a kill.

use std::fmt;
use std::io;

use super::aside::Aside;
use super::saved::Saved;
use super::source::Source;
use crate::sessions::Id;
use crate::storage::Place;

/// What is known of each session, and how far everything is forwarded.
pub(crate) trait Progress: Send + fmt::Debug {
    /// How far everything was forwarded; `None` if nothing ever was.
    fn from(&self) -> Option<Place>;

    /// What is known of a session. An error of the kind `InvalidData` is about this session alone.
    fn load(&mut self, id: &Id) -> io::Result<Option<Saved>>;

    /// Keeps with the next commit what is known of a session.
    fn save(&mut self, id: &Id, saved: &Saved) -> serde_json::Result<()>;

    /// Keeps nothing of a session from the next commit on.
    fn erase(&mut self, id: &Id);

    /// Makes safe what was saved, and how far everything is forwarded. If it fails, nothing is committed,
    /// and it can be tried again.
    fn commit(&mut self, from: Place) -> io::Result<()>;

    /// Somebody else forwards now: nothing can be committed any more.
    fn is_lost(&self) -> bool {
        false
    }
}

/// What the other collector did not take.
pub(crate) trait Rejections: Send + fmt::Debug {
    /// Where it is, for people.
    fn place(&self) -> &str;

    fn add(&mut self, aside: &Aside<'_>) -> serde_json::Result<()>;

    /// Makes safe what was added. If that fails it is kept, and an event can be there twice.
    fn write(&mut self) -> io::Result<()>;

    /// Drops what is too old or too much, now and then.
    fn tidy(&mut self, now: u64) -> io::Result<()>;
}

/// Where stored lines come from, and what is kept of how they are forwarded.
#[derive(Debug)]
pub(crate) struct Kept {
    pub(crate) source: Box<dyn Source>,
    pub(crate) progress: Box<dyn Progress>,
    pub(crate) rejections: Box<dyn Rejections>,
}
