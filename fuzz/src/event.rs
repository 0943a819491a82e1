//! One event, read from anything.

use media_collection::{DecodeError, Event, Policy};

pub fn run(text: &[u8]) {
    let strict = Event::decode(text, &Policy::strict());
    let tolerant = Event::decode(text, &Policy::tolerant());
    if let Ok(event) = &strict {
        assert_eq!(tolerant.as_ref(), Ok(event), "a tolerant reader reads what a strict one does");
    }
    for (read, policy) in [(&strict, Policy::strict()), (&tolerant, Policy::tolerant())] {
        match read {
            Ok(event) => comes_back(event, &policy),
            Err(error) => explained(error),
        }
    }
    // serde's own way is as strict, but knows no strings that Rust does not.
    if let Ok(event) = serde_json::from_slice::<Event>(text) {
        assert_eq!(strict.as_ref(), Ok(&event), "serde reads no more than `decode`");
    }
}

/// What was read is written, and reads as the same.
pub fn comes_back(event: &Event, policy: &Policy) {
    let written = event.encode().expect("what was read can be written");
    let again = Event::decode(&written, policy).expect("what was written can be read");
    assert_eq!(&again, event, "an event comes back as it was");
    assert_eq!(again.encode().as_ref(), Ok(&written), "the same event is the same text");
    let _ = (event.check(), format!("{event:?}"), event.event_name());
}

/// A refusal says why.
pub fn explained(error: &DecodeError) {
    assert!(error.violations().first().is_some(), "{error}: no violation");
    let _ = format!("{error:?}");
}
