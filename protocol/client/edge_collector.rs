//! A collector of the Media Edge API.

use http::Request;

use super::collector::Collector;
use super::outcome::Outgoing;
use crate::constraints::{EncodeError, ParseError};
use crate::media_edge::{self, Content, Identity, Implementation};
use crate::wire::edge::{Connection, Service};
use crate::wire::{Api, OtherService};

/// The Media Edge API. With the feature `edge`.
impl Collector {
    /// The address of the Media Edge API, and the datastream that takes the sessions. Adobe's is
    /// `edge.adobedc.net`; a domain of your own can lead to it.
    ///
    /// The address may end with `/ee`, with another environment such as `/ee-pre-prd`, and with what the
    /// published contract has after that (`/ee/va/v1`). Otherwise it is an address as for
    /// [`new`](Self::new).
    ///
    /// ```
    /// use media_collection::{Api, Collector, Event, PlayerTime, SessionId};
    ///
    /// let datastream = "11111111-2222-3333-4444-555555555555";
    /// let collector = Collector::edge("edge.adobedc.net", datastream)?;
    /// assert_eq!(collector.api(), Api::MediaEdge);
    ///
    /// let id: SessionId = "0f3a".parse()?;
    /// let request = collector.event(&id, &Event::ping(PlayerTime::new(10.0, 1_767_323_055_678)))?;
    /// assert_eq!(
    ///     request.uri(),
    ///     "https://edge.adobedc.net/ee/va/v1/ping?configId=11111111-2222-3333-4444-555555555555",
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// When it is no address, belongs to another service or to the Media Collection API
    /// (`*.hb-api.omtrdc.net`), or the datastream is empty or has characters that no id has.
    pub fn edge(base: &str, datastream: &str) -> Result<Self, ParseError> {
        let collector = Self::edge_at_any_host(base, datastream)?;
        match OtherService::problem_for_edge(collector.host(), collector.prefix()) {
            Some(problem) => Err(ParseError::new("the address of Media Edge", problem)),
            None => Ok(collector),
        }
    }

    /// Parses an address as [`edge`](Self::edge) does, but accepts the hosts of other services.
    ///
    /// # Errors
    ///
    /// When the text is not an address, or the datastream is not an id.
    pub fn edge_at_any_host(base: &str, datastream: &str) -> Result<Self, ParseError> {
        let collector = Self::at_any_host(base)?;
        let (service, prefix) = Service::new(datastream, collector.prefix())?;
        Ok(collector.at_edge(service, prefix))
    }

    /// Adds an identity of the viewer to each request, in a namespace such as `ECID` or `FPID`. What the
    /// start of a session says of the same namespace comes first. With several namespaces one identity is
    /// the primary one: the one that says so, or that of `ECID`, of `FPID` or of the first. Without an
    /// effect on a collector of the Media Collection API, where the start says it (`visitor.*`).
    #[must_use]
    pub fn with_identity(mut self, namespace: impl Into<String>, identity: Identity) -> Self {
        if let Some(service) = &mut self.edge {
            service.identities.entry(namespace.into()).or_default().push(identity);
        }
        self
    }

    /// Says in each request which library sends it. Without an effect on a collector of the Media
    /// Collection API, where the start says it (`media.libraryVersion`).
    #[must_use]
    pub fn with_implementation(mut self, implementation: Implementation) -> Self {
        if let Some(service) = &mut self.edge {
            service.implementation = Some(implementation);
        }
        self
    }

    /// Sets the prefix that the names of metadata have in Media Edge, and not in the events: with
    /// `_acme`, `plan` is sent as `_acme.plan`, the path of a field in the customer's schema. Without an
    /// effect on a collector of the Media Collection API.
    #[must_use]
    pub fn with_tenant(mut self, tenant: impl Into<String>) -> Self {
        if let Some(service) = &mut self.edge {
            service.tenant = Some(tenant.into());
        }
        self
    }

    /// Sets the location hint and the state that each request sends back, unless its
    /// [call](crate::Call::with_connection) has its own.
    #[must_use]
    pub fn with_connection(mut self, connection: Connection) -> Self {
        if let Some(service) = &mut self.edge {
            service.connection = connection;
        }
        self
    }

    /// The id of the datastream; `None` for the Media Collection API.
    #[must_use]
    pub fn datastream(&self) -> Option<&str> {
        self.edge.as_deref().map(Service::datastream)
    }

    /// Sends a request as it is, with what stands around its events: for a relay, and for several
    /// downloaded sessions in one request.
    ///
    /// ```
    /// use media_collection::edge::{ReadOptions, Request};
    /// use media_collection::{Collector, Event};
    ///
    /// let body = br#"{"events":[{"xdm":{"_id":"7c1e","eventType":"media.ping","timestamp":"2026-01-02T03:04:15Z",
    ///     "mediaCollection":{"playhead":10,"sessionID":"0f3a"}}}],"meta":{"newer":true}}"#;
    /// let received = Request::<Event>::decode("ping", body, &ReadOptions::new())?;
    /// let collector = Collector::edge("edge.adobedc.net", "datastream-1")?;
    /// let sent = collector.relay(&received)?;
    /// assert_eq!(sent.uri().path(), "/ee/va/v1/ping");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`edge::Request::encode`](media_edge::Request::encode), when the body is larger than
    /// [`MAX_BODY_BYTES`](crate::edge::MAX_BODY_BYTES), and when the collector's API is another.
    pub fn relay<T: Content>(
        &self,
        body: &media_edge::Request<T>,
    ) -> Result<Request<Vec<u8>>, EncodeError> {
        let Some(service) = &self.edge else {
            return Err(EncodeError::other_api(Api::MediaCollection.as_str()));
        };
        Ok(self.plain(service.relay(body, None, None)?))
    }
}

/// The Media Edge API. With the feature `edge`.
impl Outgoing {
    /// The request to send, with this body in place of its own: what stands around the events is kept. For
    /// a relay. It goes where the request itself would go.
    ///
    /// # Errors
    ///
    /// As for [`Collector::relay`].
    pub fn relay<T: Content>(
        &self,
        collector: &Collector,
        body: &media_edge::Request<T>,
    ) -> Result<Request<Vec<u8>>, EncodeError> {
        let Some(service) = &collector.edge else {
            return Err(EncodeError::other_api(Api::MediaCollection.as_str()));
        };
        Ok(collector.plain(service.relay(body, self.call.connection(), None)?))
    }
}
