//! Which arguments are accepted.

use serde_json::{Map, Value, json};

use super::super::call::{Call, Content, Part};
use super::flavour::Flavour;

fn text(value: &str) -> bool {
    !value.is_empty()
}

/// A name that the SDKs require. Without it the back end can report all the same.
fn name(flavour: Flavour, value: Option<&str>) -> bool {
    flavour.is_better() || value.is_some_and(text)
}

/// Infinity can be said to an SDK, but not be sent.
fn number(value: f64) -> bool {
    value >= 0.0 && value.is_finite()
}

pub fn media(flavour: Flavour, content: &Content) -> bool {
    text(content.id) && name(flavour, content.name) && number(content.length)
}

/// Whether a call can be sent, and so be held.
pub fn can_wait(call: &Call) -> bool {
    match call {
        Call::SessionStart(content) => content.length.is_finite(),
        Call::BreakStart(part) => part.start.is_finite(),
        Call::AdStart(part) => part.length.is_finite(),
        Call::ChapterStart(part) => part.start.is_finite() && part.length.is_finite(),
        _ => true,
    }
}

pub fn ad_break(flavour: Flavour, part: &Part) -> bool {
    name(flavour, part.name) && part.position >= 1 && number(part.start)
}

pub fn ad(flavour: Flavour, part: &Part) -> bool {
    text(part.id) && name(flavour, part.name) && part.position >= 1 && number(part.length)
}

pub fn chapter(flavour: Flavour, part: &Part) -> bool {
    name(flavour, part.name) && part.position >= 1 && number(part.start) && number(part.length)
}

pub fn quality(flavour: Flavour, numbers: [f64; 4]) -> bool {
    numbers.iter().all(|value| *value >= 0.0 && (value.is_finite() || !flavour.is_better()))
}

pub fn state(name: &str) -> bool {
    (1..=64).contains(&name.len())
        && name.chars().all(|sign| sign.is_ascii_alphanumeric() || sign == '_' || sign == '.')
}

pub fn error(flavour: Flavour, id: &str) -> bool {
    text(id) || flavour == Flavour::Ios
}

pub fn playhead(flavour: Flavour, value: f64) -> bool {
    match flavour {
        Flavour::Better => value.is_finite() && value >= 0.0,
        Flavour::Ios => !value.is_nan(),
        _ => value >= 0.0,
    }
}

fn equal(flavour: Flavour, left: f64, right: f64) -> bool {
    left == right || (flavour == Flavour::Ios && (left - right).abs() <= 1e-6)
}

pub fn same_break(flavour: Flavour, left: &Part, right: &Part) -> bool {
    left.name == right.name
        && left.position == right.position
        && equal(flavour, left.start, right.start)
}

pub fn same_ad(flavour: Flavour, left: &Part, right: &Part) -> bool {
    left.id == right.id
        && left.name == right.name
        && left.position == right.position
        && equal(flavour, left.length, right.length)
}

pub fn same_chapter(flavour: Flavour, left: &Part, right: &Part) -> bool {
    same_break(flavour, left, right) && equal(flavour, left.length, right.length)
}

fn whole(flavour: Flavour, value: f64) -> i64 {
    if flavour == Flavour::JavaScript && ((value > 0.0 && value < 1e-6) || value >= 1e21) {
        // `parseInt` reads the digits before the exponent.
        let written = format!("{value:e}");
        let digits: String = written.chars().take_while(char::is_ascii_digit).collect();
        return digits.parse().expect("it begins with a digit");
    }
    if value >= 9.2e18 { i64::MAX } else { value.trunc() as i64 }
}

pub fn truncated(flavour: Flavour, numbers: [f64; 4]) -> Map<String, Value> {
    let keys = ["bitrate", "droppedFrames", "framesPerSecond", "timeToStart"];
    let mut members = Map::new();
    for (key, value) in keys.into_iter().zip(numbers) {
        members.insert(format!("media.qoe.{key}"), json!(whole(flavour, value)));
    }
    members
}
