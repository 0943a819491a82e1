//! What the other collector did not take, in a stream: a message each.

use std::io;
use std::sync::Arc;

use tokio::runtime::Handle;

use super::super::Shared;
use super::super::publish::Text;
use crate::forward::{Aside, Rejections};

#[derive(Debug)]
pub(super) struct SetAside {
    shared: Arc<Shared>,
    runtime: Handle,
    place: String,
    subject: String,
    /// What the names of its texts begin with.
    prefix: String,
    number: u64,
    /// What is not stored yet.
    waiting: Vec<Text>,
}

impl SetAside {
    pub(super) fn new(shared: &Arc<Shared>, runtime: &Handle, partition: u32) -> Self {
        Self {
            shared: Arc::clone(shared),
            runtime: runtime.clone(),
            place: format!("the stream {}", shared.names.rejected_stream()),
            subject: shared.names.rejected(partition),
            prefix: shared.unique(&format!("rejected-{partition}")),
            number: 0,
            waiting: Vec::new(),
        }
    }
}

impl Rejections for SetAside {
    fn place(&self) -> &str {
        &self.place
    }

    fn add(&mut self, aside: &Aside<'_>) -> serde_json::Result<()> {
        let mut line = serde_json::to_vec(aside)?;
        line.push(b'\n');
        self.number += 1;
        self.waiting.push(Text::new(format!("{}-{}", self.prefix, self.number), line));
        Ok(())
    }

    fn write(&mut self) -> io::Result<()> {
        while let Some(text) = self.waiting.first_mut() {
            let storing = text.store(&self.shared.client, &self.subject, None);
            let stored = self.runtime.block_on(storing);
            stored.map_err(|failed| io::Error::other(String::from(failed)))?;
            self.waiting.remove(0);
        }
        Ok(())
    }

    /// The stream has limits of its own.
    fn tidy(&mut self, _: u64) -> io::Result<()> {
        Ok(())
    }
}
