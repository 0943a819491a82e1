//! Options for decoding requests.

use std::collections::BTreeSet;

use super::head::Head;
use super::reason::Reason;
use crate::media_edge::ReadOptions;
use crate::wire::edge::ID_CHARACTERS;

/// Options for decoding requests of the Media Edge API.
///
/// ```
/// use media_collection::edge::IncomingOptions;
///
/// let options = IncomingOptions::new().with_datastream("11111111-2222-3333-4444-555555555555");
/// assert!(options.datastreams.is_some());
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct IncomingOptions {
    /// How the events are read: the mode, the limits, and what a datastream knows. The default is strict,
    /// with bodies of up to 64 KiB.
    pub read: ReadOptions,
    /// Whether starts, downloaded sessions and what is sent to `/v1/interact` and `/v1/collect` must name
    /// a datastream with `configId`. The default is yes: Adobe's gateway wants it.
    pub needs_datastream: bool,
    /// The datastreams that exist; another one is rejected. `None`, the default, is any.
    pub datastreams: Option<BTreeSet<String>>,
    /// How many characters the ids of sessions have; another length is a violation. The default is 64, as
    /// Adobe's have; `None` is any.
    pub session_id_characters: Option<usize>,
}

impl Default for IncomingOptions {
    fn default() -> Self {
        Self {
            read: ReadOptions::new(),
            needs_datastream: true,
            datastreams: None,
            session_id_characters: Some(ID_CHARACTERS),
        }
    }
}

impl IncomingOptions {
    /// Strict, any datastream, and ids of 64 characters.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets how the events are read.
    #[must_use]
    pub fn with_read(mut self, read: ReadOptions) -> Self {
        self.read = read;
        self
    }

    /// Adds a datastream that exists. Then others do not.
    #[must_use]
    pub fn with_datastream(mut self, id: impl Into<String>) -> Self {
        self.datastreams.get_or_insert_default().insert(id.into());
        self
    }

    /// Allows requests without a datastream.
    #[must_use]
    pub fn without_datastream(mut self) -> Self {
        self.needs_datastream = false;
        self
    }

    /// Whether a request that needs a datastream names one that exists.
    pub(super) fn check_datastream(&self, head: &Head) -> Result<(), Reason> {
        match (&head.config_id, &self.datastreams) {
            (None, _) if self.needs_datastream => Err(Reason::NoDatastream),
            (Some(id), Some(known)) if !known.contains(id) => Err(Reason::UnknownDatastream),
            _ => Ok(()),
        }
    }
}
