//! Writing events from memory: one body per event, or all as one array.

use std::hint::black_box;

use media_collection::Event;
use serde::Serialize;

use super::Run;

pub const CONTENDERS: [(&str, Run); 6] = [
    ("tagged", |input| each(&input.decoded().tagged)),
    ("ours", |input| {
        let events = &input.decoded().ours;
        events.iter().filter(|event| black_box(event.encode()).is_ok()).count()
    }),
    ("value", |input| each(&input.decoded().values)),
    ("tagged_batch", |input| batch(&input.decoded().tagged)),
    ("ours_batch", |input| {
        let events = &input.decoded().ours;
        black_box(Event::encode_batch(events).expect("the input is valid"));
        events.len()
    }),
    ("value_batch", |input| batch(&input.decoded().values)),
];

fn each<T: Serialize>(events: &[T]) -> usize {
    events.iter().filter(|event| black_box(serde_json::to_vec(event)).is_ok()).count()
}

fn batch<T: Serialize>(events: &[T]) -> usize {
    black_box(serde_json::to_vec(events).expect("the input is valid"));
    events.len()
}
