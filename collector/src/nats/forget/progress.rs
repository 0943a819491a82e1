//! Erases what forwarding keeps of sessions.

use std::collections::HashMap;
use std::io::ErrorKind;
use std::sync::Arc;

use tokio::time::{Instant, sleep};

use super::super::forwarding;
use super::{Erasing, PAUSE, Reader, Whole};
use crate::forward::Head;
use crate::storage::Place;

/// So often it is written here.
const MAX_WRITTEN: usize = 3;

/// A message, or several, with what a commit says.
struct Commit {
    whole: Whole,
    sessions: Vec<String>,
    concerns: bool,
}

/// The commits of a partition.
#[derive(Default)]
struct Commits {
    all: Vec<Commit>,
    /// The last commit that has something of a session, and the place behind it if it is over.
    last: HashMap<String, (usize, Option<Place>)>,
    from: Place,
    /// The last message.
    end: u64,
}

impl Erasing {
    /// Deletes what says something of the sessions, when there is nothing else of use in it.
    pub(super) async fn erase_progress(&mut self) -> Result<(), String> {
        if self.shared.streams.forwarding.is_none() {
            return Ok(());
        }
        for partition in self.partitions.keys().copied().collect::<Vec<_>>() {
            let mut until = match self.unowned.contains(&partition) {
                true => Instant::now(),
                false => Instant::now() + self.steps.anew,
            };
            let mut written = 0;
            while !self.erase_commits(partition).await? {
                if Instant::now() < until {
                    sleep(PAUSE).await;
                    continue;
                }
                self.step()?;
                let sessions = self.plan.sessions.iter().cloned().collect();
                let wrote = forwarding::write_anew(&self.shared, partition, sessions).await;
                // Somebody else may write after all.
                if let (Err(problem), true) = (wrote, written >= MAX_WRITTEN) {
                    return Err(problem);
                }
                (written, until) = (written + 1, Instant::now() + PAUSE * 10);
            }
        }
        Ok(())
    }

    /// Deletes the commits that can be deleted. Returns whether none is left.
    async fn erase_commits(&mut self, partition: u32) -> Result<bool, String> {
        let shared = Arc::clone(&self.shared);
        let Some(streams) = &shared.streams.forwarding else { return Ok(true) };
        let mut commits = Commits::default();
        let mut reader = Reader::of(shared.names.progress(partition), &streams.progress).await?;
        while let Some(whole) = reader.next().await? {
            self.take(&mut commits, whole)?;
        }
        let mut is_over = true;
        for at in 0..commits.all.len() {
            let commit = &commits.all[at];
            if !commit.concerns {
                continue;
            }
            // Whoever writes next says which is the last one.
            let is_last = commit.whole.sequences.contains(&commits.end);
            if !is_last && !self.is_of_use(&commits, at) {
                self.delete(&streams.progress, &commit.whole).await?;
            } else {
                is_over = false;
            }
        }
        Ok(is_over)
    }

    fn take(&self, commits: &mut Commits, whole: Whole) -> Result<(), String> {
        let (mut sessions, mut concerns, at) = (Vec::new(), false, commits.all.len());
        let now = self.shared.board.clock.now();
        commits.end = whole.sequences.iter().copied().fold(commits.end, u64::max);
        for line in whole.text.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
            concerns |= self.plan.concerns(line);
            let head = match Head::read(line) {
                Ok(head) => head,
                Err(error) if error.kind() == ErrorKind::Unsupported => {
                    return Err(format!("{}: {error}", whole.subject));
                }
                Err(_) => continue,
            };
            // What an owner that was killed has written in part does not count.
            if whole.lacks_parts {
                continue;
            }
            commits.from = head.from.unwrap_or(commits.from);
            let over = if head.is_silent(now) { Some(Place::default()) } else { head.over() };
            if let Some(session) = head.session {
                commits.last.insert(session.clone(), (at, over));
                sessions.push(session);
            }
        }
        commits.all.push(Commit { whole, sessions, concerns });
        Ok(())
    }

    /// Whether something of another session stands in this commit and in no later one.
    fn is_of_use(&self, commits: &Commits, at: usize) -> bool {
        commits.all[at].sessions.iter().any(|session| {
            let (last, over) = commits.last.get(session).copied().unwrap_or_default();
            let is_over = over.is_some_and(|next| next <= commits.from);
            !self.plan.sessions.contains(session) && last == at && !is_over
        })
    }
}
