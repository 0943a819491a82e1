//! The threads that send requests.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, mpsc};

use media_collection::http::Request;

use super::dispatcher::Message;
use super::options::Forward;
use crate::locked::locked;

/// A request for a worker.
pub(super) struct Job {
    pub(super) session: u64,
    pub(super) request: Request<Vec<u8>>,
    /// Who is told what came.
    pub(super) to: mpsc::Sender<Message>,
}

/// Starts the threads that send. They end when nobody can have a job for them.
pub(super) fn start(forward: &Forward) -> io::Result<mpsc::Sender<Job>> {
    tracing::info!("forwarding to {}, {}", forward.to, forward.to.api().as_str());
    let (jobs, received) = mpsc::channel::<Job>();
    let received = Arc::new(Mutex::new(received));
    for _ in 0..forward.parallel.max(1) {
        let received = Arc::clone(&received);
        let sender = Arc::clone(&forward.sender);
        let work = move || {
            loop {
                let job = locked(&received).recv();
                let Ok(Job { session, request, to }) = job else { return };
                let response = catch_unwind(AssertUnwindSafe(|| sender.send(request)));
                let response = response.unwrap_or_else(|_| Err("the sender panicked".to_owned()));
                // It may have stopped.
                let _ = to.send(Message::Came { session, response });
            }
        };
        std::thread::Builder::new().name("forward-send".to_owned()).spawn(work)?;
    }
    Ok(jobs)
}
