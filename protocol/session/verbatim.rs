//! Recording events as they are.

use super::downloaded_sink::Downloaded;
use super::raw::RawSession;
use super::recorder::Recorder;
use super::sink::Sink;
use super::state::SessionState;
use crate::constraints::Returned;
use crate::event::{Event, SessionStart};

/// A recorder that takes events as they are: it refuses, adjusts and closes nothing, and adds no
/// end. For relays, replays and comparisons with other SDKs. Players use a [`Recorder`].
///
/// Its end is a [`RawSession`]. `Verbatim::online` records into a queue of requests, and with the
/// feature `store` `begin_verbatim` and `begin_verbatim_online` of a store record into a file.
///
/// ```
/// use media_collection::recorder::Verbatim;
/// use media_collection::{Event, PlayerTime};
/// # use media_collection::{SessionStart, SessionStartParams};
/// # let params = SessionStartParams::builder().analytics_tracking_server("t.example.com")
/// #     .analytics_report_suite("suite").visitor_marketing_cloud_org_id("ORG@AdobeOrg")
/// #     .id("episode-42").length(60.0).content_type("vod").player_name("tv").channel("c").build();
/// # let start = SessionStart::new(PlayerTime::new(0.0, 1_700_000_000_000), params);
///
/// let at = PlayerTime::new(1.0, 1_700_000_001_000);
/// let mut recorder = Verbatim::downloaded(start);
/// recorder.record(Event::ad_complete(at))?; // no ad is open
/// recorder.record(Event::play(at))?; // at the same time
/// let session = recorder.into_session();
/// assert_eq!(session.events()[2].player_time, at);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[must_use = "a session is reported only when it is sent"]
pub struct Verbatim<S = Downloaded>(pub(crate) Recorder<S>);

impl<S: Sink> Verbatim<S> {
    /// Records an event as it is.
    ///
    /// # Errors
    ///
    /// When the sink fails. The recorder is unchanged, and the event is handed back.
    pub fn record(&mut self, event: Event) -> Result<(), Returned<Event, S::Error>> {
        let mut event = event;
        match self.0.sink.write(None, &mut [], &mut event) {
            Ok(_) => {
                self.0.take(event);
                Ok(())
            }
            Err(error) => Err(Returned::new(event, error)),
        }
    }
}

impl<S> Verbatim<S> {
    /// Whether `sessionEnd` was recorded. More can be recorded all the same.
    #[must_use]
    pub fn has_ended(&self) -> bool {
        self.0.has_ended()
    }
}

impl Verbatim {
    /// Begins a session in memory. The start is taken as it is.
    pub fn downloaded(start: SessionStart) -> Self {
        let state = SessionState::of(&start);
        let sink = Downloaded { start: Box::new(start), events: Vec::new() };
        Self(Recorder::new(state, sink))
    }

    /// The event that opened the session.
    #[must_use]
    pub fn start(&self) -> &SessionStart {
        self.0.start()
    }

    /// Mutable access to the start.
    pub fn start_mut(&mut self) -> &mut SessionStart {
        &mut self.0.sink.start
    }

    /// The recorded events, without the start.
    #[must_use]
    pub fn events(&self) -> &[Event] {
        self.0.events()
    }

    /// The session as recorded.
    pub fn into_session(self) -> RawSession {
        let Downloaded { start, mut events } = self.0.sink;
        events.insert(0, (*start).into());
        events.into()
    }
}
