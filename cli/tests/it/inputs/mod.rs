//! What `check` reads, and what it names.

pub mod edge;
mod har;
mod logs;
mod mutated;
mod near_misses;
mod texts;

use media_collection_cli::input::{self, Api, Input};

/// The start of a session of this content.
pub fn start(name: &str) -> String {
    crate::support::start(name)
}

pub fn ping(playhead: f64) -> String {
    crate::support::event("ping", playhead)
}

pub fn parse(text: impl AsRef<[u8]>) -> Input {
    let text = text.as_ref();
    input::parse(text)
        .unwrap_or_else(|error| panic!("{}: {}", error.message, String::from_utf8_lossy(text)))
}

/// Why there is no session.
pub fn refused(text: impl AsRef<[u8]>) -> String {
    let text = text.as_ref();
    match input::parse(text) {
        Ok(input) => panic!("{input:?}: {}", String::from_utf8_lossy(text)),
        Err(error) => error.message,
    }
}

/// The id of each session, and the names of its events.
pub fn sessions(input: &Input) -> Vec<(Option<&str>, Vec<&str>)> {
    let sessions = input.sessions.iter().map(|session| {
        assert_eq!(session.api, Api::Collection);
        assert_eq!(session.problems, [], "{session:?}");
        assert_eq!(session.count, session.events.len());
        let events = session.events.iter().map(|event| event.event_name()).collect();
        (session.id.as_deref(), events)
    });
    sessions.collect()
}

/// Two sessions whose events take turns, and what has to come out.
pub const TWO: [(Option<&str>, &[&str]); 2] = [
    (Some("AbC+1=="), &["sessionStart", "ping", "sessionEnd"]),
    (Some("b2"), &["sessionStart", "ping"]),
];

/// The requests of [`TWO`]: path, body, status, `Location`.
pub fn two() -> Vec<(String, String, u16, Option<String>)> {
    let event =
        |id: &str, body: String| (format!("/va/api/v1/sessions/{id}/events"), body, 204, None);
    let begin = |id: &str| {
        let location = Some(format!("/api/v1/sessions/{id}"));
        ("/va/api/v1/sessions".to_owned(), start(id), 201, location)
    };
    vec![
        begin("AbC+1=="),
        begin("b2"),
        event("AbC+1==", ping(1.0)),
        event("b2", ping(1.0)),
        event("AbC+1==", crate::support::event("sessionEnd", 2.0)),
    ]
}

pub fn assert_two(text: impl AsRef<[u8]>) {
    let input = parse(text);
    let expected: Vec<_> = TWO.iter().map(|(id, events)| (*id, events.to_vec())).collect();
    assert_eq!(sessions(&input), expected, "{:?}", input.notes);
}
