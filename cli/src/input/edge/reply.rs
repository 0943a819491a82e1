//! The ids of sessions in responses of Media Edge.

use serde::Deserialize;

use crate::input::exchange::Body;

/// What a response says of the sessions that a request began.
#[derive(Debug, Default)]
pub(in crate::input) struct Reply {
    /// The ids, with the index of the item where it is told.
    sessions: Vec<(Option<usize>, String)>,
    has_errors: bool,
}

/// The part of a response that matters.
#[derive(Deserialize)]
struct Read {
    #[serde(default)]
    handle: Vec<Handle>,
    #[serde(default)]
    errors: Vec<serde::de::IgnoredAny>,
}

#[derive(Deserialize)]
struct Handle {
    #[serde(default, rename = "type")]
    kind: String,
    #[serde(default, rename = "eventIndex")]
    index: Option<usize>,
    #[serde(default)]
    payload: Vec<serde_json::Value>,
}

/// The type of the handle with the id of a session.
pub(in crate::input) const NEW_SESSION: &str = "media-analytics:new-session";

impl Reply {
    /// A response is one JSON text, or several, each on a line of its own.
    pub(in crate::input) fn of(body: &Body) -> Self {
        let Body::Text(text) = body else { return Self::default() };
        let mut reply = Self::default();
        let is_end = |byte: &u8| matches!(byte, b'\n' | 0);
        let whole = serde_json::from_slice::<Read>(text).ok();
        let parts: Vec<_> = match whole {
            Some(whole) => vec![whole],
            None => {
                text.split(is_end).filter_map(|part| serde_json::from_slice(part).ok()).collect()
            }
        };
        for Read { handle, errors } in parts {
            reply.has_errors |= !errors.is_empty();
            for Handle { index, payload, .. } in
                handle.into_iter().filter(|handle| handle.kind == NEW_SESSION)
            {
                let id = payload.first().and_then(|first| first["sessionId"].as_str());
                reply.sessions.extend(id.map(|id| (index, id.to_owned())));
            }
        }
        reply
    }

    /// The id of the session that an item began.
    pub(in crate::input) fn session(&self, item: usize) -> Option<&str> {
        let of_item = self.sessions.iter().find(|(index, _)| *index == Some(item));
        let any = self.sessions.iter().find(|(index, _)| index.is_none());
        of_item.or(any).map(|(_, id)| id.as_str())
    }

    /// Whether a response with success says that a start was refused.
    pub(in crate::input) fn refuses(&self, item: usize) -> bool {
        self.has_errors && self.session(item).is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::{Body, Reply};

    fn reply(text: &str) -> Reply {
        Reply::of(&Body::Text(text.as_bytes().to_vec()))
    }

    #[test]
    fn the_id_is_in_its_handle_wherever_that_is() {
        let handle = r#"{"type":"media-analytics:new-session","payload":[{"sessionId":"a"}]}"#;
        let other = r#"{"type":"state:store","payload":[{"sessionId":"x"}]}"#;
        let whole = format!("{{\"handle\":[{other},{handle}]}}");
        assert_eq!(reply(&whole).session(0), Some("a"));
        // As for the mobile SDKs: parts between NUL and line feed.
        let parts = format!("\u{0}{{\"handle\":[{other}]}}\n\u{0}{whole}\n");
        assert_eq!(reply(&parts).session(0), Some("a"));
        let second = handle.replace("\"type\"", "\"eventIndex\":1,\"type\"");
        let both = format!("{{\"handle\":[{second}]}}");
        assert_eq!((reply(&both).session(0), reply(&both).session(1)), (None, Some("a")));
    }

    #[test]
    fn a_start_without_an_id_was_refused_if_there_are_errors() {
        let errors = r#"{"handle":[{"payload":[]}],"errors":[{"status":400}]}"#;
        assert!(reply(errors).refuses(0));
        assert!(!reply(r#"{"handle":[]}"#).refuses(0));
        for text in ["", "null", "<html>", "{\"handle\":3}"] {
            assert!(!reply(text).refuses(0) && reply(text).session(0).is_none(), "{text}");
        }
        assert!(!Reply::of(&Body::Missing).refuses(0));
    }
}
