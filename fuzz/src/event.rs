//! Decodes any bytes as an event.

use std::fmt::Debug;

use media_collection::error::DecodeError;
use media_collection::{Event, Policy, Tolerant};

pub fn run(text: &[u8]) {
    let strict = Event::decode(text, &Policy::strict());
    let tolerant = Event::decode(text, &Policy::tolerant());
    if let Ok(event) = &strict {
        assert_eq!(tolerant.as_ref(), Ok(event), "tolerant accepts what strict accepts");
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

/// `decode` has a fast path, serde has not: both results must be equal to the last bit. Only
/// `decode` accepts an escaped lone surrogate.
pub fn same_as_serde<T: PartialEq + Debug>(
    text: &[u8],
    decoded: &Result<T, DecodeError>,
    by_serde: &serde_json::Result<T>,
) {
    match (decoded, by_serde) {
        (Ok(decoded), Ok(by_serde)) => {
            assert_eq!(decoded, by_serde);
            // `==` ignores the sign of a zero, `Debug` shows it.
            assert_eq!(format!("{decoded:?}"), format!("{by_serde:?}"));
        }
        (Err(_), Err(_)) => {}
        (Ok(_), Err(error)) => {
            let has_escapes = text.windows(2).any(|two| two == br"\u");
            assert!(has_escapes, "serde fails where `decode` succeeds: {error}");
        }
        (Err(error), Ok(_)) => panic!("`decode` fails where serde succeeds: {error}"),
    }
}

/// An encoded event decodes to an equal one.
pub fn comes_back(event: &Event, policy: &Policy) {
    let written = event.encode().expect("a decoded event can be encoded");
    // `encode` writes a lone surrogate as it was read; serde's traits cannot.
    if !written.windows(2).any(|two| two == br"\u") {
        assert_eq!(serde_json::to_vec(event).ok().as_ref(), Some(&written));
    }
    let again = Event::decode(&written, policy).expect("an encoded event can be decoded");
    assert_eq!(&again, event, "an event survives encoding");
    assert_eq!(again.encode().as_ref(), Ok(&written), "equal events have the same text");
    let _ = (event.check(), format!("{event:?}"), event.event_name());
}

/// Every error has a violation.
pub fn explained(error: &DecodeError) {
    assert!(error.violations().first().is_some(), "{error}: no violation");
    let _ = format!("{error:?}");
}
