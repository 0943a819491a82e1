//! What is known of a session, as the journal has it.

use serde::{Deserialize, Serialize};

use super::event::Online;
use crate::storage::Place;

/// What is known of a session, as the journal has it.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Saved {
    pub(crate) session: String,
    /// Its lines before this place are done, or in the recorder.
    pub(crate) next: Place,
    /// Its lines behind that which are done, too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) ahead: Vec<Place>,
    /// When it was last heard of, in milliseconds since the Unix epoch.
    pub(crate) at: u64,
    /// It is over.
    #[serde(default, skip_serializing_if = "is_false")]
    pub(crate) done: bool,
    /// Why its events are not sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) dead: Option<String>,
    /// It began before anything was to be forwarded.
    #[serde(default, skip_serializing_if = "is_false")]
    pub(super) skipped: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) online: Option<Online>,
    /// How many parts of an uploaded session have arrived.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub(super) parts: usize,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it")]
fn is_false(flag: &bool) -> bool {
    !flag
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it")]
fn is_zero(count: &usize) -> bool {
    *count == 0
}
