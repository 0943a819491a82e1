//! Requests of a player, made from bytes, and the sessions that are found in them.

use media_collection_cli::input::{self, Input};

/// A request, and what is known of its response.
pub struct Request {
    pub path: String,
    pub body: String,
    pub status: u16,
    pub location: Option<String>,
}

/// Makes requests: a byte selects the kind, another one the session, and a third the response.
pub fn requests(bytes: &[u8]) -> Vec<Request> {
    let mut ts = 1_700_000_000_000_i64;
    // More of them find nothing more.
    let requests = bytes.chunks_exact(3).take(40).map(|choice| {
        ts += 1_000;
        let id = ["a1", "AbC+dEf==", "x%2Fy", "~.-_"][usize::from(choice[1] % 4)];
        let time = format!("\"playerTime\":{{\"playhead\":{},\"ts\":{ts}}}", choice[1]);
        let start = format!(
            "{{\"eventType\":\"sessionStart\",{time},\"params\":{{\"media.id\":\"gr\u{f6}\u{df}e \\\"x\\\"\"}}}}"
        );
        let ping = format!("{{\"eventType\":\"ping\",{time}}}");
        let status = [201, 200, 204, 0, 404, 503][usize::from(choice[2] % 6)];
        let location = (choice[2] & 0x40 == 0).then(|| format!("/api/v1/sessions/{id}"));
        let (path, body, location) = match choice[0] % 8 {
            0 | 1 => ("/api/v1/sessions".to_owned(), start, location),
            2 => ("/api/v1/downloaded".to_owned(), format!("[{start},{ping}]"), None),
            _ => (format!("/va/api/v1/sessions/{id}/events"), ping, None),
        };
        Request { path, body, status, location }
    });
    requests.collect()
}

/// Reads any bytes, and checks what must hold for every result.
pub fn parse(bytes: &[u8]) -> Option<Input> {
    let input = match input::parse(bytes) {
        Ok(input) => input,
        Err(error) => {
            assert!(!error.message.is_empty());
            return None;
        }
    };
    assert!(!input.sessions.is_empty());
    for session in &input.sessions {
        assert_eq!(session.events.len(), session.origins.len());
        assert!(session.is_whole() || !session.problems.is_empty());
        let indices = session.origins.iter().map(|origin| origin.index);
        assert!(
            indices.clone().is_sorted() && indices.max().is_none_or(|last| last < session.count)
        );
        assert!(!session.is_unreadable || !session.problems.is_empty());
    }
    Some(input)
}

/// What the sessions of a text are: ids, and the number of events.
pub fn sessions(text: &str) -> Vec<(Option<String>, usize)> {
    let input = parse(text.as_bytes());
    let sessions = input.into_iter().flat_map(|input| input.sessions);
    sessions.map(|session| (session.id, session.count)).collect()
}

/// The requests as JSON Lines.
pub fn lines(requests: &[Request]) -> String {
    let lines = requests.iter().map(|request| {
        serde_json::json!({"method": "POST", "path": request.path, "body": request.body,
            "status": request.status, "location": request.location})
        .to_string()
            + "\n"
    });
    lines.collect()
}
