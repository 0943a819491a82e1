//! The contenders of each group. Each returns the number of events that it has processed.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::path::Path;
use std::sync::LazyLock;

use jsonschema::{Draft, Validator};
use media_collection::Event;
use media_collection::edge::{Content, ReadOptions, Request};
use serde::Serialize;
use serde::de::IgnoredAny;
use serde_json::Value;

use crate::inputs::{Input, options};
use crate::rounds::Contender;
use crate::typed;

type Run = fn(&Input) -> usize;

/// The groups; ratios are to the first contender of each.
pub fn groups() -> Vec<(&'static str, Vec<Contender<Input>>)> {
    let contenders = |named: &[(&'static str, Run)]| -> Vec<Contender<Input>> {
        named.iter().map(|&(name, run)| Contender { name, run }).collect()
    };
    vec![
        ("edge_decode_one", contenders(&DECODE_ONE)),
        ("edge_decode_batch", contenders(&DECODE_BATCH)),
        ("edge_encode_one", contenders(&ENCODE_ONE)),
        ("edge_encode_batch", contenders(&ENCODE_BATCH)),
    ]
}

const DECODE_ONE: [(&str, Run); 5] = [
    ("ignored_any", |input| {
        each(input, |_, text| serde_json::from_str::<IgnoredAny>(text).is_ok())
    }),
    ("ours", |input| {
        let options = options();
        each(input, |endpoint, text| ours::<Event>(endpoint, text, &options).is_some())
    }),
    ("derive", |input| each(input, |_, text| serde_json::from_str::<typed::Request>(text).is_ok())),
    ("value", |input| each(input, |_, text| serde_json::from_str::<Value>(text).is_ok())),
    ("value_jsonschema", |input| each(input, |endpoint, text| validated(endpoint, text).is_some())),
];

const DECODE_BATCH: [(&str, Run); 5] = [
    ("ignored_any", |input| batch(input, |text| serde_json::from_str::<IgnoredAny>(text).is_ok())),
    ("ours", |input| {
        batch(input, |text| ours::<Vec<Event>>("downloaded", text, &options()).is_some())
    }),
    ("derive", |input| batch(input, |text| serde_json::from_str::<typed::Request>(text).is_ok())),
    ("value", |input| batch(input, |text| serde_json::from_str::<Value>(text).is_ok())),
    ("value_jsonschema", |input| batch(input, |text| validated("downloaded", text).is_some())),
];

const ENCODE_ONE: [(&str, Run); 3] = [
    ("derive", |input| {
        let all = input.decoded().typed.iter();
        all.filter(|request| !black_box(serde_json::to_vec(request)).expect("JSON").is_empty())
            .count()
    }),
    ("ours", |input| {
        let all = input.decoded().ours.iter();
        all.filter(|request| !black_box(request.encode()).expect("valid").is_empty()).count()
    }),
    ("value", |input| {
        input
            .decoded()
            .typed
            .iter()
            .filter(|request| !black_box(by_value(request)).is_empty())
            .count()
    }),
];

const ENCODE_BATCH: [(&str, Run); 3] = [
    ("derive", |input| {
        let request = input.decoded().typed_batch.as_ref().expect("there is one");
        black_box(serde_json::to_vec(request).expect("JSON"));
        input.in_batch()
    }),
    ("ours", |input| {
        let request = input.decoded().ours_batch.as_ref().expect("there is one");
        black_box(request.encode().expect("valid"));
        input.in_batch()
    }),
    ("value", |input| {
        black_box(by_value(input.decoded().typed_batch.as_ref().expect("there is one")));
        input.in_batch()
    }),
];

/// Builds a `Value`, and writes it.
fn by_value(request: &impl Serialize) -> Vec<u8> {
    let value = serde_json::to_value(request).expect("JSON");
    serde_json::to_vec(&value).expect("JSON")
}

fn each(input: &Input, is_read: impl Fn(&str, &str) -> bool) -> usize {
    input.each.iter().filter(|(endpoint, text)| is_read(endpoint, text)).count()
}

fn batch(input: &Input, is_read: impl Fn(&str) -> bool) -> usize {
    if is_read(&input.batch) { input.in_batch() } else { 0 }
}

fn ours<T: Content>(endpoint: &str, text: &str, options: &ReadOptions) -> Option<Request<T>> {
    black_box(Request::decode(endpoint, text.as_bytes(), options).ok())
}

/// The value, if the schema of its path accepts it.
fn validated(endpoint: &str, text: &str) -> Option<Value> {
    let value = serde_json::from_str::<Value>(text).ok()?;
    let validator = VALIDATORS.get(endpoint)?;
    black_box(Some(value).filter(|value| validator.is_valid(value)))
}

static VALIDATORS: LazyLock<BTreeMap<String, Validator>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas/edge");
    let validator = |path: &Path| -> Option<(String, Validator)> {
        let name = path.file_name()?.to_str()?.strip_suffix(".json")?;
        let text = std::fs::read(path).expect("it can be read");
        let schema: Value = serde_json::from_slice(&text).expect("it is JSON");
        schema.get("definitions")?;
        let options = jsonschema::options().with_draft(Draft::Draft7).should_validate_formats(true);
        Some((name.to_owned(), options.build(&schema).expect("it is a schema")))
    };
    let files = std::fs::read_dir(folder).expect("the schemas are there");
    let paths = files.map(|file| file.expect("it can be read").path());
    paths.filter_map(|path| validator(&path)).collect()
});
