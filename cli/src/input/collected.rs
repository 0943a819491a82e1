//! Reads the file in which a collector stored what it accepted.

use std::collections::HashMap;

use media_collection::edge::{Content, Envelope, Item, Request};
use media_collection::{Api as Arrived, Event, Policy};
use media_collection_collector::received::Received;
use serde::Deserialize;

use super::edge::{Part, of_request};
use super::session::{Api, Sent, Session};
use super::{Input, NoSession, Options};

/// What stood around the events of a line in their request to Media Edge.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Around {
    request: Envelope,
    item: Envelope,
}

pub(super) fn read(text: &str, options: &Options) -> Result<Input, NoSession> {
    let mut input = Input::default();
    // The latest session of each id.
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut skipped = Vec::new();
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let Ok(line) = Received::read(line.as_bytes()) else {
            skipped.push(number + 1);
            continue;
        };
        if line.events.is_empty() {
            continue;
        }
        // A session of downloaded content arrives at once.
        let is_batch = line.events.len() > 1;
        let at = i64::try_from(line.at).ok().filter(|_| !is_batch);
        let sent = Sent { at, ..Sent::default() };
        let request = (line.api == Arrived::MediaEdge).then(|| request(&line)).flatten();
        let known = places.get(&line.session).copied().filter(|_| !line.begins);
        let place = known.unwrap_or_else(|| {
            let api = match line.api {
                Arrived::MediaEdge => Api::Edge,
                _ => Api::Collection,
            };
            input.sessions.push(Session::new(Some(line.session.clone()), api));
            places.insert(line.session.clone(), input.sessions.len() - 1);
            input.sessions.len() - 1
        });
        let session = &mut input.sessions[place];
        session.is_batch |= is_batch;
        match request {
            Some(part) if is_batch => {
                *session = Session::of_downloaded(Some(line.session), &part, sent, options);
            }
            Some(part) => session.add_part(&part, sent, options),
            None => line.events.iter().for_each(|event| session.add(event.get().as_bytes(), sent)),
        }
    }
    if let Some(first) = skipped.first() {
        let lines = super::near_miss::counted(skipped.len(), "line");
        input.notes.push(format!(
            "{lines} cannot be read and left out, the first is line {first}: a crash leaves one"
        ));
    }
    if input.sessions.is_empty() {
        return Err(NoSession::new("is the file of a collector, and contains no event"));
    }
    Ok(input)
}

/// The request in which the events of a line arrived, as Media Edge has it: a collector stores them in
/// the form of the other API. `None` if that is not possible.
fn request(line: &Received) -> Option<Part> {
    let around: Around = line
        .edge
        .as_ref()
        .and_then(|edge| serde_json::from_str(edge.get()).ok())
        .unwrap_or_default();
    let events = line.events.iter().map(|event| {
        Event::decode(event.get().as_bytes(), &Policy::tolerant().with_max_bytes(usize::MAX))
    });
    let mut events: Vec<_> = events.collect::<Result<_, _>>().ok()?;
    match events.len() {
        1 => {
            let event = events.pop()?;
            part(Item::new(event).with_session_id(&line.session), around)
        }
        _ => part(Item::new(events), around),
    }
}

fn part<T: Content>(item: Item<T>, around: Around) -> Option<Part> {
    let request = Request::from(item.with_envelope(around.item)).with_envelope(around.request);
    let body = request.encode().ok()?;
    let part = of_request(&body, Some(request.endpoint()?)).pop()?;
    // It was not sent like this.
    Some(Part { bytes: None, ..part })
}
