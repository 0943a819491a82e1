//! A collector that opens sessions and loses them: few are opened, with growing waits, and the
//! recorder stops. In memory and in a store.

use media_collection::Event;
use media_collection::recorder::Outcome;

use crate::fixtures::collector::{assert_nothing_lost, mark, marked};
use crate::fixtures::viewing::{ending, rich, start};
use crate::fixtures::{BEGAN, at, opened, response, with_retry_after};
use crate::recorders::sender::{Next, Request, Sender};

/// What a collector saw.
#[derive(Default)]
struct Log {
    /// When each session was opened, and what it accepted, its start first.
    sessions: Vec<(i64, Vec<Event>)>,
    requests: usize,
    stopped: bool,
    now: i64,
}

impl Log {
    fn waits(&self) -> Vec<i64> {
        self.sessions.windows(2).map(|pair| pair[1].0 - pair[0].0).collect()
    }

    fn events(&self) -> Vec<Vec<Event>> {
        self.sessions.iter().map(|(_, events)| events.clone()).collect()
    }
}

/// Sends until nothing is left, or it stops. `script` says what comes for an event; `id` is the
/// session's id.
fn run(
    sender: &mut Sender,
    log: &mut Log,
    id: impl Fn(usize) -> usize,
    mut script: impl FnMut(&Request, &[Event]) -> Option<u16>,
) {
    log.stopped = false;
    for _ in 0..20_000 {
        match sender.next(log.now) {
            Next::Send(request) => {
                log.requests += 1;
                let event = request.event();
                let response = if request.is_start() {
                    log.sessions.push((log.now, vec![event]));
                    Some(opened(id(log.sessions.len() - 1)))
                } else {
                    let (_, taken) = log.sessions.last_mut().unwrap();
                    let code = script(&request, taken);
                    if code == Some(204) {
                        taken.push(event);
                    }
                    code.map(response)
                };
                match response {
                    Some(response) => drop(sender.responded(request.ticket, &response, log.now)),
                    None => drop(sender.not_sent(request.ticket, log.now)),
                }
            }
            Next::Wait(until) => {
                assert!(until > log.now);
                log.now = until;
            }
            Next::Nothing => return,
            Next::Stopped => {
                log.stopped = true;
                return;
            }
        }
    }
    panic!("no end of requests");
}

fn with_rich(test: impl Fn(&mut Sender)) {
    for mut sender in Sender::both(&start()) {
        rich().into_iter().for_each(|event| sender.record(event));
        test(&mut sender);
    }
}

#[test]
fn a_collector_that_knows_no_session_gets_few() {
    for code in [404, 410] {
        // Each start may get the same id again.
        for id in [|_| 0, |session| session] {
            with_rich(|sender| {
                let mut log = Log { now: BEGAN, ..Log::default() };
                run(sender, &mut log, id, |_, _| Some(code));
                assert!(log.stopped);
                assert_eq!(log.sessions.len(), 6);
                // Each is asked twice before it is believed lost.
                assert_eq!(log.requests, 6 * 3);
                let waits = log.waits();
                assert!(waits[0] <= 5_000, "the first is replaced soon: {waits:?}");
                assert!(waits.is_sorted() && waits[4] > 60_000, "{waits:?}");
                // A restart changes nothing, however late.
                sender.restart();
                log.now += 100_000_000;
                assert!(matches!(sender.next(log.now), Next::Stopped));

                // The collector works again.
                log.sessions.clear();
                sender.try_again();
                run(sender, &mut log, id, |_, _| Some(204));
                assert!(sender.is_done());
                assert_eq!(log.sessions.len(), 1);
                let mut sessions = log.events();
                // It is a new session in place of one that got nothing.
                sessions.insert(0, vec![start().into()]);
                assert_nothing_lost(&sessions, &rich());
            });
        }
    }
}

#[test]
fn an_id_that_is_not_known_everywhere_yet_is_asked_again() {
    with_rich(|sender| {
        let mut log = Log { now: BEGAN, ..Log::default() };
        let mut lost = None;
        // The first response to each event is 404.
        run(
            sender,
            &mut log,
            |session| session,
            |request, _| {
                let number = mark(&request.event());
                if std::mem::replace(&mut lost, number) == number { Some(204) } else { Some(404) }
            },
        );
        assert!(!log.stopped);
        assert_eq!(log.sessions.len(), 1);
        let all = log.events().remove(0).len() - 1;
        // The first closing event that is not known ends it.
        assert_eq!(all, ending());
    });
}

#[test]
fn what_restores_a_session_does_not_count_as_taken() {
    with_rich(|sender| {
        let mut log = Log { now: BEGAN, ..Log::default() };
        // Some events, then only those that restore.
        run(
            sender,
            &mut log,
            |session| session,
            |request, taken| {
                let is_recorded = mark(&request.event()).is_some();
                Some(if is_recorded && (taken.len() > 17 || taken[0].player_time.ts > BEGAN) {
                    404
                } else {
                    204
                })
            },
        );
        assert!(log.stopped);
        assert_eq!(log.sessions.len(), 7, "one that lasted, and six that did not");
    });
}

#[test]
fn a_session_for_each_event_is_not_opened_either() {
    with_rich(|sender| {
        let mut log = Log { now: BEGAN, ..Log::default() };
        let script = |request: &Request, taken: &[Event]| {
            let has_taken = taken.iter().any(|event| mark(event).is_some());
            let is_recorded = mark(&request.event()).is_some();
            Some(if is_recorded && has_taken { 404 } else { 204 })
        };
        run(sender, &mut log, |session| session, script);
        assert!(log.stopped);
        assert_eq!(log.sessions.len(), 6);
        assert!(*log.waits().last().unwrap() > 60_000, "{:?}", log.waits());
        // Whoever insists gets there, with nothing lost.
        while log.stopped {
            sender.try_again();
            run(sender, &mut log, |session| session, script);
        }
        assert!(sender.is_done());
        let taken = log.events().concat();
        let numbers: Vec<_> = taken.iter().filter_map(mark).collect();
        assert_eq!(numbers, (0..ending()).collect::<Vec<_>>());
    });
}

#[test]
fn a_session_that_lasts_is_replaced_at_once_however_often() {
    for mut sender in Sender::both(&start()) {
        let mut log = Log { now: BEGAN, ..Log::default() };
        for number in 0..200 {
            sender.record(marked(Event::ping(at(number + 1)), number as usize));
        }
        run(
            &mut sender,
            &mut log,
            |session| session,
            |_, taken| Some(if taken.iter().filter_map(mark).count() >= 10 { 404 } else { 204 }),
        );
        assert!(!log.stopped);
        assert_eq!(log.sessions.len(), 20);
        assert!(log.waits().iter().all(|wait| *wait < 5_000), "{:?}", log.waits());
    }
}

#[test]
fn starts_without_an_id_are_bounded_too() {
    with_rich(|sender| {
        let (mut now, mut starts) = (BEGAN, 0);
        for _ in 0..1_000 {
            match sender.next(now) {
                Next::Send(request) => {
                    assert!(request.is_start());
                    starts += 1;
                    drop(sender.responded(request.ticket, &response(201), now));
                }
                Next::Wait(until) => now = until,
                Next::Stopped => break,
                Next::Nothing => panic!("the start waits"),
            }
        }
        assert_eq!(starts, 6, "each opens a session");
        assert!(matches!(sender.next(now + 1_000_000), Next::Stopped));
    });
}

#[test]
fn a_clock_that_is_set_back_makes_no_wait_longer() {
    with_rich(|sender| {
        let hour = 3_600_000;
        let Next::Send(request) = sender.next(BEGAN) else { panic!("the start") };
        let Outcome::Kept { due, .. } = sender.not_sent(request.ticket, BEGAN) else {
            panic!("it is kept")
        };
        let now = BEGAN - 5 * hour;
        let Next::Wait(until) = sender.next(now) else { panic!("it waits") };
        assert_eq!(until - now, due - BEGAN);
        let Next::Send(request) = sender.next(until) else { panic!("it is due") };

        // What the collector asked for is not forgotten, and not longer.
        drop(sender.responded(request.ticket, &with_retry_after(503, "3600"), until));
        let now = until - 5 * hour;
        let Next::Wait(until) = sender.next(now) else { panic!("it waits") };
        assert_eq!(until - now, hour);
        assert!(matches!(sender.next(until), Next::Send(_)));
    });
}
