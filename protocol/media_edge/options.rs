//! Options for reading requests.

use serde_json::{Map, Value};

use crate::constraints::{Violation, Violations};
use crate::json::Policy;

/// Options for reading requests: limits, and what an event of the Media Collection API needs and
/// Media Edge has elsewhere.
///
/// ```
/// use media_collection::edge::ReadOptions;
///
/// let options = ReadOptions::new()
///     .with_setting("analytics.reportSuite", "example-suite")
///     .with_setting("analytics.trackingServer", "metrics.example.com")
///     .with_setting("visitor.marketingCloudOrgId", "0123456789ABCDEF@AdobeOrg");
/// assert_eq!(options.settings.len(), 3);
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ReadOptions {
    /// Limits for the size of the text and the numbers of events and violations, and the mode. In
    /// [tolerant](crate::Mode::Tolerant) mode `channel` and `playerName` may be missing: an ad gets the
    /// name that its session has, and what nobody knows is empty. `authorized` may be a boolean, and
    /// `sessionID` may be written `sessionId`. `streamType`, `source`, `authenticatedState` and
    /// `environment` may have a value that no schema knows; what no event says of it is in
    /// [`Envelope::extra`](super::EnvelopeMembers::extra). Unknown members are preserved in both modes.
    pub policy: Policy,
    /// Params of `sessionStart` that a datastream knows, such as the report suite.
    pub settings: Map<String, Value>,
    /// The time of arrival (milliseconds since the Unix epoch), for events without a `timestamp`.
    /// `None`: such an event is not valid.
    pub arrived: Option<i64>,
    /// The name of the session's player, for ads without one. `None`: in strict mode such an ad is not
    /// valid.
    pub player_name: Option<String>,
    /// The prefix of the customer's own fields, such as `_acme`, which the names of metadata lose:
    /// `_acme.plan` is `plan` in the event. A name without it stays.
    /// [`Request::tenant`](super::Request::tenant) has it then, so that names are written as they were.
    pub tenant: Option<String>,
}

/// Adobe's limit for the body of a request.
const MAX_BYTES: usize = 64 * 1024;

impl Default for ReadOptions {
    fn default() -> Self {
        Self {
            policy: Policy::strict().with_max_bytes(MAX_BYTES),
            settings: Map::new(),
            arrived: None,
            player_name: None,
            tenant: None,
        }
    }
}

impl ReadOptions {
    /// Strict, bodies of up to 64 KiB as Adobe's gateway takes them, and no settings.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the policy.
    #[must_use]
    pub fn with_policy(mut self, policy: Policy) -> Self {
        self.policy = policy;
        self
    }

    /// Sets one of the params of `sessionStart` that a datastream knows.
    #[must_use]
    pub fn with_setting(mut self, key: impl Into<String>, value: impl Into<Value>) -> Self {
        self.settings.insert(key.into(), value.into());
        self
    }

    /// Sets the time for events without one.
    #[must_use]
    pub fn with_arrived(mut self, ms: i64) -> Self {
        self.arrived = Some(ms);
        self
    }

    /// Sets the name of the session's player, for ads without one.
    #[must_use]
    pub fn with_player_name(mut self, name: impl Into<String>) -> Self {
        self.player_name = Some(name.into());
        self
    }

    /// Sets the prefix that the names of metadata lose.
    #[must_use]
    pub fn with_tenant(mut self, tenant: impl Into<String>) -> Self {
        self.tenant = Some(tenant.into());
        self
    }

    /// As many violations as the policy lists.
    pub(super) fn listed(&self, mut found: Vec<Violation>) -> Violations {
        let limit = self.policy.max_violations.max(1);
        let more = found.len().saturating_sub(limit);
        found.truncate(limit);
        Violations::new(found, more)
    }
}
