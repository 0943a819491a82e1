//! What a tracker remembers of a viewing, as it is written.

use redb::WriteTransaction;

use super::error::StoreError;
use super::format::{SessionKey, VIEWINGS};

/// What becomes of what a tracker remembers of a viewing.
pub(super) struct Remembering {
    /// The viewing, if a session of it was begun before.
    pub(super) viewing: Option<u64>,
    /// The session that goes on.
    pub(super) session: Option<SessionKey>,
    pub(super) is_online: bool,
    /// The timestamp of the last event, if the session goes on. Later ones are pings.
    pub(super) last: Option<i64>,
    /// What the tracker knows; `None`: the viewing is over.
    pub(super) snapshot: Option<String>,
}

impl Remembering {
    /// Writes it. `begun` are the sessions that were begun with it.
    pub(super) fn write(
        &self,
        transaction: &WriteTransaction,
        begun: &[SessionKey],
        live: impl Fn(u64) -> bool,
    ) -> Result<(), StoreError> {
        let first = begun.first().map(|key| key.number());
        let Some(viewing) = self.viewing.or(first) else { return Ok(()) };
        let mut viewings = transaction.open_table(VIEWINGS)?;
        if self.viewing.is_none() {
            // Those of an app that was stopped, and was not resumed.
            viewings.retain(|viewing, _| live(viewing))?;
        }
        match &self.snapshot {
            None => drop(viewings.remove(viewing)?),
            Some(snapshot) => {
                let or_null = |number: Option<String>| number.unwrap_or_else(|| "null".to_owned());
                let session = begun.last().copied().or(self.session);
                let session = or_null(session.map(|key| key.to_string()));
                let last = or_null(self.last.map(|last| last.to_string()));
                // The snapshot is JSON already.
                let text = format!(
                    r#"{{"session":{session},"is_online":{},"last":{last},"snapshot":{snapshot}}}"#,
                    self.is_online
                );
                viewings.insert(viewing, text.as_bytes())?;
            }
        }
        Ok(())
    }
}
