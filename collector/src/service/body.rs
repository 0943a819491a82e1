//! Receiving a body: at most as many bytes as the policy allows, within the time there is.

use axum::body::{Body, Bytes};
use http_body_util::BodyExt as _;
use media_collection::Rejection;
use media_collection::http::request::Parts;
use media_collection::http::{StatusCode, header};
use tokio::sync::SemaphorePermit;

use super::Service;
use super::failure::Failure;

/// Bytes of all bodies that are being received.
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
        // The client asked first, so it has not sent any of it.
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
            let message = "the body broke off, or its chunks cannot be read";
            Failure::Failed(StatusCode::BAD_REQUEST, message.to_owned())
        })?;
        let Ok(data) = frame.into_data() else { continue };
        if dropped > 0 || text.len() + data.len() > limit {
            // A client reads the response after it has sent everything, so some more is received
            // and dropped before it is told.
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
            let message = "too much is being received at once: send it again later";
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
