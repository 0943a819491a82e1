//! Snapshots of the boards of partitions, so that another owner does not read everything again.

use std::future::IntoFuture as _;

use super::Shared;
use super::publish::{Refusal, publish};

/// Removes all snapshots of a partition. An owner that writes one meanwhile does not finish it.
#[allow(dead_code, reason = "what erases events of the streams calls it")]
pub(super) async fn remove(shared: &Shared, partition: u32) -> Result<(), String> {
    let Some(stream) = &shared.streams.snapshots else { return Ok(()) };
    let list = shared.names.snapshot_list(partition);
    // Whoever finishes one finds that the list has changed.
    let none = b"[]".as_slice().into();
    match publish(&shared.client, list, async_nats::HeaderMap::new(), none).await {
        Ok(_) => {}
        Err(Refusal::Changed) => return Err("the list of snapshots was changed".to_owned()),
        Err(Refusal::Full(problem) | Refusal::Unknown(problem)) => return Err(problem),
    }
    let purge = stream.purge().filter(shared.names.snapshot(partition));
    purge.into_future().await.map(|_| ()).map_err(|error| error.to_string())
}
