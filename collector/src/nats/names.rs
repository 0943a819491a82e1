//! The names of streams, buckets and subjects.

/// What all of them begin with, and how many partitions there are.
#[derive(Debug, Clone)]
pub(super) struct Names {
    name: String,
    pub(super) partitions: u32,
}

impl Names {
    /// With a name of letters, digits and `-`.
    pub(super) fn new(name: &str, partitions: u32) -> Result<Self, String> {
        let fits = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
        if name.is_empty() || name.len() > 40 || !name.chars().all(fits) {
            return Err(format!("the name {name:?} must be 1 to 40 letters, digits and -"));
        }
        if !(1..=1024).contains(&partitions) {
            return Err(format!("there can be 1 to 1024 partitions, not {partitions}"));
        }
        Ok(Self { name: name.to_owned(), partitions })
    }

    /// The partition of a session: FNV-1a (64 bits) of the id's bytes, modulo the number of partitions.
    /// It must never change, since all collectors have to agree on it.
    pub(super) fn partition(&self, id: &str) -> u32 {
        let hash = id.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        u32::try_from(hash % u64::from(self.partitions)).unwrap_or_default()
    }

    pub(super) fn stream(&self, partition: u32) -> String {
        format!("{}-events-{partition}", self.name)
    }

    pub(super) fn subject(&self, partition: u32) -> String {
        format!("{}.events.{partition}", self.name)
    }

    /// The bucket of the sessions.
    pub(super) fn sessions(&self) -> String {
        format!("{}-sessions", self.name)
    }

    /// The bucket of the collectors, and of what they own.
    pub(super) fn owners(&self) -> String {
        format!("{}-owners", self.name)
    }

    /// What is known of the sessions that are forwarded.
    pub(super) fn progress_stream(&self) -> String {
        format!("{}-forward", self.name)
    }

    pub(super) fn progress(&self, partition: impl std::fmt::Display) -> String {
        format!("{}.forward.{partition}", self.name)
    }

    /// What the other collector did not take.
    pub(super) fn rejected_stream(&self) -> String {
        format!("{}-rejected", self.name)
    }

    pub(super) fn rejected(&self, partition: impl std::fmt::Display) -> String {
        format!("{}.rejected.{partition}", self.name)
    }

    /// What owners have made of the streams.
    pub(super) fn snapshots_stream(&self) -> String {
        format!("{}-snapshots", self.name)
    }

    /// All subjects of it.
    pub(super) fn snapshots(&self) -> String {
        format!("{}.snapshots.>", self.name)
    }

    /// The parts of the snapshots of a partition.
    pub(super) fn snapshot(&self, partition: u32) -> String {
        format!("{}.snapshots.{partition}", self.name)
    }

    /// Which of them are whole.
    pub(super) fn snapshot_list(&self, partition: u32) -> String {
        format!("{}.snapshots.{partition}.list", self.name)
    }

    /// What stands in place of messages from which something was erased.
    pub(super) fn amended_stream(&self) -> String {
        format!("{}-amended", self.name)
    }

    /// What stands in place of a message of a partition's stream.
    pub(super) fn amended(&self, partition: u32, sequence: impl std::fmt::Display) -> String {
        format!("{}.{partition}.{sequence}", self.amended_prefix())
    }

    pub(super) fn amended_prefix(&self) -> String {
        format!("{}.amended", self.name)
    }

    /// The partition of which a message of a stream that all of them share says something.
    pub(super) fn partition_in(&self, subject: &str) -> Option<u32> {
        subject.strip_prefix(&*self.name)?.split('.').nth(2)?.parse().ok()
    }

    /// Where the owner of a partition is asked.
    pub(super) fn ask_owner(&self, partition: u32) -> String {
        format!("{}.ask.owner.{partition}", self.name)
    }

    /// Where a collector is asked.
    pub(super) fn ask_collector(&self, id: &str) -> String {
        format!("{}.ask.collector.{id}", self.name)
    }
}

/// The stream that a bucket is.
pub(super) fn bucket_stream(bucket: &str) -> String {
    format!("KV_{bucket}")
}

/// The subject of a key in a bucket.
pub(super) fn key(bucket: &str, key: &str) -> String {
    format!("$KV.{bucket}.{key}")
}

#[cfg(test)]
mod tests {
    use super::Names;

    #[test]
    fn the_partition_of_an_id_never_changes() {
        let names = Names::new("media", 16).unwrap();
        let of = |id: &str| names.partition(id);
        assert_eq!((of(""), of("a"), of("foobar")), (5, 12, 8));
        let mut counts = [0; 16];
        for number in 0..16_000_u32 {
            counts[of(&format!("{number:064x}")) as usize] += 1;
        }
        assert!(counts.iter().all(|count| (800..1_200).contains(count)), "{counts:?}");
    }

    #[test]
    fn names_that_are_no_part_of_a_subject_are_refused() {
        assert!(Names::new("a.b", 1).is_err() && Names::new("", 1).is_err());
        assert!(Names::new("a", 0).is_err() && Names::new("a", 1_025).is_err());
    }
}
