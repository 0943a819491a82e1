//! How many sessions there are, and what was found in them.

use std::collections::BTreeMap;

use super::{Closed, Sessions};

/// Figures for operators.
#[derive(Debug, Default)]
pub(crate) struct Figures {
    pub(crate) open: usize,
    /// How many are in memory, open and finished.
    pub(crate) shown: usize,
    /// The bytes of their events.
    pub(crate) bytes: usize,
    /// How many were closed, by reason.
    pub(crate) closed: BTreeMap<&'static str, u64>,
    /// What was found, by rule.
    pub(crate) findings: BTreeMap<&'static str, u64>,
    /// Packed sessions that were dropped before they were judged.
    pub(crate) not_judged: u64,
}

#[cfg(feature = "nats")]
impl Figures {
    /// Adds those of other sessions.
    pub(crate) fn add(&mut self, other: Self) {
        self.open += other.open;
        self.shown += other.shown;
        self.bytes += other.bytes;
        self.not_judged += other.not_judged;
        let counts = [(&mut self.closed, other.closed), (&mut self.findings, other.findings)];
        for (counts, others) in counts {
            for (name, count) in others {
                *counts.entry(name).or_default() += count;
            }
        }
    }
}

/// What is counted as it happens.
#[derive(Debug, Default)]
pub(super) struct Tally {
    closed: BTreeMap<&'static str, u64>,
    findings: BTreeMap<&'static str, u64>,
    pub(super) not_judged: u64,
}

impl Tally {
    pub(super) fn closed(&mut self, reason: Closed) {
        *self.closed.entry(reason.name()).or_default() += 1;
    }

    pub(super) fn found(&mut self, rule: &'static str) {
        *self.findings.entry(rule).or_default() += 1;
    }
}

impl Sessions {
    pub(crate) fn figures(&self) -> Figures {
        let Tally { closed, findings, not_judged } = &self.tally;
        Figures {
            open: self.all.open(),
            shown: self.all.len(),
            bytes: self.bytes,
            closed: closed.clone(),
            findings: findings.clone(),
            not_judged: *not_judged,
        }
    }

    /// What was counted so far happened in an earlier run.
    pub(crate) fn count_anew(&mut self) {
        self.tally = Tally::default();
    }
}

#[cfg(test)]
mod tests {
    use super::Closed;

    #[test]
    fn reasons_have_the_names_under_which_they_are_stored() {
        use Closed::{Crowded, Ended, Forgotten, Idle, NotStored, Old, Still, Uploaded};
        for reason in [Ended, Uploaded, Idle, Still, Old, Crowded, NotStored, Forgotten] {
            assert_eq!(serde_json::to_value(reason).unwrap(), reason.name());
        }
    }
}
