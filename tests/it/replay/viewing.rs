//! A session of either kind: the two recorders side by side.

use media_collection::{DownloadedSession, Event, PlayerTime, SessionStart};

use crate::fixtures::collector::Server;
use crate::recorders::{self, DownloadedRecorder, Ends as _, OnlineRecorder, awake};

#[allow(clippy::large_enum_variant)] // There is one at a time.
pub enum Viewing {
    Downloaded(DownloadedRecorder),
    Online(OnlineRecorder),
}

macro_rules! either {
    ($viewing:expr, $recorder:ident => $what:expr) => {
        match $viewing {
            Viewing::Downloaded($recorder) => $what,
            Viewing::Online($recorder) => $what,
        }
    };
}

impl Viewing {
    pub fn new(mode: &str, start: SessionStart) -> Self {
        match mode {
            "downloaded" => Self::Downloaded(recorders::downloaded(start)),
            _ => {
                let mut recorder = recorders::online(start);
                // The SDK that was captured renews its sessions by itself.
                recorder.set_renewal(false);
                Self::Online(recorder)
            }
        }
    }

    /// Whether it was recorded. What an SDK ignores with a warning, a recorder refuses.
    pub fn record(&mut self, event: Event) -> bool {
        either!(self, recorder => recorder.record(event).is_ok())
    }

    pub fn ad_break_is_open(&self) -> bool {
        either!(self, recorder => recorder.ad_break_is_open())
    }

    pub fn ad_is_open(&self) -> bool {
        either!(self, recorder => recorder.ad_is_open())
    }

    pub fn chapter_is_open(&self) -> bool {
        either!(self, recorder => recorder.chapter_is_open())
    }

    pub fn finish(self, at: PlayerTime) -> Vec<Event> {
        let mut events = match self {
            Self::Downloaded(recorder) => recorder.finished(at).into_events(),
            Self::Online(recorder) => sent(recorder.finished(at)),
        };
        // The SDKs leave it at `sessionComplete`, and the session to expire.
        assert_eq!(events.pop().unwrap().event_name(), "sessionEnd");
        events
    }

    pub fn abandon(self, at: PlayerTime) -> Vec<Event> {
        match self {
            Self::Downloaded(recorder) => recorder.abandoned(at).into_events(),
            Self::Online(recorder) => sent(recorder.abandoned(at)),
        }
    }

    /// The app is gone: what there is of it.
    pub fn cut_off(self) -> Vec<Event> {
        match self {
            Self::Downloaded(recorder) => DownloadedSession::from(recorder).into_events(),
            Self::Online(recorder) => sent(recorder),
        }
    }
}

/// What a collector sees of it.
fn sent(mut recorder: OnlineRecorder) -> Vec<Event> {
    let mut server = Server::new(|_| Some(204));
    assert!(server.drain(&mut recorder, awake).is_empty());
    assert_eq!(server.sessions.len(), 1);
    server.sessions.remove(0)
}
