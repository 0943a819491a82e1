//! Random sessions for property tests.

use quickcheck::{Arbitrary, Gen};

use super::downloaded::DownloadedSession;
use super::raw::RawSession;
use super::recorder::Recorder;
use crate::event::{Event, SessionStart};

/// A session that is worth sending: no event of it is rejected or lost.
impl Arbitrary for DownloadedSession {
    fn arbitrary(source: &mut Gen) -> Self {
        let mut start = SessionStart::arbitrary(source);
        // In the years 2017 to 2085.
        let mut ts = 1_500_000_000_000 + i64::from(u32::arbitrary(source)) * 500;
        start.player_time.set_ts(ts);
        let mut recorder = Recorder::downloaded(start);
        for mut event in Vec::<Event>::arbitrary(source) {
            ts += 1 + i64::from(u16::arbitrary(source));
            event.player_time.set_ts(ts);
            // What the order does not allow is left out.
            let _ = recorder.record(event);
        }
        let mut end = recorder.last();
        end.set_ts(ts + 1);
        let Ok(_) = recorder.abandon(end);
        recorder.into_session()
    }

    /// Leaves out events from the end on.
    fn shrink(&self) -> Box<dyn Iterator<Item = Self>> {
        let session = self.clone();
        let length = self.len();
        let shorter = (0..self.events().len()).map(move |count| {
            let mut recorder = Recorder::downloaded(session.start().clone());
            for event in &session.events()[..count] {
                recorder.append_timed(event.clone());
            }
            let Ok(_) = recorder.abandon(recorder.last());
            recorder.into_session()
        });
        // What has to be closed instead may be as long.
        Box::new(shorter.filter(move |session| session.len() < length))
    }
}

/// Any events, in any order.
impl Arbitrary for RawSession {
    fn arbitrary(source: &mut Gen) -> Self {
        Vec::arbitrary(source).into()
    }

    fn shrink(&self) -> Box<dyn Iterator<Item = Self>> {
        Box::new(self.events().to_vec().shrink().map(Self::from))
    }
}
