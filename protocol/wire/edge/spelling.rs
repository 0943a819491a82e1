//! Calls as Media Edge takes them.

use std::fmt::Write as _;

use serde_json::{Map, json};

use super::connection::Connection;
use super::paths::{MAX_BODY_BYTES, VERSION};
use super::service::Service;
use crate::constraints::{EncodeError, Keyword, Violation};
use crate::event::Event;
use crate::json::Policy;
use crate::media_edge::{Content, Envelope, Item, Request};
use crate::wire::call::{Call, Target};

impl Service {
    /// The call in this API. Its path has the query.
    pub(crate) fn spell(&self, call: &Call) -> Result<Call, EncodeError> {
        match call.target() {
            Target::Start => self.event(call, None),
            Target::Event(session) => self.event(call, Some(session.as_str())),
            Target::Session => {
                let events = Event::decode_batch(call.body(), &Policy::tolerant().unlimited())
                    .map_err(unreadable)?;
                self.call(Item::new(events), call)
            }
            Target::Schema => {
                Err(refused(Keyword::Enum, "Media Edge serves no schemas: they are published"))
            }
            Target::Edge => Ok(call.clone()),
        }
    }

    fn event(&self, call: &Call, session: Option<&str>) -> Result<Call, EncodeError> {
        let event =
            Event::decode(call.body(), &Policy::tolerant().unlimited()).map_err(unreadable)?;
        let mut item = Item::new(event);
        item.session_id = session.map(str::to_owned);
        self.call(item, call)
    }

    fn call<T: Content>(&self, item: Item<T>, call: &Call) -> Result<Call, EncodeError> {
        let mut request = Request::from(item.with_envelope(self.envelope()));
        request.envelope = self.around(call.connection());
        request.tenant.clone_from(&self.tenant);
        self.relay(&request, call.connection(), call.request_id())
            .map_err(EncodeError::without_index)
    }

    /// A request as it is, but for its place.
    pub(crate) fn relay<T: Content>(
        &self,
        request: &Request<T>,
        connection: Option<&Connection>,
        request_id: Option<&str>,
    ) -> Result<Call, EncodeError> {
        let body = request.encode()?;
        if body.len() > MAX_BODY_BYTES {
            let message = format!(
                "has {} bytes in Media Edge, which takes {MAX_BODY_BYTES}: send it in parts, or to the \
                 Media Collection API",
                body.len()
            );
            return Err(refused(Keyword::Limit, &message));
        }
        let endpoint = request.endpoint().unwrap_or_default();
        Ok(Call::edge(self.path(endpoint, connection, request_id), body))
    }

    fn path(
        &self,
        endpoint: &str,
        connection: Option<&Connection>,
        request_id: Option<&str>,
    ) -> String {
        let mut path = format!("/{}", self.root());
        let hint = connection.and_then(Connection::hint).or_else(|| self.connection.hint());
        if let Some(hint) = hint {
            let _ = write!(path, "/{hint}");
        }
        let _ = write!(path, "{VERSION}{endpoint}?configId={}", self.datastream());
        if let Some(id) = request_id {
            path.push_str("&requestId=");
            for byte in id.bytes() {
                if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
                    path.push(char::from(byte));
                } else {
                    let _ = write!(path, "%{byte:02X}");
                }
            }
        }
        path
    }

    /// What stands around all events: the state that the server asked to keep.
    fn around(&self, connection: Option<&Connection>) -> Envelope {
        let mut envelope = Envelope::default();
        let state = connection.map(Connection::state).filter(|state| !state.is_empty());
        let state = state.unwrap_or_else(|| self.connection.state());
        if !state.is_empty() {
            let meta = Map::from_iter([("state".to_owned(), json!({ "entries": state }))]);
            envelope.meta = Some(meta.into());
        }
        envelope
    }
}

fn unreadable(error: crate::json::DecodeError) -> EncodeError {
    EncodeError::new(error.violations().clone().into_iter().collect())
}

fn refused(keyword: Keyword, message: &str) -> EncodeError {
    EncodeError::new(vec![Violation::new("", keyword, message)])
}
