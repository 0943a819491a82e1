//! Receives a body, within the limits for its bytes and its duration.

use std::future::poll_fn;
use std::time::Duration;

use axum::body::{Bytes, HttpBody};
use http_body_util::BodyExt as _;
use media_collection::Rejection;
use media_collection::http::request::Parts;
use media_collection::http::{StatusCode, header};

use super::failure::Failure;
use super::pieces::Pieces;
use super::receiving::{Held, crowded};
use super::{LARGE, Service, compute};
use crate::connections::{Allowance, Busy, Connection};
use crate::gzip::{self, GunzipError};

/// The most bytes of a body that are dropped before the response is sent.
const MAX_DROPPED: usize = 32 * 1024 * 1024;

/// A request whose body arrives.
pub(super) struct Receiver<'a, B> {
    pub(super) service: &'a Service,
    pub(super) connection: &'a Connection,
    pub(super) body: B,
}

/// A body that arrived.
pub(super) struct Received<'a> {
    pub(super) bytes: Bytes,
    pub(super) held: Held<'a>,
    /// Until the response is made.
    pub(super) busy: Busy<'a>,
}

impl<'a, B: HttpBody<Data = Bytes> + Unpin> Receiver<'a, B> {
    pub(super) async fn receive(
        self,
        parts: &Parts,
        limit: usize,
    ) -> Result<Received<'a>, Failure> {
        if parts.headers.contains_key(header::EXPECT)
            && announced(parts).is_some_and(|len| len > limit)
        {
            // With `Expect: 100-continue` the client has not sent the body yet.
            return Err(too_large(limit));
        }
        let Self { service, connection, body } = self;
        let mut held = service.receiving.hold(connection.client);
        let bytes = read(body, &mut held, limit, service.body_timeout).await?;
        held.arrived();
        let busy = connection.whole().await;
        if service.backend.is_behind() {
            return Err(crowded());
        }
        Ok(Received { bytes, held, busy })
    }
}

async fn read<B: HttpBody<Data = Bytes> + Unpin>(
    mut body: B,
    held: &mut Held<'_>,
    limit: usize,
    time: Duration,
) -> Result<Bytes, Failure> {
    let mut allowance = Allowance::new(time);
    let mut arrived = Pieces::default();
    let mut dropped = 0;
    loop {
        let frame = tokio::select! {
            biased;
            () = held.dropped(), if held.is_counted() => return Err(crowded()),
            frame = body.frame() => frame,
            () = poll_fn(|cx| allowance.poll_over(cx)) => {
                let message = "the body did not arrive in time";
                return Err(Failure::Failed(StatusCode::REQUEST_TIMEOUT, message.to_owned()));
            }
        };
        let Some(frame) = frame else { break };
        let frame = frame.map_err(|_| {
            let message = "the body is incomplete, or its chunks cannot be decoded";
            Failure::Failed(StatusCode::BAD_REQUEST, message.to_owned())
        })?;
        let Ok(data) = frame.into_data() else { continue };
        if dropped > 0 || arrived.len() + data.len() > limit {
            // A client reads the response only after it has sent everything, so more data is
            // received and dropped before the response is sent.
            arrived = Pieces::default();
            held.set(0)?;
            dropped += data.len();
            if dropped > MAX_DROPPED {
                break;
            }
            continue;
        }
        held.set(arrived.held_with(data.len()))?;
        allowance.add(data.len());
        arrived.push(data);
        if !arrived.is_one() {
            allowance.at_most(time);
        }
    }
    if dropped > 0 { Err(too_large(limit)) } else { Ok(arrived.whole()) }
}

/// Decompresses a body. Until its size is known, it counts as the most bytes that it can have.
pub(super) fn decompress(
    service: &Service,
    compressed: &[u8],
    held: &mut Held<'_>,
) -> Result<Bytes, Failure> {
    let max = service.policy.max_bytes;
    let most = gzip::most(compressed.len(), max);
    held.set(compressed.len() + most)?;
    held.arrived();
    let text = compute(most >= LARGE, || gzip::gunzip(compressed, max));
    let text = text.map_err(|error| match error {
        GunzipError::TooLarge { .. } | GunzipError::TooDense => {
            Rejection::TooLarge { message: error.to_string() }.into()
        }
        _ => Failure::Failed(StatusCode::BAD_REQUEST, format!("the body {error}")),
    })?;
    held.set(text.len())?;
    Ok(text.into())
}

fn too_large(limit: usize) -> Failure {
    let message = format!("has more than {limit} bytes");
    Rejection::TooLarge { message }.into()
}

fn announced(parts: &Parts) -> Option<usize> {
    parts.headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}
