//! Allocations of reading and writing, and whether time and memory grow linearly with the number of
//! events.
//!
//! ```text
//! cargo bench --bench allocations
//! ```
//!
//! Adds `allocs`, `allocs_encode` and `allocs_diagnose` to `target/peers.json`: allocations per event.

mod counting;
#[path = "../support/figures.rs"]
mod figures;
#[path = "../peers/inputs.rs"]
mod inputs;
mod scale;
#[path = "../peers/tagged.rs"]
mod tagged;

use std::hint::black_box;

use inputs::Input;
use media_collection::{Event, Policy};
use serde_json::{Map, Value, json};
use tagged::Tagged;

#[global_allocator]
static ALLOCATOR: counting::Counting = counting::Counting;

type Run = fn(&Input);

const DECODE: [(&str, Run); 4] = [
    ("ours", |input| {
        let policy = Policy::strict();
        black_box(Event::decode_batch(input.text.as_bytes(), &policy).expect("valid"));
    }),
    ("ours_one", |input| {
        for text in &input.each {
            black_box(Event::decode(text.as_bytes(), &Policy::strict()).expect("valid"));
        }
    }),
    ("tagged", |input| {
        black_box(serde_json::from_str::<Vec<Tagged>>(&input.text).expect("valid"));
    }),
    ("value", |input| {
        black_box(serde_json::from_str::<Vec<Value>>(&input.text).expect("JSON"));
    }),
];

const ENCODE: [(&str, Run); 4] = [
    ("ours", |input| {
        for event in &input.decoded().ours {
            black_box(event.encode().expect("valid"));
        }
    }),
    ("ours_batch", |input| {
        black_box(Event::encode_batch(&input.decoded().ours).expect("valid"));
    }),
    ("tagged", |input| {
        for event in &input.decoded().tagged {
            black_box(serde_json::to_vec(event).expect("valid"));
        }
    }),
    ("value", |input| {
        for event in &input.decoded().values {
            black_box(serde_json::to_vec(event).expect("JSON"));
        }
    }),
];

const DIAGNOSE: [(&str, Run); 2] = [
    ("ours", |input| {
        let policy = Policy::strict().with_max_violations(usize::MAX);
        let refused = black_box(Event::decode_batch(input.invalid.as_bytes(), &policy));
        assert_eq!(refused.expect_err("invalid").violations().len(), input.faults);
    }),
    ("value", |input| {
        black_box(serde_json::from_str::<Vec<Value>>(&input.invalid).expect("JSON"));
    }),
];

fn main() {
    // `cargo test --benches` requests a list of tests. There are none.
    if std::env::args().any(|argument| argument == "--list") {
        return;
    }
    let test = std::env::args().any(|argument| argument == "--test");
    let inputs = inputs::all();
    let mut report = Map::new();
    report.insert("allocs".to_owned(), group("decode", &DECODE, &inputs));
    report.insert("allocs_encode".to_owned(), group("encode", &ENCODE, &inputs));
    report.insert("allocs_diagnose".to_owned(), group("diagnose", &DIAGNOSE, &inputs));
    figures::add(report);
    drop(inputs);
    scale::run(if test { 1_000 } else { 1_000_000 });
}

/// Allocations per event for each input.
fn group(name: &str, contenders: &[(&str, Run)], inputs: &[Input]) -> Value {
    println!("\nallocations per event, {name}");
    let mut of_group = Map::new();
    for input in inputs {
        input.decoded();
        let mut of_input = Map::new();
        for (contender, run) in contenders {
            let before = counting::allocations();
            run(input);
            let events = input.events as f64;
            let per_event = (counting::allocations() - before) as f64 / events;
            println!("  {:<12} {contender:<12} {per_event:>7.3}", input.name);
            of_input.insert((*contender).to_owned(), json!(per_event));
        }
        of_group.insert(input.name.to_owned(), Value::Object(of_input));
    }
    Value::Object(of_group)
}
