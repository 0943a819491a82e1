//! Opening a typed online session.

use http::Request;

use super::collector::Collector;
use super::response_error::ResponseError;
use super::typed::{Inner, OnlineSession};
use crate::constraints::{EncodeError, Returned};
use crate::event::SessionStart;
use crate::session::{Session, SessionState, with_finite_playhead};
use crate::wire::{Created, ResponseParts};

impl Session {
    /// Starts an online session at a collector. Only the start can be sent until the collector has
    /// assigned an id.
    pub fn online(start: SessionStart, collector: Collector) -> Opening {
        Opening { start: Box::new(with_finite_playhead(start)), collector: Box::new(collector) }
    }
}

/// An online session that has no id yet.
///
/// ```
/// use media_collection::{Collector, PlayerTime, Session, http};
/// # use media_collection::{SessionStart, SessionStartParams};
/// # let params = SessionStartParams::builder().analytics_tracking_server("t.example.com")
/// #     .analytics_report_suite("suite").visitor_marketing_cloud_org_id("ORG@AdobeOrg")
/// #     .id("episode-42").length(60.0).content_type("vod").player_name("tv").channel("c").build();
/// # let start = SessionStart::new(PlayerTime::new(0.0, 1_700_000_000_000), params);
/// # fn send(_: http::Request<Vec<u8>>) -> http::Response<Vec<u8>> {
/// #     http::Response::builder().status(201).header("location", "/api/v1/sessions/3f2a")
/// #         .body(Vec::new()).unwrap()
/// # }
///
/// let at = |second: i64| PlayerTime::new(second as f64, 1_700_000_000_000 + second * 1_000);
/// let collector: Collector = "https://example.hb-api.omtrdc.net".parse()?;
/// let opening = Session::online(start, collector);
///
/// let response = send(opening.request()?);
/// let mut session = opening.created(&response)?;
/// let request = session.play(at(1))?;
/// assert_eq!(request.uri().path(), "/api/v1/sessions/3f2a/events");
/// let (request, completed) = session.complete(at(60))?;
/// let request = completed.end(at(60))?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// No event can be reported before the id is known:
///
/// ```compile_fail,E0599
/// # use media_collection::{PlayerTime, typed::Opening};
/// # fn broken(opening: Opening, at: PlayerTime) {
/// opening.ping(at);
/// # }
/// ```
#[derive(Debug, Clone, PartialEq)]
#[must_use = "the session is open only when its start was sent"]
pub struct Opening {
    start: Box<SessionStart>,
    collector: Box<Collector>,
}

impl Opening {
    /// The event that opens the session.
    #[must_use]
    pub fn start(&self) -> &SessionStart {
        &self.start
    }

    /// The request that opens the session. It may be sent again if no response comes; each one that
    /// arrives opens a session.
    ///
    /// # Errors
    ///
    /// When the event cannot be encoded as JSON.
    pub fn request(&self) -> Result<Request<Vec<u8>>, EncodeError> {
        self.collector.start(&self.start)
    }

    /// Processes the collector's response, as [`Created::from_response`] reads it.
    ///
    /// # Errors
    ///
    /// For every other response. The error contains the opening, to try again.
    pub fn created<'r>(
        self,
        response: impl Into<ResponseParts<'r>>,
    ) -> Result<OnlineSession, Returned<Self, ResponseError>> {
        match Created::from_response(response) {
            Ok(created) => {
                let mut state = SessionState::of(&self.start);
                state.clock = state.clock.sent_at_once();
                let Self { start, collector } = self;
                let collector = collector.connected(&created);
                let Created { session_id, .. } = created;
                let inner = Inner { collector, session_id, start: *start, state };
                Ok(OnlineSession::at(Box::new(inner)))
            }
            Err(error) => Err(Returned::new(self, error)),
        }
    }
}
