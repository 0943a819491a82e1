//! Every single change of every member: the generator takes it, or says where and what to do. Many
//! changes together: the library is built with them, and its strict reader agrees with a validator.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use jsonschema::error::ValidationErrorKind;
use jsonschema::{Draft, Validator};
use media_collection_codegen::generate_library;
use serde_json::{Value, json};

use crate::changes::{self, CHANGES, Change, Documents, Place};
use crate::dependent::{Dependent, Schemas};
use crate::events::events;

/// Reads events from a file, a line each, and says what the library makes of each.
pub const PROGRAM: &str = r#"
use media_collection::{Event, EventType, Policy, Recorder, SessionStart, DownloadedSession};

fn main() {
    let lines = std::fs::read_to_string(std::env::var("EVENTS").unwrap()).unwrap();
    let mut accepted = Vec::new();
    for line in lines.lines() {
        let strict = Event::decode(line.as_bytes(), &Policy::strict());
        let through_serde = serde_json::from_str::<Event>(line);
        assert_eq!(strict.is_ok(), through_serde.is_ok(), "{line}: {strict:?} {through_serde:?}");
        match strict {
            Ok(event) => {
                assert_eq!(through_serde.unwrap(), event, "{line}");
                let tolerant = Event::decode(line.as_bytes(), &Policy::tolerant());
                assert_eq!(tolerant.as_ref(), Ok(&event), "{line}");
                let written = event.encode().unwrap_or_else(|error| panic!("{error}: {line}"));
                assert_eq!(serde_json::to_vec(&event).unwrap(), written, "{line}");
                println!("ok {}", String::from_utf8(written).unwrap());
                let _ = event.check();
                accepted.push(event);
            }
            Err(error) => {
                let all: Vec<_> = error
                    .violations()
                    .iter()
                    .map(|it| format!("{} {}", it.pointer, it.keyword))
                    .collect();
                println!("no {}", all.join("\t"));
            }
        }
    }
    session(&accepted);
    println!("types {}", EventType::ALL.len());
}

/// Everything that was accepted goes through a session, which stays valid.
fn session(accepted: &[Event]) {
    let Some(start) = accepted.iter().find_map(|it| SessionStart::try_from(it.clone()).ok()) else {
        return println!("session none");
    };
    let mut online = Recorder::online(start.clone());
    let mut recorder = Recorder::downloaded(start);
    let mut recorded = 0;
    for event in accepted {
        recorded += usize::from(recorder.record(event.clone()).is_ok());
        let _ = online.record(event.clone());
    }
    let Ok(_) = recorder.finish(recorder.last());
    let _ = online.finish(online.last());
    let session = recorder.into_session();
    let _ = session.lint();
    match session.encode() {
        Ok(text) => {
            let read = DownloadedSession::decode(&text, &Policy::strict());
            assert_eq!(read.as_ref(), Ok(&session), "{}", String::from_utf8_lossy(&text));
            println!("session {recorded}");
        }
        Err(error) => println!("session cannot be encoded: {error}"),
    }
}
"#;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("sweep").join(name)
}

/// Why the generator refuses the documents; `None` if it takes them.
fn refusal(documents: &Documents) -> Option<String> {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let folder = folder(&format!("single-{}", COUNT.fetch_add(1, Ordering::Relaxed) % 64));
    changes::write(documents, &folder);
    match generate_library(&folder, &changes::own_folder()) {
        Ok(bindings) => {
            for (name, text) in bindings.files() {
                syn_parses(name, text);
            }
            None
        }
        Err(errors) => {
            for error in errors.iter() {
                assert!(!error.problem.is_empty() && !error.remedy.is_empty(), "{error}");
                let file = Path::new(&error.file);
                if file.is_dir() {
                    continue;
                }
                let document: Value = serde_json::from_slice(&fs::read(file).unwrap()).unwrap();
                let parent = error.pointer.rsplit_once('/').map_or("", |(parent, _)| parent);
                assert!(document.pointer(parent).is_some(), "{error}: there is no such place");
            }
            Some(errors.to_string())
        }
    }
}

/// The generator formats its output, which fails if it is no Rust; so an empty file is a mistake.
fn syn_parses(name: &str, text: &str) {
    assert!(text.contains("impl"), "{name} is empty");
}

/// Every `step`-th change of a member.
pub fn every_single_change(step: usize) {
    let documents = changes::own();
    let places = changes::places(&documents);
    assert!(places.len() > 90, "{} members", places.len());
    let all: Vec<_> = places.iter().flat_map(|place| CHANGES.map(|it| (place, it))).collect();
    let (mut taken, mut refused) = (0, BTreeMap::<String, usize>::new());
    for (place, change) in all.into_iter().step_by(step) {
        let mut changed = documents.clone();
        if !place.change(&mut changed, change) {
            continue;
        }
        match refusal(&changed) {
            None => taken += 1,
            Some(why) => {
                let problem = why.split(": ").nth(1).unwrap_or_default().to_owned();
                *refused.entry(problem).or_default() += 1;
            }
        }
    }
    println!("{taken} are taken, and refused are {refused:#?}");
    let refusals: usize = refused.values().sum();
    // What is refused are mostly parts of the event itself that are no objects.
    assert!(taken > 2 * refusals, "{taken} are taken, {refusals} refused: {refused:#?}");
}

/// Documents with a change of each member, as far as the generator takes it: the one that comes
/// `turn` places further in the list for each member.
fn packed(turn: usize) -> (Documents, Vec<(Place, Change)>) {
    let mut documents = changes::own();
    let places = changes::places(&documents);
    let mut made = Vec::new();
    // Changes of what contains others come last, and seldom.
    for (at, place) in places.into_iter().enumerate() {
        for more in 0..CHANGES.len() {
            let change = CHANGES[(at * 5 + turn + more) % CHANGES.len()];
            let mut changed = documents.clone();
            if place.is_part_of_event() && change == Change::Missing {
                continue;
            }
            if place.change(&mut changed, change) && refusal(&changed).is_none() {
                documents = changed;
                made.push((place.clone(), change));
                break;
            }
        }
    }
    (documents, made)
}

/// Builds the library with packed changes, and compares its reader with a validator.
pub fn packed_changes(dependent: &Dependent, turn: usize) {
    let (documents, made) = packed(turn);
    let count = made.len();
    assert!(count > 80, "only {count} members are changed");
    let kinds: BTreeSet<_> = made.iter().map(|(_, change)| format!("{change:?}")).collect();
    assert!(kinds.len() > 12, "only {kinds:?}");
    agree(dependent, &format!("packed-{turn}"), &documents);
}

/// Builds the library with documents, and compares its reader with a validator on events that differ
/// from valid ones in one value. Returns how many event types there are.
pub fn agree(dependent: &Dependent, name: &str, documents: &Documents) -> String {
    let schemas = Schemas::of(name, documents);
    let validators = validators(documents);
    let events = events(&validators);
    let file = folder(&format!("{name}.jsonl"));
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    let lines: Vec<_> = events.iter().map(ToString::to_string).collect();
    fs::write(&file, lines.join("\n")).unwrap();
    let printed = dependent.run_with("sweep", &schemas, &[("EVENTS", &file)]).printed();
    let (mut valid, mut invalid) = (0, 0);
    let mut answers = printed.lines();
    for (event, line) in events.iter().zip(&lines) {
        let answer = answers.next().unwrap_or_default();
        let kind = event["eventType"].as_str().unwrap_or_default();
        let places = validators.get(kind).map(|validator| places(validator, event));
        match (places, answer.split_once(' ')) {
            (Some(places), Some(("ok", text))) => {
                assert!(places.is_empty(), "{name}: read, but {places:?} is wrong in {line}");
                let written: Value = serde_json::from_str(text).unwrap();
                assert!(is_same(event, &written), "{name}: {line} was written as {text}");
                valid += 1;
            }
            (Some(places), Some(("no", found))) => {
                let found: BTreeSet<_> = found.split('\t').map(str::to_owned).collect();
                is_explained(&found, &places, &format!("{name}: {line}"));
                invalid += 1;
            }
            (None, Some(("no", found))) => assert!(found.contains("/eventType enum"), "{found}"),
            (_, answer) => panic!("{name}: {answer:?} to {line}"),
        }
    }
    assert!(valid > 30 && invalid > 200, "{name}: {valid} valid, {invalid} not");
    let rest: Vec<_> = answers.collect();
    rest.join("\n")
}

fn validators(documents: &Documents) -> BTreeMap<String, Validator> {
    let made = documents.iter().map(|(name, document)| {
        let draft = if document["$schema"].as_str().is_some_and(|it| it.contains("draft-04")) {
            Draft::Draft4
        } else {
            Draft::Draft202012
        };
        let mut document = document.clone();
        if draft == Draft::Draft4 {
            as_draft_4(&mut document);
        }
        let validator = jsonschema::options().with_draft(draft).should_validate_formats(false);
        (name.clone(), validator.build(&document).expect("it is a schema"))
    });
    made.collect()
}

/// Draft-04 has no empty `required`, which says nothing.
fn as_draft_4(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            if members.get("required") == Some(&json!([])) {
                members.remove("required");
            }
            members.values_mut().for_each(as_draft_4);
        }
        Value::Array(items) => items.iter_mut().for_each(as_draft_4),
        _ => {}
    }
}

/// What is wrong, in the words of the library: a missing or unknown member is named itself.
pub fn places(validator: &Validator, event: &Value) -> BTreeSet<String> {
    let mut places = BTreeSet::new();
    for error in validator.iter_errors(event) {
        let at = error.instance_path().to_string();
        let below = |key: &str| format!("{at}/{}", key.replace('~', "~0").replace('/', "~1"));
        let keyword = error.kind().keyword();
        match error.kind() {
            ValidationErrorKind::Required { property } => {
                places.insert(format!("{} {keyword}", below(property.as_str().unwrap())));
            }
            ValidationErrorKind::AdditionalProperties { unexpected } => {
                places.extend(unexpected.iter().map(|key| format!("{} {keyword}", below(key))));
            }
            ValidationErrorKind::FalseSchema => {
                let members = event.pointer(&at).and_then(Value::as_object);
                let keys = members.into_iter().flat_map(|members| members.keys());
                places.extend(keys.map(|key| format!("{} additionalProperties", below(key))));
            }
            _ => {
                places.insert(format!("{at} {keyword}"));
            }
        }
    }
    places
}

/// The same places, each with a keyword that the validator finds there. A value of another type also
/// breaks an `enum`, which the library does not repeat; and of a choice with null the validator says
/// only that nothing of it fits, while the library says what is wrong within.
fn is_explained(found: &BTreeSet<String>, places: &BTreeSet<String>, event: &str) {
    let split = |it: &String| {
        let (pointer, keyword) = it.rsplit_once(' ').unwrap();
        (pointer.to_owned(), keyword.to_owned())
    };
    let explains = |one: &String, other: &String| {
        let ((at, keyword), (place, theirs)) = (split(one), split(other));
        match theirs.as_str() {
            "oneOf" | "anyOf" => at == place || at.starts_with(&format!("{place}/")),
            "enum" | "const" => {
                at == place && ["enum", "const", "type"].contains(&keyword.as_str())
            }
            _ => at == place && keyword == theirs,
        }
    };
    for one in found {
        assert!(places.iter().any(|it| explains(one, it)), "{one}, not {places:?}: {event}");
    }
    for place in places {
        let at = split(place).0;
        let is_there = |one: &String| explains(one, place) || split(one).0 == at;
        assert!(found.iter().any(is_there), "{place}, not {found:?}: {event}");
    }
}

fn is_same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => one.as_f64() == other.as_f64(),
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len()
                && one.iter().zip(other).all(|(one, other)| is_same(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            one.len() == other.len()
                && one.iter().all(|(key, one)| other.get(key).is_some_and(|it| is_same(one, it)))
        }
        _ => one == other,
    }
}
