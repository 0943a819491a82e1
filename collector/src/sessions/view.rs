//! The list of sessions as JSON for the page.
//!
//! The member for rejected requests is `refused`, as in version 0.1.

use media_collection::Api;
use serde::Serialize;

use super::about::About;
use super::found::Counts;
use super::id::Id;
use super::rejected::ShownRejected;
use super::session::Session;
use super::{Closed, Origin, Sessions};

/// The most sessions in the page's list.
pub(crate) const MAX_LISTED: usize = 1_000;

/// An entry of the page's list.
#[derive(Debug, Serialize)]
pub(crate) struct Summary<'a> {
    id: &'a Id,
    number: u64,
    api: Api,
    origin: Origin,
    #[serde(flatten)]
    about: &'a About,
    /// Empty for the Media Collection API.
    datastream: &'a str,
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

/// The page's lists, or what changed in them.
#[derive(Debug, Serialize)]
pub(crate) struct Overview<'a> {
    /// The run of the collector; versions of another run mean nothing.
    run: u64,
    version: u64,
    /// Whether everything is here, and not only what changed.
    whole: bool,
    /// The sessions that changed, the newest first.
    sessions: Vec<Summary<'a>>,
    /// The numbers of all sessions in the list, the newest first.
    listed: Vec<u64>,
    /// How many sessions are not in the list.
    older: usize,
    /// How many sessions are open.
    open: usize,
    #[serde(rename = "refused", skip_serializing_if = "Option::is_none")]
    rejected: Option<ShownRejected<'a>>,
    /// The version of the session that the page shows, if it is not in the list.
    #[serde(skip_serializing_if = "Option::is_none")]
    unlisted: Option<u64>,
}

impl Sessions {
    /// What changed in the lists since a version of this run: everything without one, `None` if
    /// there is nothing. `shown` is the session that the page shows.
    pub(crate) fn overview(
        &self,
        run: u64,
        since: Option<u64>,
        shown: Option<&str>,
    ) -> Option<Overview<'_>> {
        let since = since.filter(|since| *since <= self.version);
        if since == Some(self.version) {
            return None;
        }
        let changed = |version| since.is_none_or(|since| version > since);
        let newest = || self.all.newest().take(MAX_LISTED);
        let sessions = newest().filter(|session| changed(session.version));
        let sessions = sessions.map(|session| {
            let rejected = self.rejected.of(&session.id).count();
            summary(session, session.judged().counts(), rejected)
        });
        let listed: Vec<_> = newest().map(|session| session.number).collect();
        Some(Overview {
            run,
            version: self.version,
            whole: since.is_none(),
            sessions: sessions.collect(),
            older: self.all.len() - listed.len(),
            listed,
            open: self.all.open(),
            rejected: self.rejected.since(since),
            unlisted: shown.and_then(|id| Some(self.all.get(id)?.version)),
        })
    }
}

pub(super) fn summary(session: &Session, counts: Counts, rejected: usize) -> Summary<'_> {
    Summary {
        id: &session.id,
        number: session.number,
        api: session.api(),
        origin: session.origin,
        about: &session.about,
        datastream: session.edge.as_ref().map_or("", |edge| &edge.datastream),
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
