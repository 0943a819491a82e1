//! Asks the owner of a partition for what its page shows, and answers such requests.
//!
//! A request is a path of the page. The response comes in parts, each of which the asker acknowledges before
//! the next is made.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use async_nats::{
    Client, HeaderMap, Message, PublishError, Request, StatusCode as NatsStatus, Subscriber,
};
use axum::Router;
use axum::body::{Body, Bytes, HttpBody};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use futures_util::{StreamExt as _, stream};
use http_body_util::BodyExt as _;
use hyper::body::Frame;
use hyper::service::Service as _;
use hyper_util::service::TowerToHyperService;
use tokio::sync::{Semaphore, mpsc};
use tokio::time::{Instant, timeout};

use crate::board::Board;
use crate::page;

/// The most bytes of a part.
const MAX_PART: usize = 256 * 1024;
/// How long the other side may take for a part.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long a request waits for a board that has not read enough of its stream. Shorter than the other side's
/// patience.
const MAX_BEHIND: Duration = Duration::from_secs(2);
/// The most requests that are answered at a time.
const MAX_ANSWERED: usize = 16;

/// The header of a request: the message of the stream that the board has to have taken.
const LEAST: &str = "Media-Collection-Least";
/// The header of a message that is a rejected request.
pub(super) const REJECTED: &str = "Media-Collection-Rejected";
/// The header of a message that is a list of texts: rejected requests that have one are dropped.
pub(super) const FORGET: &str = "Media-Collection-Forget";
/// The header of a request that only asks whether the board has taken a message.
const READ: &str = "Media-Collection-Read";
/// The header of the first part: the status.
const STATUS: &str = "Media-Collection-Status";
/// The header of the first part, if the board does not know yet what there was when it began.
const BEHIND: &str = "Media-Collection-Behind";
/// The header of the last part, which is empty.
const LAST: &str = "Media-Collection-Last";
/// Headers of the response that are passed on.
const PASSED: [header::HeaderName; 3] =
    [header::CONTENT_TYPE, header::CONTENT_DISPOSITION, header::RETRY_AFTER];

/// Tells the owner of a partition, or a collector, what the header says.
pub(super) async fn tell(
    client: &Client,
    subject: String,
    header: &str,
    text: Vec<u8>,
) -> Result<(), PublishError> {
    let mut headers = HeaderMap::new();
    headers.insert(header, "1");
    client.publish_with_headers(subject, headers, text.into()).await
}

/// Asks the owner of a partition whether it has read its stream to a message. `None` if nobody answers.
pub(super) async fn has_read(client: &Client, subject: String, sequence: u64) -> Option<bool> {
    let mut headers = HeaderMap::new();
    headers.insert(LEAST, sequence.to_string());
    headers.insert(READ, "1");
    let request = Request::new().headers(headers).payload(Bytes::new()).timeout(Some(PATIENCE));
    let response = client.send_request(subject, request).await.ok()?;
    Some(response.headers?.get(READ)?.as_str() == "yes")
}

/// How far a board has come that others ask about.
pub(super) trait Progress: Send + Sync + 'static {
    /// Whether the board has taken a message, or takes it until then.
    fn comes_to(&self, message: u64, until: Instant) -> impl Future<Output = bool> + Send;

    /// Whether the board knows what there was when it began, or learns it until then.
    fn knows_all(&self, until: Instant) -> impl Future<Output = bool> + Send;
}

/// The board of a collector: what it has is there at once.
pub(super) struct OwnBoard;

impl Progress for OwnBoard {
    async fn comes_to(&self, _: u64, _: Instant) -> bool {
        true
    }

    async fn knows_all(&self, _: Instant) -> bool {
        true
    }
}

/// Answers requests about a board until it is dropped.
pub(super) async fn answer(
    client: Client,
    subject: String,
    board: Arc<Board>,
    progress: Arc<impl Progress>,
) {
    let turns = Arc::new(Semaphore::new(MAX_ANSWERED));
    let router = page::sessions(Arc::clone(&board));
    loop {
        let mut requests = match client.subscribe(subject.clone()).await {
            Ok(requests) => requests,
            Err(error) => {
                tracing::debug!("{subject}: {error}");
                tokio::time::sleep(Duration::from_secs(1)).await;
                continue;
            }
        };
        while let Some(request) = requests.next().await {
            let has = |name| request.headers.as_ref().is_some_and(|all| all.get(name).is_some());
            if has(REJECTED) {
                if let Ok(rejected) = serde_json::from_slice(&request.payload) {
                    board.sessions().reject(rejected);
                }
                continue;
            }
            if has(FORGET) {
                if let Ok(texts) = serde_json::from_slice::<Vec<String>>(&request.payload) {
                    board.sessions().forget_rejected(&texts);
                }
                continue;
            }
            let asks_read = has(READ);
            let Ok(turn) = Arc::clone(&turns).acquire_owned().await else { return };
            let least = request.headers.as_ref().and_then(|headers| headers.get(LEAST));
            let least = least.and_then(|least| least.as_str().parse().ok()).unwrap_or(0);
            let (client, router) = (client.clone(), router.clone());
            let progress = Arc::clone(&progress);
            tokio::spawn(async move {
                let until = Instant::now() + MAX_BEHIND;
                let is_ready = progress.comes_to(least, until).await;
                if asks_read {
                    let mut headers = HeaderMap::new();
                    headers.insert(READ, if is_ready { "yes" } else { "no" });
                    if let Some(to) = request.reply {
                        let _ = client.publish_with_headers(to, headers, Bytes::new()).await;
                    }
                } else {
                    // What is behind is better than nothing.
                    respond(&client, router, &request, (&*progress, is_ready, until)).await;
                }
                drop(turn);
            });
        }
    }
}

/// Sends the response. If the asker has gone, the rest is not made. A board that does not know all, or has not come
/// to the message that it should have taken, says of nothing that it is not there.
async fn respond(
    client: &Client,
    router: Router,
    request: &Message,
    (progress, is_ready, until): (&impl Progress, bool, Instant),
) -> Option<()> {
    let to = request.reply.clone()?;
    let path = std::str::from_utf8(&request.payload).ok()?;
    let page = async || {
        let request = axum::http::Request::get(path).body(Body::empty()).ok()?;
        let Ok(response) = TowerToHyperService::new(router.clone()).call(request).await;
        Some(response)
    };
    // Before the board is asked: what it learns meanwhile may be what it did not have.
    let mut knows_all = progress.knows_all(Instant::now()).await;
    let mut response = page().await?;
    if response.status() == StatusCode::NOT_FOUND && !(knows_all && is_ready) {
        knows_all = progress.knows_all(until).await;
        response = match knows_all && is_ready {
            true => page().await?,
            false => page::later("the owner of this session reads it: try again"),
        };
    }
    let mut headers = HeaderMap::new();
    headers.insert(STATUS, response.status().as_str());
    if !knows_all {
        headers.insert(BEHIND, "1");
    }
    for name in PASSED {
        if let Some(value) = response.headers().get(&name).and_then(|value| value.to_str().ok()) {
            headers.insert(name.as_str(), value);
        }
    }
    let send = async |headers: HeaderMap, part: Bytes| {
        let part = Request::new().headers(headers).payload(part).timeout(Some(PATIENCE));
        client.send_request(to.clone(), part).await.ok()
    };
    let mut body = response.into_body();
    while let Some(frame) = body.frame().await {
        let Ok(mut data) = frame.ok()?.into_data() else { continue };
        while !data.is_empty() {
            let part = data.split_to(data.len().min(MAX_PART));
            send(std::mem::take(&mut headers), part).await?;
        }
    }
    headers.insert(LAST, "1");
    send(headers, Bytes::new()).await.map(drop)
}

/// An extension of a response: the board that it is made of does not know yet what there was when it began.
#[derive(Debug, Clone, Copy)]
pub(super) struct Behind;

/// Asks for a path of the page. `None` if nobody answers.
pub(super) async fn ask(
    client: &Client,
    subject: String,
    path: &str,
    least: u64,
) -> Option<Response> {
    let inbox = client.new_inbox();
    let mut parts = client.subscribe(inbox.clone()).await.ok()?;
    let mut headers = HeaderMap::new();
    headers.insert(LEAST, least.to_string());
    let payload = Bytes::copy_from_slice(path.as_bytes());
    client.publish_with_reply_and_headers(subject, inbox, headers, payload).await.ok()?;
    let first = timeout(PATIENCE, parts.next()).await.ok()??;
    if first.status == Some(NatsStatus::NO_RESPONDERS) {
        return None;
    }
    let headers = first.headers.clone()?;
    let status = headers.get(STATUS)?.as_str().parse::<u16>().ok()?;
    let (sender, received) = mpsc::channel(1);
    let is_last = headers.get(LAST).is_some();
    let mut response = Response::new(Body::new(Parts(received)));
    *response.status_mut() = StatusCode::from_u16(status).ok()?;
    if headers.get(BEHIND).is_some() {
        response.extensions_mut().insert(Behind);
    }
    for name in PASSED {
        if let Some(value) = headers.get(name.as_str())
            && let Ok(value) = HeaderValue::from_str(value.as_str())
        {
            response.headers_mut().insert(name, value);
        }
    }
    tokio::spawn(receive(client.clone(), first, is_last, parts, sender));
    Some(response)
}

/// Passes the parts on, and acknowledges each when there is room for the next.
async fn receive(
    client: Client,
    first: Message,
    mut is_last: bool,
    mut parts: Subscriber,
    to: mpsc::Sender<Result<Bytes, String>>,
) {
    let mut part = first;
    loop {
        let payload = std::mem::take(&mut part.payload);
        if !payload.is_empty() && to.send(Ok(payload)).await.is_err() {
            // The browser has gone. Nothing is acknowledged, so that nothing more is made.
            return;
        }
        if let Some(reply) = part.reply.take() {
            let _ = client.publish(reply, Bytes::new()).await;
        }
        if is_last {
            return;
        }
        let Ok(Some(next)) = timeout(PATIENCE, parts.next()).await else {
            let _ = to.send(Err("the owner of the session does not answer".to_owned())).await;
            return;
        };
        is_last = next.headers.as_ref().is_some_and(|headers| headers.get(LAST).is_some());
        part = next;
    }
}

/// The whole body of a response, if it has no more bytes than this.
pub(super) async fn whole(response: Response, most: usize) -> Option<Vec<u8>> {
    let mut body = response.into_body();
    let mut text = Vec::new();
    while let Some(frame) = body.frame().await {
        let Ok(data) = frame.ok()?.into_data() else { continue };
        if text.len() + data.len() > most {
            return None;
        }
        text.extend_from_slice(&data);
    }
    Some(text)
}

/// The results of all, at most so many at a time.
pub(super) async fn all<F: Future>(asked: Vec<F>, at_a_time: usize) -> Vec<F::Output> {
    stream::iter(asked).buffered(at_a_time).collect().await
}

/// A body whose parts arrive.
struct Parts(mpsc::Receiver<Result<Bytes, String>>);

impl HttpBody for Parts {
    type Data = Bytes;
    type Error = String;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, String>>> {
        self.0.poll_recv(context).map(|part| part.map(|part| part.map(Frame::data)))
    }
}
