//! Stage 5: checks that the library finds what it cannot do without.
//!
//! The library begins and ends sessions, closes what is open, and restores a lost session. It has no
//! values for members of these events that only the player knows.

use crate::error::{Error, below};
use crate::model::{Event, Model, Object, Params, Place, START, Shape};
use crate::split::PLAYER_TIME;

/// The event types that the library sends by itself, and when.
const SENT: [(&str, &str); 9] = [
    ("ping", "when it restores a session"),
    ("play", "when it restores a session"),
    ("pauseStart", "when it restores a session"),
    ("bufferStart", "when it restores a session"),
    ("adSkip", "to close an ad"),
    ("adBreakComplete", "to close an ad break"),
    ("chapterSkip", "to close a chapter"),
    ("sessionComplete", "at the end of the content"),
    ("sessionEnd", "to end a session"),
];

/// Event types without which another one has no end.
const CLOSED_BY: [(&str, &str); 4] = [
    ("adStart", "adSkip"),
    ("adBreakStart", "adBreakComplete"),
    ("chapterStart", "chapterSkip"),
    (START, "sessionEnd"),
];

pub(crate) fn check(folder: &str, model: &Model, problems: &mut Vec<Error>) {
    // A file that is there and has a problem is not missing.
    let is_faulty = |name: &str| {
        let file = format!("{name}.json");
        problems.iter().any(|error| {
            std::path::Path::new(&error.file).file_name().is_some_and(|name| *name == *file)
        })
    };
    let listed =
        |name: &str| model.events.iter().find(|event| event.listed && event.event_type == name);
    let mut found = Vec::new();
    if listed(START).is_none() && !is_faulty(START) {
        let problem =
            format!("the folder has no schema for `{START}`, with which a session begins");
        found.push(Error::new(folder, "", problem, format!("add {START}.json")));
    }
    for (opens, closes) in CLOSED_BY {
        if listed(opens).is_some() && listed(closes).is_none() && !is_faulty(closes) {
            let problem = format!(
                "the folder has a schema for `{opens}`, and none for `{closes}`, which ends it"
            );
            found.push(Error::new(folder, "", problem, format!("add {closes}.json")));
        }
    }
    for (name, when) in SENT {
        if let Some(event) = listed(name) {
            needs_nothing(event, when, &mut found);
        }
    }
    if let Some(start) = listed(START) {
        begins(start, &mut found);
    }
    problems.append(&mut found);
}

/// Checks that an event which the library sends by itself needs no values.
fn needs_nothing(event: &Event, when: &str, found: &mut Vec<Error>) {
    let place = Place { file: &event.at.file, pointer: event.at.pointer.clone() };
    let params = matches!(event.params, Params::Required(_)).then_some("params");
    for key in params.into_iter().chain(event.required.iter().copied()) {
        let name = &event.event_type;
        found.push(place.below("required").error(
            format!("`{name}` requires `{key}`, and the library sends it {when}, without any"),
            format!("remove `{key}` from `required`"),
        ));
    }
}

/// Checks that the start of a session has parameters, which say where it is reported.
fn begins(start: &Event, found: &mut Vec<Error>) {
    let place = Place { file: &start.at.file, pointer: start.at.pointer.clone() };
    if !matches!(start.params, Params::Required(_)) {
        found.push(place.error(
            format!(
                "`{START}` does not require `params` with members, and no session is without any"
            ),
            "describe the members of `params`, and list params in `required`",
        ));
    }
}

/// Checks the player time, which the library computes with.
pub(crate) fn player_time(model: &Model, problems: &mut Vec<Error>) {
    let Some(time) = model.objects.get(PLAYER_TIME) else { return };
    let at = |key: &str| below(&below(&time.at.pointer, "properties"), key);
    let member = |key: &str| time.members.iter().find(|member| member.key == key);
    let mut refuse = |pointer: String, problem: &str, remedy: &str| {
        problems.push(Error::new(&time.at.file, pointer, problem, remedy));
    };
    match member("ts") {
        None => refuse(
            time.at.pointer.clone(),
            "the player time has no `ts`, by which events are ordered",
            "describe ts in its `properties`, and list it in `required`",
        ),
        Some(ts) if !matches!(ts.shape.plain(), Shape::Integer | Shape::Number) => refuse(
            at("ts"),
            "`ts`, by which events are ordered, is not a number",
            "write the type integer or number, without null",
        ),
        Some(ts) if !ts.required => refuse(
            at("ts"),
            "`ts`, by which events are ordered, is not required",
            "list ts in `required`",
        ),
        Some(_) => {}
    }
    if let Some(playhead) = member("playhead")
        && !matches!(playhead.shape.base(), Shape::Integer | Shape::Number)
    {
        refuse(at("playhead"), "`playhead` is not a number", "write the type number or integer");
    }
    stays_copy(time, problems);
}

/// The player time must be closed, and all its members must be `Copy`.
fn stays_copy(time: &Object, problems: &mut Vec<Error>) {
    if time.open {
        problems.push(Error::new(
            &time.at.file,
            &time.at.pointer,
            "the player time is not a closed object",
            "write `\"additionalProperties\": false`, as the published schemas do",
        ));
    }
    for member in &time.members {
        let known = ["ts", "playhead"].contains(&member.key.as_str());
        let is_copy = matches!(
            member.shape.base(),
            Shape::Integer | Shape::Number | Shape::Boolean | Shape::Choice(_)
        );
        if !is_copy && !known {
            problems.push(Error::new(
                &time.at.file,
                below(&below(&time.at.pointer, "properties"), &member.key),
                "a member of the player time is not a number, a boolean or one of a list of strings",
                "move it to `params`: the player time is copied with every event",
            ));
        }
    }
}

/// What the folder leaves out, and what is ignored, in sentences.
pub(crate) fn remarks(model: &Model) -> Vec<String> {
    let ignored = model.ignored.iter().map(|(file, pointer)| {
        format!(
            "{file}#{pointer}: draft-04 has no `const`, so it is ignored, as validators do; write \
             `enum` with one value, or name a later draft in `$schema`"
        )
    });
    let mut remarks: Vec<_> = ignored.collect();
    let missing: Vec<_> = model.events.iter().filter(|event| !event.listed).collect();
    if !missing.is_empty() {
        let names: Vec<_> = missing.iter().map(|event| event.event_type.as_str()).collect();
        remarks.push(format!(
            "the folder has no schema for {}: these event types are neither read nor written",
            names.join(", ")
        ));
    }
    remarks
}
