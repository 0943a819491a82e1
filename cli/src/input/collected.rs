//! Reads the file in which a collector stored what it accepted.

use std::collections::HashMap;

use media_collection_collector::received::Received;

use super::session::{Api, Sent, Session};
use super::{Input, NoSession};

pub(super) fn read(text: &str) -> Result<Input, NoSession> {
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
        let known = places.get(&line.session).copied().filter(|_| !line.begins);
        let place = known.unwrap_or_else(|| {
            let session = Session::new(Some(line.session.clone()), Api::Collection);
            input.sessions.push(session);
            places.insert(line.session, input.sessions.len() - 1);
            input.sessions.len() - 1
        });
        // A session of downloaded content arrives at once.
        let is_batch = line.events.len() > 1;
        input.sessions[place].is_batch |= is_batch;
        let at = i64::try_from(line.at).ok().filter(|_| !is_batch);
        for event in &line.events {
            input.sessions[place].add(event.get().as_bytes(), Sent { at, ..Sent::default() });
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
