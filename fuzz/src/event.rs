//! One event, read from anything.

use std::fmt::Debug;

use media_collection::error::DecodeError;
use media_collection::{Event, Policy, Tolerant};

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
    let by_serde = serde_json::from_slice::<Event>(text);
    let by_serde_tolerant = serde_json::from_slice::<Tolerant<Event>>(text);
    same_as_serde(text, &strict, &by_serde);
    same_as_serde(text, &tolerant, &by_serde_tolerant.map(|Tolerant(event)| event));
}

/// `decode` has a quick way for plain texts, serde has not: what they read is the same to the last
/// bit. Half a surrogate pair, in an escape, is for `decode` alone.
pub fn same_as_serde<T: PartialEq + Debug>(
    text: &[u8],
    decoded: &Result<T, DecodeError>,
    by_serde: &serde_json::Result<T>,
) {
    match (decoded, by_serde) {
        (Ok(decoded), Ok(by_serde)) => {
            assert_eq!(decoded, by_serde);
            // The sign of a zero as well.
            assert_eq!(format!("{decoded:?}"), format!("{by_serde:?}"));
        }
        (Err(_), Err(_)) => {}
        (Ok(_), Err(error)) => {
            let has_escapes = text.windows(2).any(|two| two == br"\u");
            assert!(has_escapes, "serde refuses what `decode` reads: {error}");
        }
        (Err(error), Ok(_)) => panic!("`decode` refuses what serde reads: {error}"),
    }
}

/// What was read is written, and reads as the same.
pub fn comes_back(event: &Event, policy: &Policy) {
    let written = event.encode().expect("what was read can be written");
    // Serde's traits know of no half surrogate pairs, which are written as they came.
    if !written.windows(2).any(|two| two == br"\u") {
        assert_eq!(serde_json::to_vec(event).ok().as_ref(), Some(&written));
    }
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
