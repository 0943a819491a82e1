//! The online recorder against a collector that responds badly, or not at all.

mod alike;
mod bounds;
mod clock;
mod giving_up;
mod interleavings;
mod losses;
mod over;
mod random;
mod reopening;
mod responses;
mod tickets;
mod time_limits;

use crate::fixtures::collector::{Asked, Server};
use crate::fixtures::viewing::{rich, start};
use crate::recorders::{self, OnlineRecorder};
use crate::scenario::Scenario;

/// A recorder of all that, of which nothing has been sent.
fn recorder() -> OnlineRecorder {
    rich().into_iter().fold(Scenario::from(start()), Scenario::then).online()
}

/// Records all events and sends them as the script has it: `together` when all are recorded,
/// otherwise each at once.
fn run<'a>(
    together: bool,
    asleep: fn(OnlineRecorder) -> OnlineRecorder,
    script: impl FnMut(&Asked) -> Option<u16> + 'a,
) -> Server<'a> {
    let mut server = Server::new(script);
    let mut recorder = recorders::online(start());
    for event in rich() {
        recorder.record(event).unwrap();
        if !together {
            assert_eq!(server.drain(&mut recorder, asleep), []);
        }
    }
    assert_eq!(server.drain(&mut recorder, asleep), []);
    assert!(recorder.is_done());
    assert_eq!(recorder.reopened() as usize + 1, server.sessions.len());
    server
}
