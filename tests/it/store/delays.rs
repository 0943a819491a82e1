//! When a session that did not arrive is sent again.

use media_collection::store::{OfflineStore, StoreOptions};

use super::NOW;
use crate::fixtures::stores::{temp_store, temp_store_with, viewing};
use crate::fixtures::with_retry_after;
use crate::recorders::{due_again, due_upload, send_without_response};

#[test]
fn the_delay_doubles_and_is_spread() {
    let options = StoreOptions::default().first_delay(1_000).longest_delay(60_000);
    let store = temp_store_with("upload-delay", options);
    let key = viewing(&store, "a");
    let mut now = NOW;
    for attempt in 0..50_u32 {
        let delay = (1_000_i64 << attempt.min(20)).min(60_000);
        let jitter = [0.0, 1.0, 0.25, f64::NAN, -3.0, 8.0][attempt as usize % 6];
        let upload = due_upload(&store, now);
        assert_eq!((upload.key, upload.attempts), (key, attempt));
        assert_eq!(store.next_upload(i64::MAX).unwrap(), None, "it is on its way");
        assert_eq!(store.due().unwrap(), None, "it is on its way");
        let due = due_again(store.not_sent(upload.ticket, now, jitter).unwrap());
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
    store.retry(key).unwrap();
    assert_eq!(store.next_upload(0).unwrap().map(|upload| upload.attempts), Some(0));
}

#[test]
fn retry_after_is_obeyed() {
    let options = || StoreOptions::default().first_delay(1_000).longest_delay(1_000);
    let store = temp_store_with("upload-retry-after", options());
    let key = viewing(&store, "a");
    let ask = |store: &OfflineStore, status: u16, value: &str| {
        store.retry(key).unwrap();
        let upload = due_upload(store, NOW);
        let response = with_retry_after(status, value);
        due_again(store.responded(upload.ticket, &response, NOW, 1.0).unwrap())
    };
    assert_eq!(ask(&store, 429, "120"), NOW + 120_000);
    assert_eq!(ask(&store, 503, "120"), NOW + 120_000);
    // Less than the delay, or nonsense: the delay holds.
    assert_eq!(ask(&store, 503, "0"), NOW + 1_000);
    assert_eq!(ask(&store, 503, "soon"), NOW + 1_000);
    assert_eq!(ask(&store, 503, "99999999999999999999999"), NOW + 1_000);
    assert_eq!(ask(&store, 503, &u64::MAX.to_string()), NOW + 1_000);
    // Half an hour from now; and years, of which a day is believed.
    assert_eq!(ask(&store, 503, "Tue, 14 Nov 2023 23:00:00 GMT"), NOW + 1_800_000);
    assert_eq!(ask(&store, 503, "Wed, 18 May 2033 03:33:20 GMT"), NOW + 86_400_000);
    assert_eq!(ask(&store, 503, "Thu, 01 Jan 1970 00:00:00 GMT"), NOW + 1_000);
    // A restart does not forget it.
    assert_eq!(ask(&store, 429, "60"), NOW + 60_000);
    let store = store.reopened_with(options());
    assert_eq!(store.due().unwrap(), Some(NOW + 60_000));
    assert_eq!(store.next_upload(NOW + 59_999).unwrap(), None);
}

/// A clock that was years ahead for a while does not hold everything up for years.
#[test]
fn a_clock_that_was_wrong_is_forgiven() {
    let store = temp_store("upload-clock");
    let key = viewing(&store, "a");
    let hour = 3_600_000;
    let ahead = NOW + 9_000 * hour;
    due_again(send_without_response(&store, ahead));
    // However far it is set back, the wait is never longer than it was meant to be.
    let wait = store.due().unwrap().unwrap() - ahead;
    assert!(wait <= 5_000);
    for now in [ahead - 1, ahead - hour, NOW] {
        assert_eq!(store.next_upload(now).unwrap(), None);
        assert_eq!(store.due().unwrap(), Some(now + wait));
    }
    let store = store.reopened();
    let now = NOW + wait;
    let upload = due_upload(&store, now);
    assert_eq!(upload.key, key);
    assert_eq!(due_again(store.not_sent(upload.ticket, now, 1.0).unwrap()), now + 10_000);
    assert_eq!(store.next_upload(now + 9_999).unwrap(), None);
}

/// Delays are over when the network is back, also those that the collector asked for: what asked may
/// not have been the collector.
#[test]
fn hurry_overrides_every_wait() {
    let store = temp_store("upload-hurry");
    viewing(&store, "episode");
    for _ in 0..5 {
        // It is due at once.
        assert!(due_again(send_without_response(&store, NOW)) > NOW);
        assert_eq!(store.next_upload(NOW).unwrap(), None);
        store.hurry().unwrap();
    }
    let upload = due_upload(&store, NOW);
    assert_eq!(upload.attempts, 5);
    let response = with_retry_after(429, "3600");
    let asked = due_again(store.responded(upload.ticket, &response, NOW, 0.0).unwrap());
    assert_eq!(asked, NOW + 3_600_000);
    assert_eq!(store.due().unwrap(), Some(asked));
    assert_eq!(store.next_upload(asked - 1).unwrap(), None);
    store.hurry().unwrap();
    assert_eq!(store.due().unwrap(), Some(0));
    assert!(store.next_upload(NOW).unwrap().is_some());
}

#[test]
fn a_late_failure_of_an_upload_is_no_further_attempt() {
    let store = temp_store_with("late-failure", StoreOptions::default().max_attempts(2));
    viewing(&store, "a");
    let upload = due_upload(&store, NOW);
    let _ = store.not_sent(upload.ticket, NOW, 0.5).unwrap();
    let late = store.responded(upload.ticket, &with_retry_after(503, "60"), NOW, 0.5).unwrap();
    assert_eq!(due_again(late), NOW + 60_000, "it is told how long to wait");
    assert_eq!(due_upload(&store, NOW + 60_000).attempts, 1);
}
