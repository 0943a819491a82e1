//! The list of sessions as JSON for the page.
//!
//! The member for rejected requests is `refused`, as in version 0.1.

use std::collections::HashMap;
use std::sync::Arc;

use media_collection::Api;
use serde::{Serialize, Serializer};

use super::about::About;
use super::found::Counts;
use super::id::Id;
use super::rejected::ShownRejected;
use super::session::Session;
use super::{Closed, EdgeAbout, Origin, Sessions};

/// The most sessions in the page's list.
pub(crate) const MAX_LISTED: usize = 1_000;

/// The most sessions of the list that are looked at before others get the lock.
const MAX_AT_ONCE: usize = 50;

/// An entry of the page's list.
#[derive(Debug, Serialize)]
pub(crate) struct Summary {
    id: Id,
    number: u64,
    api: Api,
    origin: Origin,
    #[serde(flatten, serialize_with = "about")]
    about: Arc<About>,
    /// Empty for the Media Collection API.
    #[serde(rename = "datastream", serialize_with = "datastream")]
    edge: Option<Arc<EdgeAbout>>,
    opened: u64,
    heard: u64,
    span: i64,
    playhead: f64,
    complete: bool,
    closed: Option<Closed>,
    received: u32,
    #[serde(flatten)]
    counts: Counts,
    #[serde(rename = "refused")]
    rejected: usize,
    version: u64,
}

fn about<S: Serializer>(about: &Arc<About>, to: S) -> Result<S::Ok, S::Error> {
    about.serialize(to)
}

fn datastream<S: Serializer>(edge: &Option<Arc<EdgeAbout>>, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(edge.as_ref().map_or("", |edge| &edge.datastream))
}

/// The page's lists, or what changed in them. JSON is made of it while the collector goes on.
#[derive(Debug, Serialize)]
pub(crate) struct Overview {
    /// The run of the collector; versions of another run mean nothing.
    run: u64,
    version: u64,
    /// Whether everything is here, and not only what changed.
    whole: bool,
    /// The sessions that changed, the newest first.
    sessions: Vec<Summary>,
    /// The numbers of all sessions in the list, the newest first.
    listed: Vec<u64>,
    /// How many sessions are not in the list.
    older: usize,
    /// How many sessions are open.
    open: usize,
    #[serde(rename = "refused", skip_serializing_if = "Option::is_none")]
    rejected: Option<ShownRejected>,
    /// The version of the session that the page shows, if it is not in the list.
    #[serde(skip_serializing_if = "Option::is_none")]
    unlisted: Option<u64>,
    /// The numbers of sessions that changed and are not in `sessions` yet, the newest last.
    #[serde(skip)]
    left: Vec<u64>,
    /// How many rejected requests name a session.
    #[serde(skip)]
    rejected_of: HashMap<String, usize>,
}

impl Sessions {
    /// What changed in the lists since a version of this run, without the sessions: everything without
    /// one, `None` if there is nothing. `shown` is the session that the page shows.
    pub(crate) fn overview(
        &self,
        run: u64,
        since: Option<u64>,
        shown: Option<&str>,
    ) -> Option<Overview> {
        let since = since.filter(|since| (self.forgot..=self.version).contains(since));
        if since == Some(self.version) {
            return None;
        }
        let newest = || self.all.newest().take(MAX_LISTED);
        let listed: Vec<_> = newest().map(|session| session.number).collect();
        let changed = newest()
            .filter(|session| since.is_none_or(|since| session.version > since))
            .map(|session| session.number);
        let mut left: Vec<_> = changed.collect();
        left.reverse();
        Some(Overview {
            run,
            version: self.version,
            whole: since.is_none(),
            sessions: Vec::new(),
            older: self.all.len() - listed.len(),
            listed,
            open: self.all.open(),
            rejected: self.rejected.since(since),
            unlisted: shown.and_then(|id| Some(self.all.get(id)?.version)),
            left,
            rejected_of: self.rejected.by_session(),
        })
    }

    /// Adds the next sessions to what changed. Returns whether there are more.
    pub(crate) fn more_sessions(&self, overview: &mut Overview) -> bool {
        for _ in 0..MAX_AT_ONCE {
            let Some(number) = overview.left.pop() else { return false };
            let Some(session) = self.all.numbered(number) else { continue };
            let rejected = overview.rejected_of.get(&session.id.to_string());
            let rejected = rejected.copied().unwrap_or_default();
            overview.sessions.push(summary(session, session.judged().counts(), rejected));
        }
        true
    }
}

pub(super) fn summary(session: &Session, counts: Counts, rejected: usize) -> Summary {
    Summary {
        id: session.id.clone(),
        number: session.number,
        api: session.api(),
        origin: session.origin,
        about: Arc::clone(&session.about),
        edge: session.edge.clone(),
        opened: session.opened,
        heard: session.heard,
        span: session.span(),
        playhead: session.playhead,
        complete: session.complete,
        closed: session.closed,
        received: session.received,
        counts,
        rejected,
        version: session.version,
    }
}
