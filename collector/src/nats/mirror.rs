//! The page's lists over all partitions and collectors.
//!
//! Each owner is asked for what changed in its lists, as the page asks a collector.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use axum::response::Response;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use tokio::sync::Mutex;

use super::Shared;
use super::ask::{self, Behind};
use super::lease::View;
use crate::sessions::{MAX_LISTED, MAX_REJECTED};

/// The most bytes of what an owner says.
const MAX_BYTES: usize = 64 * 1024 * 1024;
/// The most owners that are asked at a time.
const MAX_ASKED: usize = 64;

#[derive(Debug)]
pub(crate) struct Mirror {
    shared: Arc<Shared>,
    view: Arc<View>,
    lists: Mutex<Lists>,
}

/// What is known of all lists.
#[derive(Debug, Default)]
struct Lists {
    sources: HashMap<Source, Known>,
    /// Incremented by every change.
    version: u64,
    /// The version with which a rejected request came.
    rejected_version: u64,
}

/// Who is asked: first the partitions.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Source {
    Partition(u32),
    Collector(String),
}

/// What one of them said.
#[derive(Debug, Default)]
struct Known {
    run: Option<u64>,
    version: u64,
    /// The sessions by the numbers that they have over all partitions, each with the version of the mirror
    /// when it changed.
    sessions: BTreeMap<u64, (Value, u64)>,
    older: usize,
    open: usize,
    rejected: Vec<Value>,
    more_rejected: usize,
    /// The version of a session that is shown and not listed.
    unlisted: Option<(String, u64)>,
}

/// What a source says.
#[derive(Debug, Deserialize)]
struct Said {
    run: u64,
    version: u64,
    whole: bool,
    sessions: Vec<Value>,
    listed: Vec<u64>,
    older: usize,
    open: usize,
    refused: Option<Rejected>,
    unlisted: Option<u64>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Rejected {
    list: Vec<Value>,
    kept: usize,
    older: usize,
}

impl Mirror {
    pub(super) fn new(shared: Arc<Shared>, view: Arc<View>) -> Self {
        Self { shared, view, lists: Mutex::default() }
    }

    /// A number that tells the runs of this mirror apart.
    pub(crate) fn run(&self) -> u64 {
        self.shared.board.run()
    }

    /// What changed in the lists since a version: everything without one, `None` if there is nothing.
    pub(crate) async fn overview(&self, since: Option<u64>, shown: Option<&str>) -> Option<Value> {
        let mut lists = self.lists.lock().await;
        self.refresh(&mut lists, shown).await;
        let since = since.filter(|since| *since <= lists.version);
        if since == Some(lists.version) {
            return None;
        }
        Some(lists.overview(self.run(), since, shown))
    }

    /// A page of a session, from the owner of its partition.
    pub(crate) async fn session(&self, id: &str, path: &str) -> Option<Response> {
        let partition = self.shared.names.partition(id);
        self.ask(&Source::Partition(partition), path).await
    }

    async fn ask(&self, source: &Source, path: &str) -> Option<Response> {
        let names = &self.shared.names;
        let (subject, least) = match source {
            // What this collector has acknowledged is shown.
            Source::Partition(number) => {
                (names.ask_owner(*number), self.shared.last_stored(*number))
            }
            Source::Collector(id) => (names.ask_collector(id), 0),
        };
        ask::ask(&self.shared.client, subject, path, least).await
    }

    async fn refresh(&self, lists: &mut Lists, shown: Option<&str>) {
        let collectors = self.view.collectors();
        let partitions = (0..self.shared.names.partitions).map(Source::Partition);
        let sources = partitions.chain(collectors.into_iter().map(Source::Collector));
        let sources: Vec<_> = sources.collect();
        lists.sources.retain(|source, _| sources.contains(source));
        let asking = sources.into_iter().map(|source| {
            let known = lists.sources.get(&source);
            let mut path = "/page/overview?".to_owned();
            if let Some((run, known)) = known.and_then(|known| Some((known.run?, known))) {
                path += &format!("run={run}&since={}&", known.version);
            }
            if let (Some(id), Source::Partition(number)) = (shown, &source)
                && self.shared.names.partition(id) == *number
                && id.bytes().all(|byte| byte.is_ascii_alphanumeric())
            {
                path += &format!("shown={id}");
            }
            async move {
                let response = self.ask(&source, &path).await?;
                let is_behind = response.extensions().get::<Behind>().is_some();
                let text = ask::whole(response, MAX_BYTES).await?;
                // Nothing has changed.
                let said = if text.is_empty() { None } else { serde_json::from_slice(&text).ok() };
                Some((source, said?, is_behind))
            }
        });
        let said = ask::all(asking.collect(), MAX_ASKED).await;
        for (source, said, is_behind) in said.into_iter().flatten() {
            if is_behind && lists.knows_more(&source, &said) {
                continue;
            }
            lists.take(source, said, shown, self.shared.names.partitions);
        }
    }
}

impl Lists {
    /// Whether an owner before this one said more: the new one has not read all of it yet.
    fn knows_more(&self, source: &Source, said: &Said) -> bool {
        let run = self.sources.get(source).and_then(|known| known.run);
        run.is_some_and(|run| run != said.run)
    }

    fn take(&mut self, source: Source, said: Said, shown: Option<&str>, partitions: u32) {
        self.version += 1;
        let version = self.version;
        let number = match source {
            Source::Partition(number) => number,
            Source::Collector(_) => 0,
        };
        let known = self.sources.entry(source).or_default();
        if said.whole {
            *known = Known::default();
        }
        (known.run, known.version) = (Some(said.run), said.version);
        (known.older, known.open) = (said.older, said.open);
        let mut numbers: HashMap<u64, u64> = HashMap::new();
        for (place, (session, _)) in &known.sessions {
            numbers.insert(own_number(session), *place);
        }
        for session in said.sessions {
            let place = over_all(&session, number, partitions);
            numbers.insert(own_number(&session), place);
            known.sessions.insert(place, (session, version));
        }
        let listed: std::collections::HashSet<_> =
            said.listed.iter().filter_map(|number| numbers.get(number).copied()).collect();
        known.sessions.retain(|place, _| listed.contains(place));
        if let Some(Rejected { mut list, older, kept }) = said.refused {
            list.append(&mut known.rejected);
            list.truncate(kept);
            (known.rejected, known.more_rejected) = (list, older);
            self.rejected_version = version;
        }
        known.unlisted = shown.map(ToOwned::to_owned).zip(said.unlisted);
    }

    fn overview(&self, run: u64, since: Option<u64>, shown: Option<&str>) -> Value {
        let all = self.sources.values().flat_map(|known| &known.sessions);
        let mut all: Vec<_> = all.collect();
        let count = all.len();
        all.sort_unstable_by_key(|(place, _)| std::cmp::Reverse(**place));
        all.truncate(MAX_LISTED);
        let has_changed = |version: u64| since.is_none_or(|since| version > since);
        let changed = all.iter().filter(|(_, (_, version))| has_changed(*version));
        let changed = changed.map(|(place, (session, _))| {
            let mut session = session.clone();
            session["number"] = (**place).into();
            session
        });
        let sum = |of: fn(&Known) -> usize| self.sources.values().map(of).sum::<usize>();
        let mut overview = Map::new();
        overview.insert("run".to_owned(), run.into());
        overview.insert("version".to_owned(), self.version.into());
        overview.insert("whole".to_owned(), since.is_none().into());
        overview.insert("sessions".to_owned(), changed.collect());
        let older = count - all.len() + sum(|known| known.older);
        overview.insert("listed".to_owned(), all.iter().map(|(place, _)| **place).collect());
        overview.insert("older".to_owned(), older.into());
        overview.insert("open".to_owned(), sum(|known| known.open).into());
        if has_changed(self.rejected_version) {
            let refused = self.rejected();
            overview
                .insert("refused".to_owned(), serde_json::to_value(refused).unwrap_or_default());
        }
        let known = self.sources.values().filter_map(|known| known.unlisted.as_ref());
        let unlisted = known.filter(|(id, _)| Some(&**id) == shown).map(|(_, version)| *version);
        if let Some(version) = unlisted.max() {
            overview.insert("unlisted".to_owned(), version.into());
        }
        Value::Object(overview)
    }

    /// The newest rejected requests of all collectors.
    fn rejected(&self) -> Rejected {
        let all = self.sources.values().flat_map(|known| &known.rejected);
        let mut list: Vec<_> = all.cloned().collect();
        list.sort_by_key(|one| std::cmp::Reverse(one["at"].as_u64()));
        let more = self.sources.values().map(|known| known.more_rejected).sum::<usize>();
        let older = more + list.len().saturating_sub(MAX_REJECTED);
        list.truncate(MAX_REJECTED);
        Rejected { kept: list.len(), list, older }
    }
}

fn own_number(session: &Value) -> u64 {
    session["number"].as_u64().unwrap_or_default()
}

/// A number for a session among those of all partitions: those that were opened later have a higher one. It is
/// exact in a browser's numbers.
fn over_all(session: &Value, partition: u32, partitions: u32) -> u64 {
    const PLACES: u64 = 4_096;
    let opened = session["opened"].as_u64().unwrap_or_default();
    let own = own_number(session).wrapping_mul(partitions.into()).wrapping_add(partition.into());
    opened.wrapping_mul(PLACES).wrapping_add(own % PLACES)
}
