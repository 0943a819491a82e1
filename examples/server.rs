//! A server for every endpoint of the API, on axum: opens sessions, accepts their events, and
//! prints what Adobe's back end would accept but not report.
//!
//! ```text
//! cargo run --example server [ADDRESS:PORT]      (127.0.0.1:8080)
//! ```
//!
//! The example `online` is a player that reports to it. `media-collection collect` is a complete
//! collector with a web page.
#![forbid(unsafe_code)]

use std::collections::HashMap;
use std::error::Error;
use std::hash::{BuildHasher as _, RandomState};
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::response::Response;
use media_collection::lint::{Linter, Window};
use media_collection::{
    Accepted, Created, Event, EventType, Incoming, Policy, Rejection, SessionId, Uploaded, http,
};

/// Each session that was opened here; `None` if it has ended.
type Sessions = Mutex<HashMap<SessionId, Option<Session>>>;

/// Requests overtake each other, so events pass the window before they are judged.
#[derive(Default)]
struct Session {
    window: Window<Event>,
    linter: Linter,
}

impl Session {
    fn received(&mut self, id: &SessionId, event: Event) {
        let Self { window, linter } = self;
        window.push(event, |event| linter.arrived(&event, |found| println!("{id}: {found}")));
    }

    fn ended(mut self, id: &SessionId) {
        let Self { window, linter } = &mut self;
        window.flush(|event| linter.arrived(&event, |found| println!("{id}: {found}")));
        self.linter.finish(|found| println!("{id}: {found}"));
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let address = std::env::args().nth(1).unwrap_or_else(|| "127.0.0.1:8080".to_owned());
    let listener = tokio::net::TcpListener::bind(address).await?;
    println!("listening on http://{}", listener.local_addr()?);
    // `Incoming` routes the requests, under any prefix.
    let router = Router::new().fallback(receive).with_state(Arc::<Sessions>::default());
    axum::serve(listener, router).await?;
    Ok(())
}

async fn receive(
    State(sessions): State<Arc<Sessions>>,
    head: http::request::Parts,
    body: Bytes,
) -> Response {
    // Strict: exactly what the schemas allow. A rejection lists every violation with its path.
    let response = match Incoming::from_parts(&head, &body, &Policy::strict()) {
        Ok(Incoming::Start(start)) => {
            let id = new_id();
            println!("{id}: opened, {}", start.params.id);
            let mut session = Session::default();
            session.received(&id, Event::from(*start));
            let mut sessions = sessions.lock().unwrap_or_else(PoisonError::into_inner);
            sessions.insert(id.clone(), Some(session));
            Created::new(id).into_response()
        }
        Ok(Incoming::Event { session_id, event }) => match add(&sessions, &session_id, event) {
            Ok(()) => Accepted::new().into_response(),
            Err(rejection) => rejection.into_response(),
        },
        Ok(Incoming::Downloaded(session) | Incoming::LegacyBatch(session)) => {
            println!("a session of {} events arrived", session.len());
            session.lint().iter().for_each(|finding| println!("{finding}"));
            Uploaded::new().into_response()
        }
        Ok(Incoming::Schema(event_type)) => event_type.schema_response(),
        Ok(_) => Incoming::preflight_response(),
        Err(rejection) => rejection.into_response(),
    };
    response.map(Into::into)
}

fn add(sessions: &Sessions, id: &SessionId, event: Event) -> Result<(), Rejection> {
    let mut sessions = sessions.lock().unwrap_or_else(PoisonError::into_inner);
    let place = sessions.get_mut(id).ok_or(Rejection::UnknownSession)?;
    let session = place.as_mut().ok_or(Rejection::ClosedSession)?;
    println!("{id}: {} at {} s", event.event_name(), event.player_time.playhead);
    let is_end = event.event_type() == Some(EventType::SessionEnd);
    session.received(id, event);
    if is_end && let Some(session) = place.take() {
        session.ended(id);
    }
    Ok(())
}

/// An id that is hard to guess, since each `RandomState` has random keys. A server in production
/// needs a cryptographic random number generator.
fn new_id() -> SessionId {
    let [high, low] = [(); 2].map(|()| RandomState::new().hash_one("session"));
    SessionId::new(format!("{high:016x}{low:016x}")).expect("it is not empty")
}
