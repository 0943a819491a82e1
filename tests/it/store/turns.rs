//! Whose turn it is: one session that is never taken does not hold up the others, and an outage
//! costs few requests.

use std::collections::BTreeMap;

use media_collection::Event;
use media_collection::recorder::Outcome;
use media_collection::store::{OfflineStore, StoreOptions, Upload};

use super::NOW;
use crate::fixtures::stores::{content, temp_store, temp_store_with, viewing};
use crate::fixtures::viewing::start;
use crate::fixtures::{at, opened, response, with_retry_after};
use crate::recorders::{begin_online, due_again, send};

const HOUR: i64 = 3_600_000;

/// Sends for so long; the script says what comes for each title. Returns how often each was sent,
/// and when each arrived.
fn run(
    store: &OfflineStore,
    from: i64,
    until: i64,
    mut script: impl FnMut(&Upload, &str) -> Option<u16>,
) -> (BTreeMap<String, usize>, BTreeMap<String, i64>) {
    let (mut sent, mut arrived) = (BTreeMap::new(), BTreeMap::new());
    let mut now = from;
    for _ in 0..100_000 {
        let Some(upload) = store.next_upload(now).unwrap() else {
            match store.due().unwrap().filter(|due| *due < until) {
                Some(due) => {
                    assert!(due > now, "what is due is handed out");
                    now = due;
                    continue;
                }
                None => return (sent, arrived),
            }
        };
        let title = content(upload.call.body());
        *sent.entry(title.clone()).or_insert(0) += 1;
        let outcome = match script(&upload, &title) {
            Some(code) => store.responded(upload.ticket, &response(code), now, 0.5),
            None => store.not_sent(upload.ticket, now, 0.5),
        };
        if outcome.unwrap() == Outcome::Arrived {
            arrived.insert(title, now);
        }
    }
    panic!("no end of requests");
}

#[test]
fn sessions_that_are_never_taken_do_not_hold_up_the_others() {
    for (poisoned, code) in [(1, Some(403)), (2, Some(500)), (6, None)] {
        for max_in_flight in [1, 3] {
            let options = StoreOptions::default().max_in_flight(max_in_flight);
            let store = temp_store_with("turns-poison", options);
            for number in 0..poisoned {
                viewing(&store, &format!("poison-{number}"));
            }
            for number in 0..5 {
                viewing(&store, &format!("fine-{number}"));
            }
            let script = |_: &Upload, title: &str| {
                if title.starts_with("poison") { code } else { Some(201) }
            };
            let (sent, arrived) = run(&store, NOW, NOW + 3 * 24 * HOUR, script);
            assert_eq!(arrived.len(), 5, "{poisoned}, {code:?}");
            assert!(arrived.values().all(|at| at - NOW < HOUR), "{arrived:?}");
            // They are tried again and again, and told as waiting.
            assert!(sent["poison-0"] > 20, "{sent:?}");
            assert_eq!(store.stats().unwrap().pending, poisoned);
            // One that is recorded later does not wait for them either.
            viewing(&store, "later");
            let later = NOW + 4 * 24 * HOUR;
            let (_, arrived) = run(&store, later, later + 2 * HOUR, script);
            assert!(arrived["later"] - later <= HOUR);
        }
    }
}

#[test]
fn an_outage_costs_as_few_requests_for_many_sessions_as_for_one() {
    for code in [None, Some(403), Some(503)] {
        let requests = [1, 100].map(|sessions| {
            let store = temp_store("turns-outage");
            for number in 0..sessions {
                viewing(&store, &format!("episode-{number}"));
            }
            let (sent, _) = run(&store, NOW, NOW + 24 * HOUR, |_, _| code);
            let requests: usize = sent.values().sum();
            // It ends, and all arrive soon.
            let (_, arrived) = run(&store, NOW + 24 * HOUR, NOW + 26 * HOUR, |_, _| Some(201));
            assert_eq!(arrived.len(), sessions);
            requests
        });
        let [one, many] = requests;
        assert!(many <= 2 * one, "{requests:?}");
    }
}

#[test]
fn one_that_fails_a_few_times_keeps_its_turn() {
    let store = temp_store("turns-patience");
    let [first, second] = ["a", "b"].map(|title| viewing(&store, title));
    let mut now = NOW;
    for _ in 0..2 {
        now = due_again(send(&store, &response(500), now));
        assert_eq!(store.next_upload(now - 1).unwrap(), None);
    }
    let third = store.next_upload(now).unwrap().unwrap();
    assert_eq!((third.key, third.attempts), (first, 2));
    due_again(store.responded(third.ticket, &response(500), now, 0.5).unwrap());
    // Now the other has its turn, at once.
    assert_eq!(store.next_upload(now).unwrap().unwrap().key, second);
}

#[test]
fn the_last_reason_is_kept_of_what_is_given_up() {
    let options = || StoreOptions::default().max_attempts(4);
    for (code, status) in [(Some(403), 403), (Some(503), 503), (Some(404), 404), (None, 0)] {
        let store = temp_store_with("turns-given-up", options());
        let key = viewing(&store, "poison");
        viewing(&store, "fine");
        let script = |_: &Upload, title: &str| if title == "poison" { code } else { Some(201) };
        let (sent, arrived) = run(&store, NOW, NOW + 24 * HOUR, script);
        assert_eq!((sent["poison"], arrived.len()), (4, 1));
        let store = store.reopened_with(options());
        let rejected = store.rejected().unwrap();
        assert_eq!((rejected[0].key, rejected[0].status), (key, status));
        assert!(rejected[0].message.is_some());
        assert_eq!(store.sessions().unwrap()[0].attempts, 4);
        // Not deleted, and sent again when somebody asks for it.
        store.retry(key).unwrap();
        let (_, arrived) = run(&store, NOW, NOW + 24 * HOUR, |_, _| Some(201));
        assert_eq!(arrived.len(), 1);
    }
}

#[test]
fn what_fails_of_one_kind_does_not_hold_up_the_other() {
    let store = temp_store("turns-kinds");
    viewing(&store, "downloaded");
    let mut online = begin_online(&store, start()).unwrap();
    online.play(at(1)).unwrap();
    // The collector has no downloaded endpoint.
    due_again(send(&store, &response(404), NOW));
    let opening = store.next_upload(NOW).unwrap().unwrap();
    assert_eq!(opening.key, online.key());
    drop(store.responded(opening.ticket, &opened(0), NOW, 0.5).unwrap());
    let play = store.next_upload(NOW).unwrap().unwrap();
    assert!(play.call.path().ends_with("/events"));
}

#[test]
fn online_sessions_keep_their_own_order_and_do_not_hold_up_each_other() {
    let store = temp_store("turns-online");
    let mut recorders: Vec<_> = (0..3).map(|_| begin_online(&store, start()).unwrap()).collect();
    for recorder in &mut recorders {
        recorder.play(at(1)).unwrap();
        recorder.record(Event::ping(at(11))).unwrap();
        recorder.abandon(at(20)).unwrap();
    }
    let poison = recorders[0].key();
    drop(recorders);
    let (mut now, mut seen) = (NOW, BTreeMap::<_, Vec<String>>::new());
    while let Some(due) = store.due().unwrap().filter(|due| *due < NOW + 2 * HOUR) {
        now = now.max(due);
        let Some(upload) = store.next_upload(now).unwrap() else { continue };
        let event = Event::decode(upload.call.body(), &Default::default()).unwrap();
        let is_start = event.event_name() == "sessionStart";
        let code = match (upload.key == poison, is_start) {
            (true, false) => response(500),
            (_, true) => opened(upload.key.number() as usize),
            (false, false) => response(204),
        };
        if upload.key != poison {
            seen.entry(upload.key).or_default().push(event.event_name().to_owned());
        }
        drop(store.responded(upload.ticket, &code, now, 0.5).unwrap());
    }
    assert_eq!(seen.len(), 2);
    for events in seen.values() {
        assert_eq!(events, &["sessionStart", "play", "ping", "sessionEnd"]);
    }
    assert_eq!(store.sessions().unwrap().len(), 1);
}

#[test]
fn what_asks_for_years_is_believed_for_a_day_or_as_the_options_say() {
    let day = 24 * HOUR;
    for (options, longest) in [
        (StoreOptions::default(), day),
        (StoreOptions::default().max_retry_after(HOUR), HOUR),
        (StoreOptions::default().max_retry_after(40 * day), 40 * day),
    ] {
        let store = temp_store_with("turns-retry-after", options);
        viewing(&store, "one");
        viewing(&store, "two");
        for value in ["315360000", "Mon, 18 May 2093 03:33:20 GMT"] {
            let due = due_again(send(&store, &with_retry_after(503, value), NOW));
            assert_eq!(due, NOW + longest);
            assert_eq!(store.due().unwrap(), Some(due));
            assert_eq!(store.next_upload(due - 1).unwrap(), None);
            store.hurry().unwrap();
            assert_eq!(store.due().unwrap(), Some(0));
        }
        assert!(store.next_upload(NOW).unwrap().is_some());
    }
}
