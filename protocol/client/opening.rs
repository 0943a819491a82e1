//! The two ways to begin a session, and an online one before it is open.

use http::{Request, Response};

use super::collector::Collector;
use super::live::LiveSession;
use super::response::ResponseError;
use crate::constraints::EncodeError;
use crate::event::SessionStart;
use crate::session::{SessionBuilder, begun};
use crate::wire::Created;

/// The two ways to begin a session.
///
/// | the session is | begin with | it goes to |
/// |---|---|---|
/// | watched online, event by event | [`Session::online`] | `/sessions`, then `/sessions/{sid}/events` |
/// | recorded on the device, sent later | [`Session::downloaded`] | `/downloaded`, in one payload |
///
/// Both check the order of events at compile time. Players that are driven by callbacks use
/// [`Recorder`](crate::Recorder) and [`OnlineRecorder`](crate::OnlineRecorder), which know the
/// same rules at run time.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Session;

impl Session {
    /// Begins the recording of a downloaded session.
    pub fn downloaded(start: SessionStart) -> SessionBuilder {
        SessionBuilder::new(start)
    }

    /// Begins an online session: nothing but the start can be sent until the collector has given
    /// it an id.
    pub fn online(start: SessionStart) -> Opening {
        Opening { start: Box::new(begun(start)) }
    }
}

/// An online session without an id yet.
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
/// let opening = Session::online(start);
/// let collector: Collector = "https://example.hb-api.omtrdc.net".parse()?;
///
/// let response = send(opening.request(&collector)?);
/// let mut live = opening.created(&collector, &response)?;
/// let request = live.play(at(1))?;
/// assert_eq!(request.uri().path(), "/api/v1/sessions/3f2a/events");
/// let (request, live) = live.complete(at(60))?;
/// let request = live.end(at(60))?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// No event can be reported before the id is known:
///
/// ```compile_fail,E0599
/// # use media_collection::*;
/// # fn broken(opening: Opening, at: PlayerTime) {
/// opening.ping(at);
/// # }
/// ```
#[derive(Debug, Clone, PartialEq)]
#[must_use = "the session is open only when its start was sent"]
pub struct Opening {
    start: Box<SessionStart>,
}

impl Opening {
    /// The event that opens the session.
    #[must_use]
    pub fn start(&self) -> &SessionStart {
        &self.start
    }

    /// The request to send. It may be sent again if no answer comes; each one that arrives opens
    /// a session.
    ///
    /// # Errors
    ///
    /// When the event has no JSON form.
    pub fn request(&self, collector: &Collector) -> Result<Request<Vec<u8>>, EncodeError> {
        collector.start(&self.start)
    }

    /// Takes the collector's answer: only 201 with a usable `Location` opens the session.
    ///
    /// # Errors
    ///
    /// When the answer says otherwise. The session is handed back, to try again.
    pub fn created<B: AsRef<[u8]>>(
        self,
        collector: &Collector,
        response: &Response<B>,
    ) -> Result<LiveSession, NotCreated> {
        match Created::from_response(response) {
            Ok(Created { session_id }) => {
                Ok(LiveSession::opened(collector.clone(), session_id, self.start))
            }
            Err(error) => Err(NotCreated { error, opening: self }),
        }
    }
}

/// The collector did not open the session.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("the session was not opened")]
#[non_exhaustive]
pub struct NotCreated {
    /// Why, and with [`next`](ResponseError::next) what to do.
    #[source]
    pub error: ResponseError,
    /// The session, handed back.
    pub opening: Opening,
}
