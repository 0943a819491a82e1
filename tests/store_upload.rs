//! Answers of every kind to uploads: nothing is lost, and nothing is sent out of order.

mod common;

use common::Random;
use common::stored::{BEGAN, SECRET, answer, at, content, events, start, viewing};
use media_collection::store::{
    Endpoint, OfflineStore, Sent, SessionState, StoreError, StoreOptions,
};
use media_collection::{Event, ResponseError, http};

const NOW: i64 = BEGAN + 1_000_000;

fn store(name: &str, options: StoreOptions) -> OfflineStore {
    OfflineStore::open_with(common::folder(name).join("sessions.redb"), options).unwrap()
}

fn kept(sent: Sent) -> i64 {
    match sent {
        Sent::Kept { due, .. } => due,
        other => panic!("{other:?}"),
    }
}

fn with_retry_after(status: u16, value: &str) -> http::Response<Vec<u8>> {
    let mut response = answer(status);
    response.headers_mut().insert("retry-after", value.parse().unwrap());
    response
}

/// A collector that fails in every way for a while, then works; the app restarts at any step.
#[test]
fn every_session_arrives_in_order_whatever_happens() {
    for seed in 0..8 {
        let mut random = Random(seed);
        let path = common::folder(&format!("upload-all-{seed}")).join("sessions.redb");
        let mut store = OfflineStore::open(&path).unwrap();
        let names: Vec<String> = (0..6).map(|number| format!("episode-{number}")).collect();
        for name in &names {
            viewing(&store, name);
        }
        let mut arrived: Vec<String> = Vec::new();
        let mut lost_answers = 0;
        let mut now = NOW;
        for step in 0..400 {
            if random.below(4) == 0 {
                drop(store);
                store = OfflineStore::open(&path).unwrap();
            }
            let Some(upload) = store.next_upload(now).unwrap() else {
                match store.due().unwrap() {
                    Some(due) => now = now.max(due),
                    None => break,
                }
                continue;
            };
            if random.below(6) == 0 {
                // The process is killed while it sends, or before.
                drop(store);
                store = OfflineStore::open(&path).unwrap();
                continue;
            }
            let name = content(upload.call.body());
            let fails = step < 200;
            let sent = match random.below(if fails { 12 } else { 1 }) {
                0 => {
                    arrived.push(name);
                    store.uploaded(upload.id, &answer(201), now, 0.5)
                }
                1 => {
                    // It arrived, and the answer was lost.
                    arrived.push(name);
                    lost_answers += 1;
                    store.not_sent(upload.id, now, 0.5)
                }
                2 => store.not_sent(upload.id, now, 0.5),
                3 => store.uploaded(upload.id, &with_retry_after(429, "7"), now, 0.5),
                other => {
                    let status = [200, 204, 301, 404, 405, 408, 500, 503][other as usize - 4];
                    store.uploaded(upload.id, &answer(status), now, 0.5)
                }
            };
            assert!(!matches!(sent, Ok(Sent::SetAside { .. }) | Err(_)), "{sent:?}");
        }
        assert_eq!(store.stats().unwrap().pending, 0);
        let repeated = arrived.len() - names.len();
        assert_eq!(repeated, lost_answers, "twice only where an answer was lost");
        // In order: a session comes after all those before it have come.
        arrived.dedup();
        assert_eq!(arrived, names);
    }
}

#[test]
fn the_delay_doubles_and_is_spread() {
    let options = StoreOptions::default().first_delay(1_000).longest_delay(60_000);
    let store = store("upload-delay", options);
    let id = viewing(&store, "a");
    let mut now = NOW;
    for attempt in 0..50_u32 {
        let delay = (1_000_i64 << attempt.min(20)).min(60_000);
        let jitter = [0.0, 1.0, 0.25, f64::NAN, -3.0, 8.0][attempt as usize % 6];
        let upload = store.next_upload(now).unwrap().expect("it is due");
        assert_eq!((upload.id, upload.attempts), (id, attempt));
        assert_eq!(store.next_upload(i64::MAX).unwrap(), None, "it is on its way");
        assert_eq!(store.due().unwrap(), None, "it is on its way");
        let due = kept(store.not_sent(id, now, jitter).unwrap());
        let expected = match attempt % 6 {
            0 | 4 => delay / 2,
            2 => delay / 2 + delay / 8,
            _ => delay,
        };
        assert_eq!(due, now + expected, "attempt {attempt}");
        assert_eq!(store.due().unwrap(), Some(due));
        assert_eq!(store.next_upload(due - 1).unwrap(), None);
        now = due;
    }
    // At once, if somebody asks for it.
    store.retry(id).unwrap();
    assert_eq!(store.next_upload(0).unwrap().map(|upload| upload.attempts), Some(0));
}

#[test]
fn retry_after_is_obeyed() {
    let path = common::folder("upload-retry-after").join("sessions.redb");
    let options = || StoreOptions::default().first_delay(1_000).longest_delay(1_000);
    let store = OfflineStore::open_with(&path, options()).unwrap();
    let id = viewing(&store, "a");
    let tell = |store: &OfflineStore, status: u16, value: &str| {
        store.retry(id).unwrap();
        store.next_upload(NOW).unwrap().expect("it is due");
        kept(store.uploaded(id, &with_retry_after(status, value), NOW, 1.0).unwrap())
    };
    assert_eq!(tell(&store, 429, "120"), NOW + 120_000);
    assert_eq!(tell(&store, 503, "120"), NOW + 120_000);
    // Less than the delay, or nonsense: the delay holds.
    assert_eq!(tell(&store, 503, "0"), NOW + 1_000);
    assert_eq!(tell(&store, 503, "soon"), NOW + 1_000);
    assert_eq!(tell(&store, 503, "99999999999999999999999"), NOW + 1_000);
    assert_eq!(tell(&store, 503, &u64::MAX.to_string()), NOW + 1_000);
    // 2033-05-18 03:33:20 GMT
    assert_eq!(tell(&store, 503, "Wed, 18 May 2033 03:33:20 GMT"), 2_000_000_000_000);
    assert_eq!(tell(&store, 503, "Thu, 01 Jan 1970 00:00:00 GMT"), NOW + 1_000);
    // A restart does not forget it.
    assert_eq!(tell(&store, 429, "60"), NOW + 60_000);
    drop(store);
    let store = OfflineStore::open_with(&path, options()).unwrap();
    assert_eq!(store.due().unwrap(), Some(NOW + 60_000));
    assert_eq!(store.next_upload(NOW + 59_999).unwrap(), None);
}

/// A clock that was years ahead for a while does not hold everything up for years.
#[test]
fn a_clock_that_was_wrong_is_forgiven() {
    let store = store("upload-clock", StoreOptions::default());
    let id = viewing(&store, "a");
    let hour = 3_600_000;
    let ahead = NOW + 9_000 * hour;
    store.next_upload(ahead).unwrap().unwrap();
    store.not_sent(id, ahead, 1.0).unwrap();
    // A little back is no reason.
    assert_eq!(store.next_upload(ahead - hour).unwrap(), None);
    assert_eq!(store.next_upload(NOW).unwrap().unwrap().id, id);
    assert_eq!(kept(store.not_sent(id, NOW, 1.0).unwrap()), NOW + 10_000);
    assert_eq!(store.next_upload(NOW + 9_999).unwrap(), None);
}

#[test]
fn a_session_that_waits_holds_up_those_behind_it() {
    let store = store("upload-order", StoreOptions::default());
    let (first, second) = (viewing(&store, "a"), viewing(&store, "b"));
    store.next_upload(NOW).unwrap().unwrap();
    let due = kept(store.uploaded(first, &answer(500), NOW, 1.0).unwrap());
    assert_eq!(store.next_upload(NOW).unwrap(), None);
    assert_eq!(store.next_upload(due).unwrap().unwrap().id, first);
    store.uploaded(first, &answer(201), due, 1.0).unwrap();
    assert_eq!(store.next_upload(due).unwrap().unwrap().id, second);
}

#[test]
fn as_many_as_allowed_are_on_their_way() {
    let store = store("upload-many", StoreOptions::default().max_in_flight(3));
    let ids: Vec<_> = (0..5).map(|_| viewing(&store, "a")).collect();
    let out: Vec<_> = (0..3).map(|_| store.next_upload(NOW).unwrap().unwrap().id).collect();
    assert_eq!(out, ids[..3]);
    assert_eq!((store.next_upload(NOW).unwrap(), store.due().unwrap()), (None, None));
    store.uploaded(ids[1], &answer(201), NOW, 0.0).unwrap();
    assert_eq!(store.next_upload(NOW).unwrap().unwrap().id, ids[3]);
    // What comes back is due before what was never sent.
    store.not_sent(ids[0], NOW, 0.0).unwrap();
    assert_eq!(store.next_upload(NOW).unwrap(), None);
    assert_eq!(store.next_upload(NOW + 3_600_000).unwrap().unwrap().id, ids[0]);
}

#[test]
fn what_is_refused_is_set_aside_with_the_reasons() {
    let path = common::folder("upload-refused").join("sessions.redb");
    let store = OfflineStore::open(&path).unwrap();
    let mut session = store.begin(start("odd")).unwrap();
    // Written as it is told; the documents know no such member.
    let odd = br#"{"eventType":"ping","playerTime":{"playhead":1,"ts":1700000001000},"mood":"x"}"#;
    let odd = Event::decode(odd, &media_collection::Policy::tolerant()).unwrap();
    session.append(odd).unwrap();
    let id = session.finish(at(60)).unwrap();
    let behind = viewing(&store, "behind");

    let mut response = answer(400);
    *response.body_mut() = br#"{"message":"no","violations":[{"pointer":"/1/mood"}]}"#.to_vec();
    assert_eq!(store.next_upload(NOW).unwrap().unwrap().id, id);
    let sent = store.uploaded(id, &response, NOW, 0.5).unwrap();
    let Sent::SetAside { reason: ResponseError::Rejected { .. } } = sent else {
        panic!("{sent:?}")
    };

    // It survives a restart, and does not hold up the next.
    drop(store);
    let store = OfflineStore::open(&path).unwrap();
    assert_eq!(store.next_upload(i64::MAX).unwrap().unwrap().id, behind);
    store.uploaded(behind, &answer(201), NOW, 0.5).unwrap();
    assert_eq!(store.due().unwrap(), None);
    let refused = store.refused().unwrap();
    assert_eq!(refused.len(), 1);
    let refused = &refused[0];
    assert_eq!((refused.id, refused.status, refused.refused_at), (id, 400, NOW));
    assert_eq!(refused.message.as_deref(), Some("no"));
    assert_eq!(refused.reported[0].pointer, "/1/mood");
    assert_eq!(refused.found[0].pointer, "/1/mood");
    assert_eq!(refused.found[0].keyword, "additionalProperties");
    assert_eq!(content(&store.export(id).unwrap()), "odd");

    // Sent again as it is, then repaired, then discarded.
    store.retry(id).unwrap();
    assert!(store.refused().unwrap().is_empty());
    assert_eq!(store.next_upload(NOW).unwrap().unwrap().attempts, 0);
    assert!(matches!(store.retry(id), Err(StoreError::Recording(_))), "it is on its way");
    assert!(matches!(store.repair(id), Err(StoreError::Recording(_))), "it is on its way");
    store.uploaded(id, &answer(422), NOW, 0.5).unwrap();
    assert_eq!(store.refused().unwrap()[0].message, None);
    assert!(store.repair(id).unwrap().is_empty());
    store.next_upload(NOW).unwrap().unwrap();
    store.uploaded(id, &response, NOW, 0.5).unwrap();
    store.discard(id).unwrap();
    assert!(matches!(store.discard(id), Err(StoreError::NoSession(_))));
    assert!(matches!(store.export(id), Err(StoreError::NoSession(_))));
    assert!(store.sessions().unwrap().is_empty());
    assert_eq!(store.stats().unwrap().bytes, 0);
}

/// An event that was written and cannot be read back: nested deeper than any reader goes.
#[test]
fn what_cannot_be_read_holds_up_nothing() {
    let store = store("upload-unreadable", StoreOptions::default());
    let mut deep = serde_json::Value::Null;
    for _ in 0..300 {
        deep = serde_json::Value::Array(vec![deep]);
    }
    let mut event = Event::ping(at(2));
    event.extra_mut().members.insert("deep", deep);
    let mut session = store.begin(start("deep")).unwrap();
    session.play(at(1)).unwrap();
    session.append(event).unwrap();
    let id = session.id();
    drop(session);
    let behind = viewing(&store, "behind");

    assert!(matches!(store.resume(id), Err(StoreError::Damaged(_))));
    // Again: the first attempt has let go of it.
    assert!(matches!(store.resume(id), Err(StoreError::Damaged(_))));
    let upload = store.next_upload(NOW).unwrap().unwrap();
    assert_eq!(upload.id, id);
    assert!(upload.call.body().ends_with(
        b"\"eventType\":\"sessionEnd\",\"playerTime\":{\"playhead\":1,\"ts\":1700000001001}}]"
    ));
    store.uploaded(id, &answer(400), NOW, 0.5).unwrap();
    assert!(!store.refused().unwrap()[0].found.is_empty());
    let body = store.export(id).unwrap();
    assert!(matches!(store.repair(id), Err(StoreError::Damaged(_))));
    assert_eq!(store.export(id).unwrap(), body);
    assert_eq!(store.refused().unwrap().len(), 1);
    assert_eq!(store.next_upload(NOW).unwrap().unwrap().id, behind);
}

#[test]
fn what_a_collector_says_is_capped() {
    let store = store("upload-capped", StoreOptions::default());
    let id = viewing(&store, "a");
    store.next_upload(NOW).unwrap().unwrap();
    let long = "ü".repeat(50_000);
    let list = vec![serde_json::json!({"pointer": long, "message": long}); 500];
    let mut response = answer(400);
    let body = serde_json::json!({"message": long, "violations": list});
    *response.body_mut() = serde_json::to_vec(&body).unwrap();
    store.uploaded(id, &response, NOW, 0.5).unwrap();
    let refused = store.refused().unwrap().remove(0);
    assert_eq!(refused.message.unwrap().chars().count(), 1_001);
    assert_eq!(refused.reported.len(), 100);
    assert_eq!(refused.reported[99].pointer.chars().count(), 1_001);
}

#[test]
fn a_missing_endpoint_is_told_and_the_legacy_one_is_there() {
    let path = common::folder("upload-legacy").join("sessions.redb");
    let store = OfflineStore::open(&path).unwrap();
    let id = viewing(&store, "a");
    for status in [404, 405] {
        let upload = store.next_upload(i64::MAX).unwrap().unwrap();
        assert_eq!(upload.call.path(), "/api/v1/downloaded");
        let sent = store.uploaded(id, &answer(status), NOW, 0.5).unwrap();
        let Sent::Kept { reason: Some(ResponseError::NoEndpoint { .. }), .. } = sent else {
            panic!("{sent:?}")
        };
    }
    drop(store);
    let options = StoreOptions::default().endpoint(Endpoint::Legacy);
    let store = OfflineStore::open_with(&path, options).unwrap();
    let upload = store.next_upload(i64::MAX).unwrap().unwrap();
    assert_eq!(upload.call.path(), "/api/v1/sessions");
    assert_eq!(content(upload.call.body()), "a");
    assert_eq!(store.uploaded(id, &answer(201), NOW, 0.5).unwrap(), Sent::Arrived);
}

#[test]
fn answers_find_only_sessions_that_were_sent() {
    let store = store("upload-stray", StoreOptions::default());
    let mut open = store.begin(start("open")).unwrap();
    let id = open.id();
    // Somebody mistakes the key: what is being recorded is not deleted.
    assert!(matches!(store.uploaded(id, &answer(201), NOW, 0.5), Err(StoreError::Recording(_))));
    assert!(matches!(store.uploaded(id, &answer(400), NOW, 0.5), Err(StoreError::Recording(_))));
    assert!(matches!(store.not_sent(id, NOW, 0.5), Err(StoreError::Recording(_))));
    assert!(matches!(store.discard(id), Err(StoreError::Recording(_))));
    // Ended by hand, but the handle may go on: it is not sent yet.
    open.play(at(1)).unwrap();
    open.session_complete(at(2)).unwrap();
    assert_eq!(store.next_upload(NOW).unwrap(), None);
    open.session_end(at(3)).unwrap();
    drop(open);
    let upload = store.next_upload(NOW).unwrap().unwrap();
    assert_eq!(events(&store, id).len(), 4);
    // Discarded while it is on its way: the answer finds nothing, and does no harm.
    store.discard(upload.id).unwrap();
    for status in [201, 400, 500] {
        let sent = store.uploaded(id, &answer(status), NOW, 0.5);
        assert!(matches!(sent, Err(StoreError::NoSession(_))));
    }
    assert_eq!(store.stats().unwrap().sent, 0);
    // A late answer after the app gave up waiting counts.
    let late = viewing(&store, "late");
    store.next_upload(NOW).unwrap().unwrap();
    store.not_sent(late, NOW, 0.5).unwrap();
    assert_eq!(store.uploaded(late, &answer(201), NOW, 0.5).unwrap(), Sent::Arrived);
    assert_eq!(store.stats().unwrap().sent, 1);
}

#[test]
fn progress_adds_up() {
    let store = store("upload-progress", StoreOptions::default());
    let ids: Vec<_> = (0..3).map(|_| viewing(&store, "a")).collect();
    let open = store.begin(start("open")).unwrap();
    let before = store.stats().unwrap();
    assert_eq!((before.pending, before.open, before.refused, before.sent), (3, 1, 0, 0));
    assert_eq!(before.oldest, Some(BEGAN));
    let body = store.next_upload(NOW).unwrap().unwrap().call.body().len();
    store.uploaded(ids[0], &answer(201), NOW, 0.5).unwrap();
    store.next_upload(NOW).unwrap().unwrap();
    store.uploaded(ids[1], &answer(400), NOW, 0.5).unwrap();
    let after = store.stats().unwrap();
    assert_eq!((after.pending, after.open, after.refused, after.sent), (1, 1, 1, 1));
    // Commas and brackets are not counted.
    assert_eq!(after.sent_bytes, body as u64 - 5);
    assert_eq!(after.bytes + after.sent_bytes, before.bytes);
    assert_eq!(after.pending_bytes, before.pending_bytes / 3);
    drop(open);
}

#[test]
fn a_session_of_a_day_is_what_a_recorder_would_send() {
    use media_collection::Recorder;
    use media_collection::store::Durability;

    const EVENTS: i64 = 86_400;
    let durability = Durability::Grouped { events: 100, millis: 1_000_000_000 };
    let store = store("upload-day", StoreOptions::default().durability(durability));
    let mut session = store.begin(start("day")).unwrap();
    let mut recorder = Recorder::downloaded(start("day"));
    session.play(at(1)).unwrap();
    recorder.play(at(1)).unwrap();
    for second in 2..EVENTS - 1 {
        session.ping(at(second)).unwrap();
        recorder.ping(at(second)).unwrap();
        // No more than a group is ever held.
        assert!(second + 1 - i64::from(session.committed()) < 100);
    }
    let id = session.finish(at(EVENTS)).unwrap();
    let upload = store.next_upload(NOW).unwrap().unwrap();
    assert_eq!(upload.id, id);
    let expected = recorder.finish(at(EVENTS));
    assert_eq!(expected.len() as i64, EVENTS);
    let body = upload.request(&"collector.example.com".parse().unwrap()).into_body();
    assert!(body == expected.encode().unwrap());
    // The body was made at its size, not grown to it.
    assert!(body.capacity() < body.len() + 16);
    assert_eq!(store.sessions().unwrap()[0].events, EVENTS as u32);
}

#[test]
fn nothing_personal_is_shown() {
    let path = common::folder("upload-debug").join("sessions.redb");
    let options = StoreOptions::default()
        .durability(media_collection::store::Durability::Grouped { events: 9, millis: 99_000 });
    let store = OfflineStore::open_with(&path, options).unwrap();
    let mut session = store.begin(start("a")).unwrap();
    let mut shown = String::new();
    let name = media_collection::StateStartParams::new(SECRET);
    session.append(Event::state_start(at(1), name)).unwrap();
    // The event is handed back, with the viewer's id in it.
    let refused = session.append(start("b").into()).unwrap_err();
    shown += &format!("{session:?} {refused:?} {refused} {store:?}");
    let encoded = format!("{:?}", SECRET.as_bytes());
    assert!(!shown.contains(encoded.trim_matches(['[', ']'])));
    let id = session.id();
    shown += &format!("{:?} {:?}", store.resume(id).unwrap_err(), store.sessions().unwrap());
    session.finish(at(60)).unwrap();
    let upload = store.next_upload(NOW).unwrap().unwrap();
    shown += &format!("{upload:?}");
    shown += &format!("{:?}", store.uploaded(id, &answer(400), NOW, 0.5).unwrap());
    shown += &format!("{:?} {:?}", store.refused().unwrap(), store.stats().unwrap());
    assert!(!shown.contains(SECRET), "{shown}");
    assert_eq!(store.sessions().unwrap()[0].state, SessionState::Refused);
}

/// Delays are over when the network is back, but for those that the collector asked for.
#[test]
fn hurry_overrides_delays_and_not_the_collector() {
    let store = store("upload-hurry", StoreOptions::default());
    let id = viewing(&store, "episode");
    for _ in 0..5 {
        let upload = store.next_upload(NOW).unwrap().expect("it is due at once");
        assert!(kept(store.not_sent(upload.id, NOW, 1.0).unwrap()) > NOW);
        assert_eq!(store.next_upload(NOW).unwrap(), None);
        store.hurry().unwrap();
    }
    let upload = store.next_upload(NOW).unwrap().unwrap();
    assert_eq!(upload.attempts, 5);
    let asked = kept(store.uploaded(id, &with_retry_after(429, "3600"), NOW, 0.0).unwrap());
    assert_eq!(asked, NOW + 3_600_000);
    store.hurry().unwrap();
    assert_eq!(store.due().unwrap(), Some(asked));
    assert_eq!(store.next_upload(asked - 1).unwrap(), None);
    assert!(store.next_upload(asked).unwrap().is_some());
}
