//! What is kept of Media Edge beside the events.

use std::collections::BTreeSet;

use media_collection::edge::Envelope;
use serde::{Deserialize, Serialize};

use super::shortened;

/// The most characters of a text that a client can make of any length.
const MAX_LETTERS: usize = 200;
/// The most namespaces of identities.
const MAX_NAMESPACES: usize = 20;

/// What stands around an event or a session in its request. It is stored, so that nothing is lost.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Around {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) datastream: Option<String>,
    /// The location hint of the path.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) hint: Option<String>,
    /// Around all events of the request.
    #[serde(skip_serializing_if = "is_empty")]
    pub(crate) request: Envelope,
    /// Around this one.
    #[serde(skip_serializing_if = "is_empty")]
    pub(crate) item: Envelope,
}

fn is_empty(envelope: &Envelope) -> bool {
    *envelope == Envelope::default()
}

/// What the page shows of a session that used Media Edge. It has no identities, which are personal.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct EdgeAbout {
    pub(super) datastream: String,
    hint: String,
    /// The namespaces of the viewer's identities.
    namespaces: BTreeSet<String>,
    /// The library that sent the start.
    library: String,
    version: String,
    environment: String,
}

impl EdgeAbout {
    /// Of the start of a session, or of a downloaded session.
    pub(crate) fn of(around: &Around) -> Self {
        let text = |text: Option<&str>| shortened(text.unwrap_or_default(), MAX_LETTERS);
        let envelopes = [&around.item, &around.request];
        let namespaces = envelopes.iter().flat_map(|envelope| envelope.identities.keys());
        let library = envelopes.iter().find_map(|envelope| envelope.implementation.as_ref());
        Self {
            datastream: text(around.datastream.as_deref()),
            hint: text(around.hint.as_deref()),
            namespaces: namespaces
                .take(MAX_NAMESPACES)
                .map(|name| shortened(name, MAX_LETTERS))
                .collect(),
            library: text(library.and_then(|library| library.name.as_deref())),
            version: text(library.and_then(|library| library.version.as_deref())),
            environment: text(library.and_then(|library| library.environment.as_deref())),
        }
    }
}
