//! Receives a body, within the limits for its bytes and its duration.

use axum::body::{Body, Bytes};
use http_body_util::BodyExt as _;
use media_collection::Rejection;
use media_collection::http::request::Parts;
use media_collection::http::{StatusCode, header};
use tokio::sync::SemaphorePermit;

use super::failure::Failure;
use super::{LARGE, Service, compute};
use crate::gzip::{self, GunzipError};

/// The most bytes of all bodies that are being received.
pub(super) const MAX_RECEIVING: usize = 256 * 1024 * 1024;

/// A body, and the permits for its bytes.
type Received<'a> = (Bytes, Option<SemaphorePermit<'a>>);

pub(super) async fn receive<'a>(
    service: &'a Service,
    parts: &Parts,
    body: Body,
    limit: usize,
) -> Result<Received<'a>, Failure> {
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
            if dropped > 4 * service.policy.max_bytes {
                break;
            }
            continue;
        }
        let permit = permits_for(service, data.len())?;
        match &mut permits {
            Some(permits) => permits.merge(permit),
            none => *none = Some(permit),
        }
        text.extend_from_slice(&data);
    }
    if dropped > 0 { Err(too_large(limit)) } else { Ok((text.into(), permits)) }
}

/// Decompresses a body. Until its size is known, it has permits for the most bytes that it can have.
pub(super) fn decompress<'a>(
    service: &'a Service,
    compressed: &[u8],
    permits: Option<SemaphorePermit<'a>>,
) -> Result<Received<'a>, Failure> {
    let max = service.policy.max_bytes;
    let most = gzip::most(compressed.len(), max);
    let mut permit = permits_for(service, most)?;
    let text = compute(most >= LARGE, || gzip::gunzip(compressed, max));
    drop(permits);
    let text = text.map_err(|error| match error {
        GunzipError::TooLarge { .. } | GunzipError::TooDense => {
            Rejection::TooLarge { message: error.to_string() }.into()
        }
        _ => Failure::Failed(StatusCode::BAD_REQUEST, format!("the body {error}")),
    })?;
    drop(permit.split(most - text.len()));
    Ok((text.into(), Some(permit)))
}

fn permits_for(service: &Service, bytes: usize) -> Result<SemaphorePermit<'_>, Failure> {
    let permits =
        u32::try_from(bytes).ok().and_then(|bytes| service.receiving.try_acquire_many(bytes).ok());
    permits.ok_or_else(|| {
        let message = "too much data is being received at once: send it again later";
        Failure::Failed(StatusCode::SERVICE_UNAVAILABLE, message.to_owned())
    })
}

fn too_large(limit: usize) -> Failure {
    let message = format!("has more than {limit} bytes");
    Rejection::TooLarge { message }.into()
}

fn announced(parts: &Parts) -> Option<usize> {
    parts.headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}
