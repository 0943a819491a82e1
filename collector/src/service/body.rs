//! Receives a body, within the limits for its bytes and its duration.

use axum::body::{Body, Bytes};
use http_body_util::BodyExt as _;
use media_collection::Rejection;
use media_collection::http::request::Parts;
use media_collection::http::{StatusCode, header};
use tokio::sync::SemaphorePermit;

use super::Service;
use super::failure::Failure;

/// The most bytes of all bodies that are being received.
pub(super) const MAX_RECEIVING: usize = 256 * 1024 * 1024;

/// A body, and the permits for its bytes.
type Received<'a> = (Bytes, Option<SemaphorePermit<'a>>);

pub(super) async fn receive<'a>(
    service: &'a Service,
    parts: &Parts,
    body: Body,
) -> Result<Received<'a>, Failure> {
    let limit = service.policy.max_bytes;
    if parts.headers.contains_key(header::EXPECT) && announced(parts).is_some_and(|len| len > limit)
    {
        // With `Expect: 100-continue` the client has not sent the body yet.
        return Err(too_large(limit));
    }
    match tokio::time::timeout(service.body_timeout, read(service, body, limit)).await {
        Ok(received) => received,
        Err(_) => {
            let message = "the body did not arrive in time";
            Err(Failure::Failed(StatusCode::REQUEST_TIMEOUT, message.to_owned()))
        }
    }
}

async fn read(service: &Service, mut body: Body, limit: usize) -> Result<Received<'_>, Failure> {
    let mut text = Vec::new();
    let mut permits: Option<SemaphorePermit<'_>> = None;
    let mut dropped = 0;
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|_| {
            let message = "the body is incomplete, or its chunks cannot be decoded";
            Failure::Failed(StatusCode::BAD_REQUEST, message.to_owned())
        })?;
        let Ok(data) = frame.into_data() else { continue };
        if dropped > 0 || text.len() + data.len() > limit {
            // A client reads the response only after it has sent everything, so more data is
            // received and dropped before the response is sent.
            text = Vec::new();
            dropped += data.len();
            if dropped > 4 * limit {
                break;
            }
            continue;
        }
        let permit = u32::try_from(data.len())
            .ok()
            .and_then(|bytes| service.receiving.try_acquire_many(bytes).ok());
        let Some(permit) = permit else {
            let message = "too much data is being received at once: send it again later";
            return Err(Failure::Failed(StatusCode::SERVICE_UNAVAILABLE, message.to_owned()));
        };
        match &mut permits {
            Some(permits) => permits.merge(permit),
            none => *none = Some(permit),
        }
        text.extend_from_slice(&data);
    }
    if dropped > 0 { Err(too_large(limit)) } else { Ok((text.into(), permits)) }
}

fn too_large(limit: usize) -> Failure {
    let message = format!("has more than {limit} bytes");
    Rejection::TooLarge { message }.into()
}

fn announced(parts: &Parts) -> Option<usize> {
    parts.headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}
