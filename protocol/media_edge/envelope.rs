//! What stands around an event on this wire.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::ops::{Deref, DerefMut};

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};

use super::generated::PRIMARY;
use super::generated::{AUTHENTICATED_STATES, ENVIRONMENTS};
use super::json_object::JsonObject;
use super::keys;

/// What stands around an event, a downloaded session or a request, and which the events do not say.
///
/// A relay passes it on with the events, so that nothing is lost. A client sets what it needs, such as
/// the identities of the viewer. Where an event says the same, as `sessionStart` the ids of the viewer,
/// the event comes first.
///
/// Its members are fields, by way of `Deref`. Most events have nothing around them: then it is a pointer
/// to nothing. Writing to a field makes room for all of them.
///
/// `Debug` shows keys and hides values, which may be personal.
///
/// ```
/// use media_collection::edge::Envelope;
///
/// let mut envelope = Envelope::default();
/// assert_eq!(envelope.id, None);
/// envelope.id = Some("0f3a".to_owned());
/// assert_ne!(envelope, Envelope::default());
/// ```
#[derive(Clone, Default)]
pub struct Envelope(Option<Box<EnvelopeMembers>>);

/// The members of an [`Envelope`].
#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct EnvelopeMembers {
    /// `xdm._id`: the id of the event, by which repeated ones are recognised.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// `xdm.identityMap`: identities of the viewer by namespace, such as `ECID` or `FPID`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub identities: BTreeMap<String, Vec<Identity>>,
    /// `xdm.implementationDetails`: the library that sends the event.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub implementation: Option<Implementation>,
    /// `data`: for services other than Media Analytics.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<JsonObject>,
    /// `query`: what the sender wants to know in the response.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub query: Option<JsonObject>,
    /// `meta`: where the event is stored; of a request, the state of the connection, such as cookies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meta: Option<JsonObject>,
    /// Everything else that the events do not say as it was written, by JSON Pointer from the item (or
    /// from the request): unknown members, a list of metadata with equal names, items without a value
    /// or in another order, a time with an offset or more digits, empty objects, values that no schema knows. What is at the place
    /// of an event's value is written only while it means the value that the event has.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub extra: BTreeMap<String, Value>,
    /// The literals of strings with lone surrogates, which a Rust string cannot hold, by JSON Pointer.
    /// Nearly all have none: the pointer is small, and costs nothing to drop.
    #[allow(clippy::box_collection, reason = "it makes each envelope smaller")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) literals: Option<Box<BTreeMap<String, String>>>,
}

static NONE: EnvelopeMembers = EnvelopeMembers {
    id: None,
    identities: BTreeMap::new(),
    implementation: None,
    data: None,
    query: None,
    meta: None,
    extra: BTreeMap::new(),
    literals: None,
};

impl Deref for Envelope {
    type Target = EnvelopeMembers;

    fn deref(&self) -> &EnvelopeMembers {
        self.0.as_deref().unwrap_or(&NONE)
    }
}

impl DerefMut for Envelope {
    fn deref_mut(&mut self) -> &mut EnvelopeMembers {
        self.0.get_or_insert_default()
    }
}

impl From<EnvelopeMembers> for Envelope {
    fn from(members: EnvelopeMembers) -> Self {
        Self((members != NONE).then(|| Box::new(members)))
    }
}

impl PartialEq for Envelope {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Serialize for Envelope {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Envelope {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        EnvelopeMembers::deserialize(deserializer).map(Self::from)
    }
}

/// An identity of the viewer.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
#[non_exhaustive]
pub struct Identity {
    /// The id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// `ambiguous`, `authenticated` or `loggedOut`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authenticated_state: Option<Cow<'static, str>>,
    /// Whether it is the one identity that matters most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub primary: Option<bool>,
}

/// The library that sends an event.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Implementation {
    /// A URI that names the library.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its version.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// `browser`, `app`, `server` or `iot`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub environment: Option<Cow<'static, str>>,
}

impl Identity {
    /// An identity with this id, of which nothing else is known.
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: Some(id.into()), ..Self::default() }
    }
}

impl Implementation {
    /// A library with this name, a URI, and version.
    #[must_use]
    pub fn new(name: impl Into<String>, version: impl Into<String>) -> Self {
        Self { name: Some(name.into()), version: Some(version.into()), environment: None }
    }
}

impl Envelope {
    /// Adds an identity to a namespace.
    #[must_use]
    pub fn with_identity(mut self, namespace: impl Into<String>, identity: Identity) -> Self {
        self.identities.entry(namespace.into()).or_default().push(identity);
        self
    }

    /// With identities of several namespaces one of them is the primary one: the gateway asks for it.
    pub(crate) fn mark_primary(&mut self) {
        let is_primary = |identity: &Identity| identity.primary == Some(true);
        let is_marked = self.identities.values().flatten().any(is_primary);
        if self.identities.len() < 2 || is_marked {
            return;
        }
        let named = PRIMARY.iter().find(|name| self.identities.contains_key(**name));
        let name = named.map(|name| (*name).to_owned());
        let Some(name) = name.or_else(|| self.identities.keys().next().cloned()) else { return };
        if let Some(identity) = self.identities.get_mut(&name).and_then(|list| list.first_mut()) {
            identity.primary = Some(true);
        }
    }

    /// The envelope of an item or a request that is valid, without its `extra`.
    pub(super) fn of(value: &Value) -> Self {
        fn part<T: for<'de> Deserialize<'de>>(value: Option<&Value>) -> Option<T> {
            value.and_then(|value| T::deserialize(value).ok())
        }
        let xdm = value.get(keys::XDM);
        let of_xdm = |key: &str| xdm.and_then(|xdm| xdm.get(key));
        let mut identities: BTreeMap<String, Vec<Identity>> =
            part(of_xdm(keys::IDENTITY_MAP)).unwrap_or_default();
        let mut implementation: Option<Implementation> = part(of_xdm(keys::IMPLEMENTATION));
        // A value that no schema knows, which a tolerant reader takes, stays in `extra`.
        let states = identities.values_mut().flatten().map(|item| &mut item.authenticated_state);
        states.for_each(|state| known(state, AUTHENTICATED_STATES));
        if let Some(implementation) = &mut implementation {
            known(&mut implementation.environment, ENVIRONMENTS);
        }
        Self::from(EnvelopeMembers {
            id: part(of_xdm(keys::ID)),
            identities,
            implementation,
            data: part(value.get(keys::DATA)),
            query: part(value.get(keys::QUERY)),
            meta: part(value.get(keys::META)),
            ..EnvelopeMembers::default()
        })
    }

    /// An item or a request with what is here, without its `extra`.
    pub(super) fn tree(&self) -> Value {
        // Texts, booleans and JSON values: this cannot fail.
        let made = |value: serde_json::Result<Value>| value.unwrap_or_default();
        let mut xdm = Map::new();
        if let Some(id) = &self.id {
            xdm.insert(keys::ID.to_owned(), id.as_str().into());
        }
        if !self.identities.is_empty() {
            xdm.insert(keys::IDENTITY_MAP.to_owned(), made(serde_json::to_value(&self.identities)));
        }
        if let Some(implementation) = &self.implementation {
            let value = made(serde_json::to_value(implementation));
            xdm.insert(keys::IMPLEMENTATION.to_owned(), value);
        }
        let mut tree = Map::new();
        if !xdm.is_empty() {
            tree.insert(keys::XDM.to_owned(), xdm.into());
        }
        for (key, part) in
            [(keys::DATA, &self.data), (keys::QUERY, &self.query), (keys::META, &self.meta)]
        {
            if let Some(part) = part {
                tree.insert(key.to_owned(), part.value().into());
            }
        }
        tree.into()
    }
}

/// Clears a value that is not one of these.
fn known(value: &mut Option<Cow<'static, str>>, values: &[&str]) {
    value.take_if(|value| !values.contains(&&**value));
}

impl fmt::Debug for Envelope {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(to)
    }
}

impl fmt::Debug for EnvelopeMembers {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("Envelope")
            .field("id", &self.id)
            .field("identities", &self.identities)
            .field("implementation", &self.implementation)
            .field("data", &self.data)
            .field("query", &self.query)
            .field("meta", &self.meta)
            .field("extra", &self.extra.keys().collect::<Vec<_>>())
            .finish()
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("Identity")
            .field("authenticated_state", &self.authenticated_state)
            .field("primary", &self.primary)
            .finish_non_exhaustive()
    }
}
