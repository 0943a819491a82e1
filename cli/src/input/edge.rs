//! Recognises bodies of the Media Edge API. They are counted, and not read.

use serde_json::value::RawValue;

use super::fields::{Fields, elements};
use super::near_miss;
use super::session::{Api, Problem, Session};

/// The sessions of Media Edge in an input.
#[derive(Debug, Default)]
pub(super) struct EdgeSessions {
    /// The ids, where known, and the numbers of events.
    sessions: Vec<(Option<String>, usize)>,
}

impl EdgeSessions {
    /// Adds the events of a body; returns whether it is one of Media Edge.
    pub(super) fn add(&mut self, body: &RawValue) -> bool {
        let Some(fields) = Fields::of(body) else { return false };
        let list = fields.first(&["events"]).and_then(elements);
        let mut found = false;
        for event in list.into_iter().flatten() {
            found |= Fields::of(event).is_some_and(|fields| self.add_event(&fields));
        }
        found || self.add_event(&fields)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.sessions.is_empty()
    }

    fn add_event(&mut self, fields: &Fields<'_>) -> bool {
        let prefix = ["xdm", "eventxdm", ""].into_iter().find(|prefix| {
            let typed = fields.text(&[&format!("{prefix}eventtype")]);
            let is_media = typed.is_some_and(|typed| typed.starts_with("media."));
            // An event of the other API may have a wrong type of such a name.
            fields.has(&format!("{prefix}mediacollection")) || (is_media && !prefix.is_empty())
        });
        let Some(prefix) = prefix else { return false };
        let media = fields.first(&[&format!("{prefix}mediacollection")]).and_then(Fields::of);
        let id = media.and_then(|media| media.text(&["sessionid"]));
        match self.sessions.iter_mut().find(|(known, _)| *known == id && id.is_some()) {
            Some((_, count)) => *count += 1,
            None => self.sessions.push((id, 1)),
        }
        true
    }

    pub(super) fn into_sessions(mut self) -> Vec<Session> {
        // The start has no id yet. If there is only one session, it is that one's.
        if let [(None, starts), (Some(id), events)] = &self.sessions[..] {
            self.sessions = vec![(Some(id.clone()), starts + events)];
        }
        let sessions = self.sessions.into_iter().map(|(id, count)| {
            let mut session = Session::new(id, Api::Edge);
            session.count = count;
            session.is_unreadable = true;
            session.problems = vec![Problem {
                pointer: String::new(),
                keyword: Problem::FILE,
                message: near_miss::EDGE.to_owned(),
            }];
            session
        });
        sessions.collect()
    }
}

/// Whether the text may be a body of Media Edge. Most are not, which this decides without parsing.
pub(super) fn may_be(body: &str) -> bool {
    body.contains("\"mediaCollection\"") || body.contains("\"xdm\"")
}
