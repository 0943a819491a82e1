//! Forwarding: what is stored goes on to another collector, such as Adobe's.
//!
//! One thread owns everything that is known (`dispatcher`): it reads the stored lines in their order
//! (`source`), gives each session's to the library's recorder, which decides what is sent, when again and in
//! which session (`session`, `event`, `upload`), and hands the requests (`request`) to workers. A session
//! has one request on its way, and the next one only when what came of the last is on the disk (`journal`).
//! What the other side does not take is set aside with its reason (`aside`).

mod aside;
mod dispatcher;
mod due;
mod event;
mod journal;
mod lost;
mod options;
mod request;
mod saved;
mod session;
mod source;
mod steps;
mod stored;
mod upload;
mod way;
mod workers;

use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, mpsc};
use std::thread::JoinHandle;

pub use options::{Forward, Sender};

pub(crate) use self::aside::Keep;
use self::dispatcher::{Dispatcher, Message};
use self::source::Folder;
use crate::storage::Safe;

/// Forwards until it is dropped. What is on its way has a few seconds then; the rest follows after the next
/// start.
#[derive(Debug)]
pub(crate) struct Forwarder {
    messages: mpsc::Sender<Message>,
    thread: Option<JoinHandle<()>>,
}

impl Forwarder {
    /// Forwards a folder's log.
    pub(crate) fn start(
        folder: &Path,
        safe: &Arc<Safe>,
        options: Forward,
        keep: Keep,
    ) -> io::Result<Self> {
        let source = Folder::new(folder, Arc::clone(safe));
        let (messages, received) = mpsc::channel();
        let dispatcher =
            Dispatcher::open(folder, Box::new(source), options, keep, messages.clone())?;
        let (is_told, to) = (Arc::new(AtomicBool::new(false)), messages.clone());
        let told = Arc::clone(&is_told);
        safe.tell(move || {
            // One message is enough until it is read.
            if !told.swap(true, Ordering::AcqRel) {
                let _ = to.send(Message::Stored);
            }
        });
        let thread = std::thread::Builder::new()
            .name("forward".to_owned())
            .spawn(move || dispatcher.run(&received, &is_told))?;
        Ok(Self { messages, thread: Some(thread) })
    }
}

impl Drop for Forwarder {
    fn drop(&mut self) {
        let _ = self.messages.send(Message::Stop);
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            tracing::error!("the thread that forwards panicked");
        }
    }
}
