//! Accepts connections, limits their number and duration, and shuts them down gracefully.

mod allowance;
mod aside;
mod asked;
mod client;
mod head_timer;
mod open;
mod socket;
mod stream;
mod threads;

use std::convert::Infallible;
use std::io;
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;
use std::time::Duration;

use axum::body::Body;
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};

pub(crate) use self::allowance::Allowance;
use self::aside::Served;
pub(crate) use self::client::Client;
use self::head_timer::HeadTimer;
pub(crate) use self::open::{Busy, Connection};
use self::open::{Connections, Room};
use self::stream::Stream;
use self::threads::Threads;
pub(crate) use self::threads::is_aside;
use crate::log::Log;
use crate::options::ConnectionLimits;

/// How long a request's head may take, and how long a connection may be idle between requests.
const HEAD_TIMEOUT: Duration = Duration::from_secs(30);
/// The most bytes of a connection that were received and are not taken yet, and of a request's head.
const MAX_BUFFER: usize = 64 * 1024;
/// How long requests in progress may take when the collector stops.
const SHUTDOWN_TIMEOUT: Duration = Duration::from_secs(5);

/// Serves until `stop` is ready, with a count of the connections that are open, then lets requests in progress finish.
///
/// # Errors
///
/// When a thread cannot be made.
pub(crate) async fn serve<A, F>(
    listener: TcpListener,
    limits: &ConnectionLimits,
    (log, count): (&Log, Arc<AtomicUsize>),
    answer: A,
    stop: impl Future<Output = ()>,
) -> io::Result<()>
where
    A: Fn(Arc<Connection>, Request<Incoming>) -> F + Clone + Send + 'static,
    F: Future<Output = Response<Body>> + Send + 'static,
{
    let connections = Arc::new(Connections::new(limits.open, limits.open_by_address, count));
    let threads = Arc::new(Threads::start()?);
    let graceful = GracefulShutdown::new();
    let mut http = hyper::server::conn::http1::Builder::new();
    // A client that has shut down its sending side still gets the response.
    http.header_read_timeout(HEAD_TIMEOUT).half_close(true);
    http.max_buf_size(MAX_BUFFER);
    let accepting = async {
        loop {
            let (stream, connection) = accept(&listener, &connections, log).await;
            let place = connections.enter(Arc::clone(&connection));
            let number = place.number;
            let stream = Stream::new(stream, Arc::clone(&connection), limits.response_timeout);
            let (answer, of) = (answer.clone(), Arc::clone(&connection));
            let service = service_fn(move |request| {
                let response = answer(Arc::clone(&connection), request);
                async move { Ok::<_, Infallible>(response.await) }
            });
            let mut http = http.clone();
            http.timer(HeadTimer::default());
            let served = graceful.watch(http.serve_connection(TokioIo::new(stream), service));
            let served = Served::new(served, of, Arc::clone(&threads));
            let task = tokio::spawn(async move {
                // Dropped also when the connection is closed for another one.
                let _place = place;
                if let Some(Err(error)) = served.await {
                    tracing::debug!("a connection failed: {error}");
                }
            });
            connections.started(number, task.abort_handle());
        }
    };
    tokio::select! {
        () = accepting => {}
        () = threads.watch() => {}
        () = stop => {}
    }
    drop(listener);
    if tokio::time::timeout(SHUTDOWN_TIMEOUT, graceful.shutdown()).await.is_err() {
        tracing::warn!("some requests did not finish in time");
        connections.close_all();
    }
    // It waits for the threads.
    let _ = tokio::task::spawn_blocking(move || drop(threads)).await;
    Ok(())
}

/// The next connection for which there is room.
async fn accept(
    listener: &TcpListener,
    connections: &Connections,
    log: &Log,
) -> (TcpStream, Arc<Connection>) {
    loop {
        let (stream, peer) = match listener.accept().await {
            Ok(accepted) => accepted,
            Err(error) => {
                // Most likely out of file descriptors, until other connections close.
                log.connections(|| tracing::warn!("a connection was not accepted: {error}"));
                if !connections.close_one() {
                    tokio::time::sleep(Duration::from_millis(100)).await;
                }
                tokio::task::yield_now().await;
                continue;
            }
        };
        let local = stream.local_addr().ok().map(|local| local.ip());
        let connection = Arc::new(Connection::new(peer, local));
        loop {
            match connections.make_room(connection.client) {
                Room::Free { closed: false } => return (stream, connection),
                Room::Free { closed: true } => {
                    log.connections(|| {
                        tracing::warn!("a connection was closed for another: there are too many");
                    });
                    return (stream, connection);
                }
                Room::None => connections.changed().await,
                Room::NoneOfClient => {
                    log.connections(|| {
                        tracing::warn!("a connection was closed: its address has too many");
                    });
                    break;
                }
            }
        }
    }
}
