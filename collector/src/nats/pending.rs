//! What waits until it is stored.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use tokio::sync::oneshot;

use super::Shared;
use super::registry::Known;
use super::writer::Told;
use crate::sessions::Closed;

/// What is being stored, and what has to be done when it is.
#[derive(Debug)]
pub(crate) struct Pending {
    pub(super) told: oneshot::Receiver<Told>,
    pub(super) then: Then,
    pub(super) partition: u32,
    pub(super) id: String,
    pub(super) shared: Arc<Shared>,
}

/// What has to be done when it is stored.
#[derive(Debug)]
pub(super) enum Then {
    Nothing,
    /// The session is known to all collectors.
    Create(Known),
    /// The session is closed, since it ended: when, and with which timestamp.
    End(u64, i64),
}

impl Pending {
    /// Waits until it is stored and all collectors can know it.
    pub(crate) async fn stored(self) -> Result<(), String> {
        let Self { told, then, partition, id, shared } = self;
        let sequence = told.await.map_err(|_| "the writer has stopped".to_owned())??;
        if let Some(stored) = shared.stored.get(partition as usize) {
            stored.fetch_max(sequence, Ordering::Relaxed);
        }
        match then {
            Then::Nothing => {}
            Then::Create(known) => {
                let version = shared.registry.create(&id, &known).await?;
                shared.cache.set(&id, known, version);
            }
            Then::End(at, ts) => {
                // It is stored: if this fails, the owner closes the session when it comes to the end.
                if let Err(problem) = shared.close(&id, Closed::Ended, Some((at, ts))).await {
                    tracing::debug!("session {id}: {problem}");
                }
            }
        }
        Ok(())
    }
}
