//! The fast and the general path read and write the same.
//!
//! [`Items`] always takes the general path, and so does a request with something in `extra`.

use media_collection::edge::{Content, Items, ReadOptions, Request};
use media_collection::{Event, Policy};
use serde_json::{Value, json};

use super::accepting::change;
use super::disagreements::minimal;
use super::judges::{Judge, contract};
use super::{real, settings};
use crate::fixtures::files;
use crate::fixtures::random::Random;

/// Reads and writes a text on both paths. Whether it is valid.
fn compare<T>(endpoint: &str, text: &str, options: &ReadOptions) -> bool
where
    T: Content + PartialEq + std::fmt::Debug + Clone,
{
    let fast = Request::<T>::decode(endpoint, text.as_bytes(), options);
    let general = Items::<T>::decode(endpoint, text.as_bytes(), options);
    let Ok(request) = fast else {
        let is_wrong =
            general.is_err() || general.is_ok_and(|items| items.items.iter().any(Result::is_err));
        assert!(is_wrong, "only one path reads {text}");
        return false;
    };
    let general = general.unwrap_or_else(|error| panic!("only one path reads it: {error}: {text}"));
    let items: Result<Vec<_>, _> = general.items.into_iter().collect();
    let items = items.unwrap_or_else(|error| panic!("only one path reads it: {error:?}: {text}"));
    assert_eq!(request.items, items, "{text}");
    for (one, other) in request.items.iter().zip(&items) {
        // `Debug` of an envelope hides what differs.
        assert_eq!(one.envelope.extra, other.envelope.extra, "{text}");
    }
    assert_eq!(request.envelope, general.envelope, "{text}");
    written_alike(&request);
    // Without what is written in another form the events are written anew.
    let mut anew = request;
    for item in &mut anew.items {
        item.envelope.extra.clear();
    }
    anew.envelope.extra.clear();
    written_alike(&anew);
    true
}

/// Writes on both paths.
fn written_alike<T: Content + Clone>(request: &Request<T>) {
    let mut general = request.clone();
    // It fits nowhere, so it is not written.
    general.envelope.extra.insert("/events".to_owned(), Value::Null);
    let text = |made: Result<Vec<u8>, media_collection::error::EncodeError>| match made {
        Ok(text) => String::from_utf8(text).expect("it is UTF-8"),
        Err(error) => error.to_string(),
    };
    assert_eq!(text(request.encode()), text(general.encode()));
}

fn compare_any(endpoint: &str, text: &str, options: &ReadOptions) -> bool {
    match endpoint {
        "downloaded" => compare::<Vec<Event>>(endpoint, text, options),
        _ => compare::<Event>(endpoint, text, options),
    }
}

/// Members in another order, white space, and now and then a member twice.
fn spelled(value: &Value, random: &mut Random) -> String {
    let space = |random: &mut Random| ["", "", "", " ", "\n\t"][random.below(5)];
    let joined = |open: char, parts: Vec<String>, close: char, random: &mut Random| {
        format!("{open}{}{}{}{close}", space(random), parts.join(","), space(random))
    };
    match value {
        Value::Object(members) => {
            let mut parts: Vec<_> = members
                .iter()
                .map(|(key, value)| {
                    let (key, value) = (json!(key), spelled(value, random));
                    format!("{}{key}{}:{}{value}", space(random), space(random), space(random))
                })
                .collect();
            for end in (1..parts.len()).rev() {
                parts.swap(end, random.below(end + 1));
            }
            if random.below(200) == 0 && !parts.is_empty() {
                parts.push(parts[random.below(parts.len())].clone());
            }
            joined('{', parts, '}', random)
        }
        Value::Array(items) => {
            let parts = items.iter().map(|item| spelled(item, random)).collect();
            joined('[', parts, ']', random)
        }
        Value::String(text) if random.below(20) == 0 => {
            let escaped: String =
                text.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect();
            format!("\"{escaped}\"")
        }
        other => other.to_string(),
    }
}

/// Requests of all kinds: captured, of the contract, the least, the mobile form, and converted sessions.
fn bodies() -> Vec<(String, Value)> {
    let captured = real::captured().into_iter().map(|request| (request.event_type, request.body));
    let ours = Judge::ours();
    let least = ours.types().map(|name| (name.to_owned(), minimal(name)));
    let document = contract();
    let samples = ours.types().flat_map(|name| {
        let body = &document["paths"][format!("/{name}")]["post"]["requestBody"]["content"];
        let samples = body["application/json"]["examples"].as_object().into_iter().flatten();
        let samples = samples.map(|(_, sample)| (name.to_owned(), sample["value"].clone()));
        samples.collect::<Vec<_>>()
    });
    let mobile = ours.types().map(|name| {
        let mut body = minimal(name);
        body["meta"] = json!({"konductorConfig": {"streaming": {"enabled": true}}});
        body["xdm"] = json!({
            "identityMap": {"ECID": [{"id": "1", "authenticatedState": "ambiguous", "primary": false}]},
            "implementationDetails": {"name": "ios", "version": "5.0.0", "environment": "app"}});
        body["events"][0]["xdm"]["_id"] = json!("6F1C");
        (name.to_owned(), body)
    });
    let converted = (1..=3).flat_map(|number| {
        let file = files::payloads().join(format!("edge/converted/timeline-{number}.jsonl"));
        let text = std::fs::read_to_string(file).expect("it is there");
        let line = |line: &str| -> (String, Value) {
            let line: Value = serde_json::from_str(line).expect("it is JSON");
            let path = line["path"].as_str().expect("it has a path");
            (path.rsplit('/').next().unwrap().to_owned(), line["body"].clone())
        };
        text.lines().map(line).collect::<Vec<_>>()
    });
    captured.chain(least).chain(samples).chain(mobile).chain(converted).collect()
}

fn all_options() -> Vec<ReadOptions> {
    let strict = ReadOptions::new();
    let tolerant = ReadOptions::new().with_policy(Policy::tolerant()).with_tenant("_acme");
    let mut set = ReadOptions::new().with_arrived(1_767_323_045_678).with_player_name("p7");
    set.settings = settings();
    set.settings.insert("analytics.enableSSL".to_owned(), true.into());
    vec![strict, tolerant, set]
}

#[test]
fn requests_are_read_and_written_alike_on_both_paths() {
    let mut random = Random::new(3);
    for (endpoint, body) in bodies() {
        for options in all_options() {
            assert!(compare_any(&endpoint, &body.to_string(), &options), "{body}");
            compare_any(&endpoint, &spelled(&body, &mut random), &options);
        }
    }
    // Both paths count events, and take no others after the end.
    let few = ReadOptions::new().with_policy(Policy::strict().with_max_events(1));
    assert!(!compare_any("downloaded", &minimal("downloaded").to_string(), &few));
    assert!(compare_any("play", &minimal("play").to_string(), &few));
    assert!(!compare_any("play", &format!("{}{{}}", minimal("play")), &few));
}

fn changed_alike(count: usize, seed: u64) {
    let (bodies, options) = (bodies(), all_options());
    let mut random = Random::new(seed);
    let mut valid = 0;
    for _ in 0..count {
        let (endpoint, mut body) = bodies[random.below(bodies.len())].clone();
        for _ in 0..=random.below(3) {
            change(&mut body, &mut random);
        }
        let text = spelled(&body, &mut random);
        let options = &options[random.below(options.len())];
        valid += usize::from(compare_any(&endpoint, &text, options));
    }
    assert!(valid > count / 10 && valid < count, "{valid} of {count} are valid");
}

#[test]
fn changed_requests_are_read_and_written_alike_on_both_paths() {
    changed_alike(6_000, 4);
}

#[test]
#[ignore = "takes a minute"]
fn a_hundred_thousand_changed_requests_are_read_and_written_alike() {
    changed_alike(100_000, 5);
}

/// What clients make of their own, with identities and metadata.
#[test]
fn events_of_the_older_api_are_written_alike_on_both_paths() {
    use media_collection::edge::{Envelope, Identity, Implementation, Item};

    use crate::fixtures::captures::captured_events;

    let identity = |id: &str| {
        let mut identity = Identity::new(id);
        identity.authenticated_state = Some("authenticated".into());
        identity
    };
    let mut implementation = Implementation::default();
    implementation.name = Some("ios".to_owned());
    let mut library = Envelope::default();
    library.implementation = Some(implementation);
    let envelopes = [
        Envelope::default(),
        library.clone(),
        library.with_identity("email", identity("m")).with_identity("ECID", Identity::default()),
        Envelope::default()
            .with_identity("FPID", identity("f"))
            .with_identity("ECID", identity("1")),
    ];
    let mut random = Random::new(6);
    for value in captured_events().into_iter().chain(files::minimal_events()) {
        let Ok(event) = Event::decode(value.to_string().as_bytes(), &Policy::tolerant()) else {
            continue;
        };
        let mut pick = || envelopes[random.below(envelopes.len())].clone();
        let item = Item::new(event.clone()).with_session_id("s1").with_envelope(pick());
        let mut request = Request::from(item).with_envelope(pick());
        written_alike(&request);
        request.tenant = Some("_acme".to_owned());
        written_alike(&request);
        let session = Item::new(vec![event.clone(), event]).with_envelope(pick());
        written_alike(&Request::from(session).with_envelope(pick()));
    }
}

#[cfg(feature = "quickcheck")]
#[test]
fn random_events_are_written_alike_on_both_paths() {
    use media_collection::edge::Item;
    use quickcheck::{Arbitrary as _, Gen};

    let mut source = Gen::new(20);
    for _ in 0..3_000 {
        let event = Event::arbitrary(&mut source);
        written_alike(&Request::from(Item::new(event.clone()).with_session_id("s1")));
        written_alike(&Request::from(Item::new(vec![Event::arbitrary(&mut source), event])));
    }
}
