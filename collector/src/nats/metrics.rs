//! Figures for operators: of the partitions that this collector owns, and of what it stores.

use std::fmt;
use std::sync::atomic::Ordering;

use super::Nats;
use crate::board::write_figures;
use crate::metrics::Page;
use crate::sessions::Figures;

impl Nats {
    /// Each open session is counted by one collector: the one that owns its partition.
    pub(crate) fn write_metrics(&self, page: &mut Page<'_>) -> fmt::Result {
        let owned = self.view.owned();
        let mut figures = Figures::default();
        for partition in &owned {
            figures.add(partition.board.sessions().figures());
        }
        write_figures(figures, page)?;
        let help = "Partitions that this collector owns";
        page.gauge("nats_partitions_owned", help, owned.len() as u64)?;
        let help =
            "Messages of its partitions that this collector has not read, as far as it knows";
        page.gauge("nats_lag_messages", help, owned.iter().map(|partition| partition.lag()).sum())?;
        let counts = &self.shared.counts;
        let counters = [
            (
                "nats_messages_read",
                "Messages that this collector has read as an owner",
                &counts.read,
            ),
            ("nats_snapshots_written", "Snapshots of its partitions", &counts.written),
            ("nats_snapshots_read", "Partitions that began with a snapshot", &counts.restored),
        ];
        for (name, help, count) in counters {
            page.counter(name, help, count.load(Ordering::Relaxed))?;
        }
        if let Some(forwarding) = &self.shared.forwarding {
            forwarding.figures.write(page)?;
        }
        let help = "Bytes of events that wait for JetStream";
        page.gauge("nats_waiting_bytes", help, self.shared.writers.waiting() as u64)
    }
}
