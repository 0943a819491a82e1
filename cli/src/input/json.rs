//! Finds out which kind of JSON a text is, and reads it.

use media_collection_collector::received::Received;
use serde_json::value::RawValue;

use super::exchange::Exchange;
use super::fields::{Fields, elements};
use super::near_miss;
use super::session::{Api, Session};
use super::traffic::Traffic;
use super::{Input, NoSession, Options, collected, edge, events, log};

/// Lists of requests in an object: of HAR it is in `log`.
const LISTS: &[&str] =
    &["logentries", "requests", "entries", "flows", "items", "records", "transactions", "logs"];

/// What a JSON value is.
enum Kind<'a> {
    Event,
    Edge,
    /// A line of a collector's file.
    Collected,
    Request,
    /// A list of requests.
    List(Vec<&'a RawValue>),
    Array,
    Other,
}

fn kind<'a>(value: &'a RawValue, options: &Options) -> Kind<'a> {
    if value.get().starts_with('[') {
        return Kind::Array;
    }
    let Some(fields) = Fields::of(value) else { return Kind::Other };
    if edge::of_value(value, None).is_some() {
        return Kind::Edge;
    }
    if fields.has("eventtype") || fields.has("playertime") {
        return Kind::Event;
    }
    if fields.has("received") && Received::read(value.get().as_bytes()).is_ok() {
        return Kind::Collected;
    }
    if Exchange::of_fields(&fields).is_some() {
        return Kind::Request;
    }
    match fields.first(LISTS).and_then(elements) {
        Some(list) => Kind::List(list),
        // The user says what it is.
        None if options.endpoint.is_some() => Kind::Edge,
        None => Kind::Other,
    }
}

pub(super) fn parse(text: &str, options: &Options) -> Result<Input, NoSession> {
    match text.trim_start().as_bytes().first() {
        Some(b'{') => objects(text, options),
        Some(b'[') => arrays(text, options),
        _ => other(text, options, || {
            let is_json = serde_json::from_str::<&RawValue>(text).is_ok();
            let what = if is_json { "is JSON, but no event" } else { "is neither JSON nor a log" };
            NoSession::new(format!("{what}: `check --help` lists what is read"))
        }),
    }
}

/// A text that is not JSON, or only in part.
fn other(
    text: &str,
    options: &Options,
    error: impl FnOnce() -> NoSession,
) -> Result<Input, NoSession> {
    match log::read(text, options) {
        Some(Ok(mut input)) if text.trim_start().starts_with(['{', '[']) => {
            let note = "is not JSON as a whole: requests were looked for in its text";
            input.notes.push(note.to_owned());
            Ok(input)
        }
        Some(input) => input,
        None => Err(near_miss::of_text(text).map_or_else(error, NoSession::new)),
    }
}

/// One object, or JSON Lines.
fn objects(text: &str, options: &Options) -> Result<Input, NoSession> {
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<&RawValue>();
    let Some(Ok(first)) = values.next() else {
        return other(text, options, || error_of(text));
    };
    match kind(first, options) {
        Kind::Event => events::read(text),
        Kind::Collected => collected::read(text, options),
        Kind::Array => arrays(text, options),
        Kind::List(list) => {
            match Fields::of(first).and_then(|fields| near_miss::of_output(&fields)) {
                Some(message) => Err(NoSession::new(message)),
                None => from_list(&list, options),
            }
        }
        Kind::Edge | Kind::Request => lines(text, options),
        Kind::Other => {
            let is_alone = values.next().is_none();
            let named = Fields::of(first).and_then(|fields| near_miss::of_object(&fields));
            match named {
                Some(message) => Err(NoSession::new(message)),
                None if is_alone => events::read(text),
                // A log begins with lines of other kinds.
                None => lines(text, options),
            }
        }
    }
}

/// JSON Lines with requests, events or bodies of Media Edge among them.
fn lines(text: &str, options: &Options) -> Result<Input, NoSession> {
    let mut traffic = Traffic::new(options);
    for value in serde_json::Deserializer::from_str(text).into_iter::<&RawValue>() {
        match value {
            Ok(value) => traffic.add_value(value),
            // Lines that are no JSON are between them.
            Err(_) => return other(text, options, || error_of(text)),
        }
    }
    if traffic.is_empty() {
        return events::read(text);
    }
    let mut input = traffic.into_input()?;
    if let ([session], true) = (&mut input.sessions[..], is_one_value(text)) {
        session.is_event = session.api == Api::Edge && session.count == 1 && !session.is_batch;
    }
    Ok(input)
}

fn is_one_value(text: &str) -> bool {
    serde_json::from_str::<&RawValue>(text).is_ok()
}

fn from_list(list: &[&RawValue], options: &Options) -> Result<Input, NoSession> {
    let mut traffic = Traffic::new(options);
    list.iter().for_each(|value| traffic.add_value(value));
    traffic.sort();
    traffic.into_input()
}

/// One array, or several on lines of their own.
fn arrays(text: &str, options: &Options) -> Result<Input, NoSession> {
    // Arrays of events can be large: only the first element is looked at here.
    let inside = text.trim_start().get(1..).unwrap_or_default();
    let mut inside = serde_json::Deserializer::from_str(inside).into_iter::<&RawValue>();
    let head: Option<&RawValue> = inside.next().and_then(Result::ok);
    let kind = |value| kind(value, options);
    let mut first = head.map(kind);
    if let (Some(Kind::Other | Kind::List(_)), Some(fields)) = (&first, head.and_then(Fields::of))
        && let Some(message) = near_miss::of_output(&fields)
    {
        return Err(NoSession::new(message));
    }
    if let Some(Kind::Other) = first
        && let Ok(list) = serde_json::from_str::<Vec<&RawValue>>(text)
    {
        // A list of requests may begin with other values, such as tunnels.
        first = list.into_iter().map(kind).find(|kind| !matches!(kind, Kind::Other));
    }
    match first {
        Some(Kind::Request | Kind::Edge) => match serde_json::from_str::<Vec<&RawValue>>(text) {
            Ok(list) => return from_list(&list, options),
            Err(_) => return other(text, options, || error_of(text)),
        },
        Some(Kind::Array) => {
            if let Ok(list) = serde_json::from_str::<Vec<&RawValue>>(text) {
                return Ok(batches(list));
            }
        }
        _ => {}
    }
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<&RawValue>();
    match (values.next(), values.next()) {
        (Some(Ok(one)), Some(Ok(two))) => match values.collect::<Result<Vec<_>, _>>() {
            Ok(rest) => Ok(batches([one, two].into_iter().chain(rest))),
            Err(_) => events::read(text),
        },
        // A log line such as `[INFO] POST ...`.
        (Some(Err(_)), _) | (_, Some(Err(_))) => {
            log::read(text, options).unwrap_or_else(|| events::read(text))
        }
        _ => events::read(text),
    }
}

/// Several arrays of events, each a session.
fn batches<'a>(list: impl IntoIterator<Item = &'a RawValue>) -> Input {
    let sessions = list.into_iter().map(|body| Session::of_batch(None, body.get().as_bytes()));
    Input { sessions: sessions.collect(), notes: Vec::new() }
}

/// The error of a text that is not JSON.
fn error_of(text: &str) -> NoSession {
    events::read(text).err().unwrap_or_else(|| NoSession::new("contains no event"))
}
