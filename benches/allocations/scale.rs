//! Time and memory of one call, for ten to a million events.

use std::hint::black_box;
use std::time::Instant;

use media_collection::{Event, Policy};

use crate::counting;
use crate::inputs::Input;

/// Small batches are read repeatedly, until this many events have been read.
const AT_LEAST: usize = 200_000;

/// Prints a table for batches of at most `most` events.
pub fn run(most: usize) {
    let policy = Policy::strict().with_max_bytes(usize::MAX).with_max_events(usize::MAX);
    for (name, text) in
        [("pings", valid as Text), ("mix", valid), ("mix, two of them invalid", invalid)]
    {
        let inputs = crate::inputs::all();
        let wanted = if name == "pings" { "pings_first" } else { "mix_first" };
        let input = inputs.into_iter().find(|input| input.name == wanted).expect("an input");
        println!("\n{name}\n     events  ns / event  result, bytes / event  peak, bytes / event");
        let sizes = std::iter::successors(Some(10), |size| Some(size * 10));
        for size in sizes.take_while(|&size| size <= most) {
            measure(&text(&input, size), size, &policy);
        }
    }
}

/// Makes a text with this number of events from the input's events.
type Text = fn(&Input, usize) -> String;

fn valid(input: &Input, events: usize) -> String {
    let events: Vec<&str> = input.each.iter().map(String::as_str).cycle().take(events).collect();
    format!("[{}]", events.join(","))
}

/// The first event has a fault, and one in the middle. The diagnosis reads the whole text.
fn invalid(input: &Input, events: usize) -> String {
    let mut text = valid(input, events);
    let middle = text.len() / 2;
    for from in [0, middle] {
        if let Some(at) = text[from..].find("\"ts\":") {
            text.insert_str(from + at + 5, "-0.");
        }
    }
    text
}

fn measure(text: &str, events: usize, policy: &Policy) {
    let before = counting::live();
    counting::restart();
    let read = black_box(Event::decode_batch(text.as_bytes(), policy));
    let (result, peak) = (counting::live() - before, counting::peak() - before);
    drop(read);
    let mut fastest = f64::INFINITY;
    let repeats = (AT_LEAST / events).max(1);
    for _ in 0..3 {
        let start = Instant::now();
        for _ in 0..repeats {
            drop(black_box(Event::decode_batch(text.as_bytes(), policy)));
        }
        let read = (repeats * events) as f64;
        fastest = fastest.min(start.elapsed().as_nanos() as f64 / read);
    }
    let per_event = |bytes: usize| bytes as f64 / events as f64;
    println!(
        "  {events:>9}  {fastest:>10.1}  {:>21.1}  {:>19.1}",
        per_event(result),
        per_event(peak)
    );
}
