//! Where requests go, and what each of them says of the sender.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};

use super::connection::Connection;
use super::paths::{ROOT, VERSION};
use crate::constraints::ParseError;
use crate::media_edge::{Envelope, Identity, Implementation};
use crate::wire::is_segment_byte;

/// A datastream of Media Edge, and what each request says of the sender.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Service {
    datastream: String,
    /// The first segment of the paths.
    root: String,
    pub(crate) identities: BTreeMap<String, Vec<Identity>>,
    pub(crate) implementation: Option<Implementation>,
    pub(crate) connection: Connection,
    /// The prefix of the names of metadata.
    pub(crate) tenant: Option<String>,
}

impl Hash for Service {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&self.datastream, &self.root, &self.connection).hash(state);
    }
}

impl Service {
    /// A datastream, and the path of an address, which may end with the root, a location hint and the
    /// version: `/ee`, `/ee-pre-prd`, `/ee/va/v1`, `/ee/or2/va/v1`. Also returns what is before them.
    pub(crate) fn new(datastream: &str, path: &str) -> Result<(Self, String), ParseError> {
        let is_known = |byte: u8| is_segment_byte(byte) && !matches!(byte, b'&' | b'+');
        if datastream.is_empty() || !datastream.bytes().all(is_known) {
            return Err(ParseError::new(
                "the datastream",
                "is not the id of a datastream, like 11111111-2222-3333-4444-555555555555",
            ));
        }
        if path.contains(VERSION) {
            return Err(ParseError::new(
                "the address of Media Edge",
                "has the path of an endpoint: leave out the name of the event",
            ));
        }
        let path = path.strip_suffix(VERSION.trim_end_matches('/')).unwrap_or(path);
        let (before, root, hint) = match path.rsplit_once('/') {
            Some((before, last)) if is_root(last) => (before, last, None),
            Some((before, last)) => match before.rsplit_once('/') {
                Some((before, root)) if is_root(root) => (before, root, Some(last)),
                _ => (path, ROOT, None),
            },
            None => (path, ROOT, None),
        };
        let hint =
            hint.map(|hint| super::LocationHint::new(super::LocationHint::EDGE_NETWORK, hint, 0));
        let service = Self {
            datastream: datastream.to_owned(),
            root: root.to_owned(),
            identities: BTreeMap::new(),
            implementation: None,
            connection: Connection::new(hint, Vec::new()),
            tenant: None,
        };
        Ok((service, before.to_owned()))
    }

    pub(crate) fn datastream(&self) -> &str {
        &self.datastream
    }

    pub(crate) fn root(&self) -> &str {
        &self.root
    }

    /// What stands around each event.
    pub(super) fn envelope(&self) -> Envelope {
        let mut envelope = Envelope::default();
        envelope.identities.clone_from(&self.identities);
        envelope.mark_primary();
        envelope.implementation.clone_from(&self.implementation);
        envelope
    }
}

/// Whether a segment is the first of Adobe's own paths: `ee`, or that and a dash and the environment.
pub(crate) fn is_root(segment: &str) -> bool {
    segment == ROOT || segment.strip_prefix(ROOT).is_some_and(|rest| rest.starts_with('-'))
}
