//! What the public types can do: cross threads, be shown, be compared, be stored.

use std::fmt::Debug;

use media_collection::error::ResponseError;
use media_collection::lint::{Finding, Rule};
use media_collection::recorder::{Outcome, Verbatim};
use media_collection::typed::{OnlineSession, Opening, SessionBuilder};
use media_collection::{
    Call, Collector, CustomMetadata, DownloadedSession, Event, EventBody, EventType, Method,
    PlayerTime, Policy, QoeData, RawSession, SessionId, SessionStart, SessionStartParams,
    Violations, store,
};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::recorders::{DownloadedRecorder, OnlineRecorder, StoredRecorder};

fn crosses_threads<T: Send + Sync + 'static>() {}
fn is_a_value<T: Clone + PartialEq + Debug>() {}
fn is_stored<T: Serialize + DeserializeOwned>() {}

#[test]
fn everything_crosses_threads() {
    crosses_threads::<Event>();
    crosses_threads::<DownloadedRecorder>();
    crosses_threads::<OnlineRecorder>();
    crosses_threads::<SessionBuilder>();
    crosses_threads::<OnlineSession>();
    crosses_threads::<Opening>();
    crosses_threads::<DownloadedSession>();
    crosses_threads::<RawSession>();
    crosses_threads::<Verbatim>();
    crosses_threads::<Collector>();
    crosses_threads::<ResponseError>();
    crosses_threads::<store::OfflineStore>();
    crosses_threads::<StoredRecorder>();
    crosses_threads::<store::StoreError>();
}

#[test]
fn values_are_values() {
    is_a_value::<PlayerTime>();
    is_a_value::<SessionStartParams>();
    is_a_value::<SessionStart>();
    is_a_value::<EventBody>();
    is_a_value::<EventType>();
    is_a_value::<QoeData>();
    is_a_value::<CustomMetadata>();
    is_a_value::<DownloadedSession>();
    is_a_value::<RawSession>();
    is_a_value::<Verbatim>();
    is_a_value::<DownloadedRecorder>();
    is_a_value::<OnlineRecorder>();
    is_a_value::<Outcome>();
    is_a_value::<Outcome>();
    is_a_value::<Call>();
    is_a_value::<SessionId>();
    is_a_value::<Policy>();
    is_a_value::<Violations>();
    is_a_value::<Finding>();
    is_a_value::<Rule>();
}

#[test]
fn recordings_survive_a_restart() {
    is_stored::<DownloadedRecorder>();
    is_stored::<OnlineRecorder>();
    is_stored::<Event>();
    is_stored::<SessionStart>();
    is_stored::<SessionId>();
}

/// What is shown can be read again.
#[test]
fn keys_and_names_are_read_back() {
    for key in [0, 7, u64::MAX] {
        let key = store::SessionKey::from(key);
        assert_eq!(key.to_string().parse(), Ok(key));
    }
    for text in ["", "-1", "1.0", "seven", "18446744073709551616"] {
        let error = text.parse::<store::SessionKey>().unwrap_err();
        assert_eq!(
            error.to_string(),
            "the key of a stored session is not a whole number from 0 on"
        );
    }
    for method in [Method::Get, Method::Post] {
        assert_eq!(method.to_string().parse(), Ok(method));
    }
    assert!("get".parse::<Method>().is_err());
    for event_type in EventType::ALL {
        assert_eq!(event_type.to_string().parse(), Ok(*event_type));
    }
    let id: SessionId = "3f2a".parse().unwrap();
    assert_eq!(id.to_string().parse(), Ok(id));
    let collector: Collector = "https://example.com/base".parse().unwrap();
    assert_eq!(collector.to_string().parse(), Ok(collector));
}
