//! Replacing a lost typed session by a new one of the same type.

use std::fmt;

use http::Request;

use super::response_error::ResponseError;
use super::typed::{Inner, OnlineSession};
use crate::constraints::{EncodeError, Returned};
use crate::event::{Event, PlayerTime, SessionStart};
use crate::session::type_state::{AdState, ChapterState, Content, NoChapter};
use crate::session::{SessionState, reopen};
use crate::wire::{Created, ResponseParts};

/// A new session that is being opened in the state of a lost one.
///
/// Its start is that of the lost session, with `media.resume: true`. When the collector has opened
/// the new session, a few events restore the state: open chapter, ad break and ad, active player
/// states, playback.
///
/// ```
/// # use media_collection::{AdBreakStartParams, AdStartParams, Collector, PlayerTime, Session, http};
/// # use media_collection::{SessionStart, SessionStartParams};
/// # let params = SessionStartParams::builder().analytics_tracking_server("t.example.com")
/// #     .analytics_report_suite("suite").visitor_marketing_cloud_org_id("ORG@AdobeOrg")
/// #     .id("episode-42").length(60.0).content_type("vod").player_name("tv").channel("c").build();
/// # let start = SessionStart::new(PlayerTime::new(0.0, 1_700_000_000_000), params);
/// # let spot = AdStartParams::builder().id("spot-7").length(15.0).pod_position(1).player_name("tv").build();
/// # let at = |second: i64| PlayerTime::new(second as f64, 1_700_000_000_000 + second * 1_000);
/// # let created = |id: &str| http::Response::builder().status(201)
/// #     .header("location", format!("/api/v1/sessions/{id}")).body(Vec::new()).unwrap();
/// # let collector: Collector = "https://example.hb-api.omtrdc.net".parse()?;
/// # let opening = Session::online(start, collector);
/// let session = opening.created(&created("3f2a"))?;
/// let (_, session) = session.ad_break_start(at(1), AdBreakStartParams::new(1, 1.0))?;
/// let (lost, session) = session.ad_start(at(1), spot)?;
///
/// // the response to `lost` was 404.
/// let reopening = session.reopen(at(5));
/// let request = reopening.request()?;
/// let (restoring, session) = reopening.created(&created("77b0"))?;
/// assert_eq!(restoring.len(), 3); // adBreakStart, adStart, ping
/// let (request, _) = session.ad_complete(at(16))?; // still in the ad
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq)]
#[must_use = "the session is open again only when its start was sent"]
pub struct Reopening<P: AdState = Content, C: ChapterState = NoChapter> {
    session: OnlineSession<P, C>,
    start: Box<SessionStart>,
    events: Vec<Event>,
}

impl<P: AdState, C: ChapterState> OnlineSession<P, C> {
    /// Replaces a session that the collector lost (404 or 410) by a new one in the same state and
    /// of the same type.
    pub fn reopen(mut self, mut at: PlayerTime) -> Reopening<P, C> {
        let (_, timing) = self.inner.state.time(&mut at);
        if let Some(timing) = timing {
            self.inner.state.clock = timing.clock;
        }
        let (start, events) = reopen(&self.inner.start, &self.inner.state, at);
        Reopening { session: self, start: Box::new(start), events }
    }
}

impl<P: AdState, C: ChapterState> Reopening<P, C> {
    /// The event that opens the new session.
    #[must_use]
    pub fn start(&self) -> &SessionStart {
        &self.start
    }

    /// The events that restore the state of the lost session.
    #[must_use]
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// The request that opens the new session.
    ///
    /// # Errors
    ///
    /// When the event cannot be encoded as JSON.
    pub fn request(&self) -> Result<Request<Vec<u8>>, EncodeError> {
        self.session.inner.collector.start(&self.start)
    }

    /// Processes the collector's response. Returns the requests that restore the state, in the
    /// order in which to send them, and the session with the type of the lost one.
    ///
    /// # Errors
    ///
    /// When the response does not open a session. The error contains the reopening, to try again.
    #[expect(clippy::type_complexity)] // The requests and the session, or the reopening.
    pub fn created<'r>(
        self,
        response: impl Into<ResponseParts<'r>>,
    ) -> Result<(Vec<Request<Vec<u8>>>, OnlineSession<P, C>), Returned<Self, ResponseError>> {
        let created = match Created::from_response(response) {
            Ok(created) => created,
            Err(error) => return Err(Returned::new(self, error)),
        };
        let Self { session, start, events } = self;
        let Inner { collector, state: lost, .. } = *session.inner;
        let collector = collector.connected(&created);
        let session_id = created.session_id;
        let mut state = SessionState { last: Some(start.player_time), ..lost };
        let mut requests = Vec::with_capacity(events.len());
        for event in &events {
            let request = collector.event(&session_id, event);
            requests.push(request.expect("it was encoded before, with another time"));
            state.last = Some(event.player_time);
        }
        let inner = Inner { collector, session_id, start: *start, state };
        Ok((requests, OnlineSession::at(Box::new(inner))))
    }
}

impl<P: AdState, C: ChapterState> fmt::Debug for Reopening<P, C> {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("Reopening").field("session", &self.session).finish_non_exhaustive()
    }
}
