//! What collectors have in memory.

use std::collections::BTreeSet;

use futures_util::TryStreamExt as _;
use tokio::time::{Instant, sleep};

use super::super::names::key;
use super::super::publish::patiently;
use super::super::{ask, lease};
use super::{Erasing, PATIENCE, PAUSE};

impl Erasing {
    /// Tells all collectors to drop the rejected requests that have one of the ids: these are nowhere else.
    pub(super) async fn tell_all(&self) -> Result<(), String> {
        let shared = &self.shared;
        let filter = key(&shared.names.owners(), &format!("{}>", lease::COLLECTOR));
        let subjects: Vec<(String, usize)> = patiently(PATIENCE, || async {
            let listed = shared.streams.owners.info_with_subjects(&filter).await;
            let listed = listed.map_err(|error| error.to_string())?;
            listed.try_collect().await.map_err(|error| error.to_string())
        })
        .await?;
        let ids = subjects.iter().filter_map(|(subject, _)| subject.rsplit_once('.'));
        let collectors = ids.map(|(_, id)| shared.names.ask_collector(id));
        let owners = (0..shared.names.partitions).map(|number| shared.names.ask_owner(number));
        let text = serde_json::to_vec(&self.ids).map_err(|error| error.to_string())?;
        for subject in collectors.chain(owners).collect::<BTreeSet<_>>() {
            let told = ask::tell(&shared.client, subject, ask::FORGET, text.clone()).await;
            told.map_err(|error| error.to_string())?;
        }
        shared.client.flush().await.map_err(|error| error.to_string())
    }

    /// Waits until the owners of partitions have read their streams to these messages.
    pub(super) async fn wait_for_owners(&mut self, marked: Vec<(u32, u64)>) -> Result<(), String> {
        let this = &*self;
        let waiting = marked.into_iter().map(|(partition, sequence)| async move {
            this.wait_for_owner(partition, sequence).await.map(|is_owned| (partition, is_owned))
        });
        for owner in ask::all(waiting.collect(), usize::MAX).await {
            let (partition, is_owned) = owner?;
            if !is_owned {
                self.unowned.insert(partition);
            }
        }
        Ok(())
    }

    /// Waits for the owner of a partition. Returns whether it has one.
    async fn wait_for_owner(&self, partition: u32, sequence: u64) -> Result<bool, String> {
        let (client, subject) = (&self.shared.client, self.shared.names.ask_owner(partition));
        let until = Instant::now() + PATIENCE;
        let mut silent = None;
        loop {
            let asked = Instant::now();
            match ask::has_read(client, subject.clone(), sequence).await {
                Some(true) => return Ok(true),
                Some(false) => silent = None,
                None => {
                    let since = *silent.get_or_insert(asked);
                    // An owner that is not heard of for so long is none any more.
                    if since.elapsed() > 2 * self.shared.lease {
                        return Ok(false);
                    }
                }
            }
            if Instant::now() >= until {
                return Err(format!(
                    "the owner of the partition {partition} does not read its stream: what it shows is \
                     not known; forget again"
                ));
            }
            sleep(PAUSE).await;
        }
    }
}
