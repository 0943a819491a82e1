//! A relay: decodes the requests of players, and forwards them to a collector.
//!
//! ```text
//! cargo run --example relay URL [ADDRESS:PORT]      (127.0.0.1:8081)
//! ```
//!
//! It loses no data. Members and event types that the schemas do not have are forwarded unchanged,
//! and the player gets the collector's own response, so it keeps an event until that is accepted.
#![forbid(unsafe_code)]

use std::error::Error;
use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::response::Response;
use media_collection::error::EncodeError;
use media_collection::http::{self, HeaderValue, Request, StatusCode, header};
use media_collection::{Collector, Created, Incoming, Policy, Rejection};

/// The headers of the collector's response that the player gets.
const HEADERS: [header::HeaderName; 3] =
    [header::CONTENT_TYPE, header::LOCATION, header::RETRY_AFTER];

struct Relay {
    collector: Collector,
    client: reqwest::Client,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let url = arguments.next().ok_or("usage: relay URL [ADDRESS:PORT]")?;
    let address = arguments.next().unwrap_or_else(|| "127.0.0.1:8081".to_owned());
    let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build()?;
    let relay = Arc::new(Relay { collector: url.parse()?, client });
    let listener = tokio::net::TcpListener::bind(address).await?;
    println!("listening on http://{}", listener.local_addr()?);
    axum::serve(listener, Router::new().fallback(receive).with_state(relay)).await?;
    Ok(())
}

async fn receive(
    State(relay): State<Arc<Relay>>,
    head: http::request::Parts,
    body: Bytes,
) -> Response {
    // Tolerant: the collector may know members and event types that this crate does not.
    let response = match Incoming::from_parts(&head, &body, &Policy::tolerant()) {
        Ok(Incoming::Schema(event_type)) => event_type.schema_response(),
        Ok(Incoming::Preflight) => Incoming::preflight_response(),
        Ok(incoming) => match request(&relay.collector, incoming) {
            Ok(Some(request)) => forward(&relay.client, request).await,
            Ok(None) => Rejection::NoEndpoint.into_response(),
            Err(error) => unavailable(&error),
        },
        Err(rejection) => rejection.into_response(),
    };
    response.map(Into::into)
}

/// Encodes the decoded request for the collector. A relay would modify events here.
fn request(to: &Collector, incoming: Incoming) -> Result<Option<Request<Vec<u8>>>, EncodeError> {
    Ok(Some(match incoming {
        Incoming::Start(start) => to.start(&start)?,
        Incoming::Event { session_id, event } => to.event(&session_id, &event)?,
        Incoming::Downloaded(session) => to.upload(&session)?,
        Incoming::LegacyBatch(session) => to.upload_legacy(&session)?,
        _ => return Ok(None),
    }))
}

async fn forward(client: &reqwest::Client, request: Request<Vec<u8>>) -> http::Response<Vec<u8>> {
    let shown = format!("{} {}", request.method(), request.uri());
    match send(client, request).await {
        Ok(response) => {
            println!("{shown}: {}", response.status());
            response
        }
        Err(error) => {
            println!("{shown}: {error}");
            unavailable(&error)
        }
    }
}

async fn send(
    client: &reqwest::Client,
    request: Request<Vec<u8>>,
) -> reqwest::Result<http::Response<Vec<u8>>> {
    let received = client.execute(request.try_into()?).await?;
    // Starts from a response with the CORS headers, so that a web page can read it.
    let mut response = Incoming::preflight_response();
    *response.status_mut() = received.status();
    for name in HEADERS {
        if let Some(value) = received.headers().get(&name) {
            response.headers_mut().insert(name, value.clone());
        }
    }
    *response.body_mut() = received.bytes().await?.to_vec();
    // The session has the collector's id, but the player sends its events to this relay.
    Ok(match Created::from_response(&response) {
        Ok(created) => created.into_response(),
        Err(_) => response,
    })
}

/// Makes the player keep the request and send it again later.
fn unavailable(error: &dyn Error) -> http::Response<Vec<u8>> {
    let mut response = Incoming::preflight_response();
    *response.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
    *response.body_mut() = format!("the collector cannot be reached: {error}").into_bytes();
    response
}
