//! Forwarding a partition: its owner does, from the stream.

mod progress;
mod rejections;
mod source;

use std::sync::Arc;

use tokio::runtime::Handle;

use self::progress::Records;
use self::rejections::SetAside;
use self::source::Log;
use super::Shared;
use crate::forward::{Forwarder, Kept, Progress as _};
use crate::sessions::Id;

/// Begins to forward a partition, if something is to be forwarded.
pub(super) fn begin(shared: &Arc<Shared>, partition: u32) -> Option<Forwarder> {
    let forwarding = shared.forwarding.as_ref()?;
    // Nothing that runs for the owner keeps what all have in common from ending.
    let (shared, runtime) = (Arc::downgrade(shared), Handle::current());
    let gone = || std::io::Error::other("the collector has stopped");
    let pause = shared.upgrade()?.lease;
    let begun = forwarding.begin(pause, move |bell| {
        let shared = shared.upgrade().ok_or_else(gone)?;
        Ok(Kept {
            source: Box::new(Log::new(&shared, &runtime, partition, bell.clone())),
            progress: Box::new(Records::open(&shared, &runtime, partition)?),
            rejections: Box::new(SetAside::new(&shared, &runtime, partition)),
        })
    });
    begun.inspect_err(|error| tracing::error!("partition {partition}: {error}")).ok()
}

/// Writes what is known of the sessions of a partition without these, in place of an owner.
pub(super) async fn write_anew(
    shared: &Arc<Shared>,
    partition: u32,
    without: Vec<String>,
) -> Result<(), String> {
    let (shared, runtime) = (Arc::clone(shared), Handle::current());
    let writing = tokio::task::spawn_blocking(move || {
        let mut records = Records::open(&shared, &runtime, partition)?;
        for session in without {
            records.erase(&Id::from(&*session));
        }
        let from = records.from().unwrap_or_default();
        records.commit(from)
    });
    let written = writing.await.map_err(|error| error.to_string())?;
    written.map_err(|error| error.to_string())
}
