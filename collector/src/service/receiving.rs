//! Which bodies are in memory, from their arrival until what they say is stored.
//!
//! Small ones are not counted: there is at most one for each connection. A large body counts as far as
//! it has arrived. If there are too many, those that arrive slowest make room.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, Instant};

use media_collection::http::StatusCode;
use tokio::sync::Notify;

use super::LARGE;
use super::failure::Failure;
use crate::connections::Client;
use crate::locked::locked;

/// The most bytes of large bodies.
const MAX_BYTES: usize = 256 * 1024 * 1024;
/// The most of them from one address, so that there is room for others.
const MAX_BYTES_OF_CLIENT: usize = MAX_BYTES / 4 * 3;
/// For so long a body that arrives slowly does not have to make room.
const GRACE: Duration = Duration::from_secs(1);

#[derive(Debug, Default)]
pub(super) struct Receiving(Mutex<Bodies>);

#[derive(Debug, Default)]
struct Bodies {
    next: u64,
    bytes: usize,
    by_client: HashMap<Client, usize>,
    by_number: HashMap<u64, Body>,
}

#[derive(Debug)]
struct Body {
    client: Client,
    bytes: usize,
    since: Instant,
    is_whole: bool,
    dropped: Arc<Notify>,
}

/// A body in memory, until this is dropped.
#[derive(Debug)]
pub(super) struct Held<'a> {
    receiving: &'a Receiving,
    client: Client,
    /// `None` for a small body.
    counted: Option<(u64, Arc<Notify>)>,
}

impl Receiving {
    /// For a body of which nothing has arrived.
    pub(super) fn hold(&self, client: Client) -> Held<'_> {
        Held { receiving: self, client, counted: None }
    }

    /// The bytes of large bodies in memory.
    pub(super) fn bytes(&self) -> usize {
        self.bodies().bytes
    }

    fn bodies(&self) -> MutexGuard<'_, Bodies> {
        locked(&self.0)
    }
}

impl Held<'_> {
    /// The body now has so many bytes. Large ones may find no room.
    pub(super) fn set(&mut self, bytes: usize) -> Result<(), Failure> {
        if bytes <= LARGE && self.counted.is_none() {
            return Ok(());
        }
        let mut bodies = self.receiving.bodies();
        let number = match &self.counted {
            Some((number, _)) => *number,
            None => {
                let (number, dropped) = bodies.add(self.client);
                self.counted = Some((number, dropped));
                number
            }
        };
        if bodies.set(number, bytes) { Ok(()) } else { Err(crowded()) }
    }

    /// The body has arrived: it need not make room any more.
    pub(super) fn arrived(&self) {
        if let Some((number, _)) = &self.counted
            && let Some(body) = self.receiving.bodies().by_number.get_mut(number)
        {
            body.is_whole = true;
        }
    }

    pub(super) fn is_counted(&self) -> bool {
        self.counted.is_some()
    }

    /// Ready when the body has to make room.
    pub(super) async fn dropped(&self) {
        match &self.counted {
            Some((_, dropped)) => dropped.notified().await,
            None => std::future::pending().await,
        }
    }
}

impl Drop for Held<'_> {
    fn drop(&mut self) {
        if let Some((number, _)) = &self.counted {
            self.receiving.bodies().remove(*number);
        }
    }
}

impl Bodies {
    fn add(&mut self, client: Client) -> (u64, Arc<Notify>) {
        let (number, dropped) = (self.next, Arc::new(Notify::new()));
        self.next += 1;
        let body = Body {
            client,
            bytes: 0,
            since: Instant::now(),
            is_whole: false,
            dropped: Arc::clone(&dropped),
        };
        self.by_number.insert(number, body);
        (number, dropped)
    }

    /// False if there is no room, or the body had to make room for others.
    fn set(&mut self, number: u64, bytes: usize) -> bool {
        let Some(Body { client, bytes: before, .. }) = self.by_number.get(&number) else {
            return false;
        };
        let (client, before) = (*client, *before);
        let more = bytes.saturating_sub(before);
        let of_client = self.by_client.get(&client).copied().unwrap_or_default();
        let over = (of_client + more).saturating_sub(MAX_BYTES_OF_CLIENT);
        if over > 0 && !self.make_room(over, |other, body| other != number && body.client == client)
        {
            return false;
        }
        let over = (self.bytes + more).saturating_sub(MAX_BYTES);
        if over > 0 && !self.make_room(over, |other, _| other != number) {
            return false;
        }
        self.bytes = self.bytes + bytes - before;
        let of_client = self.by_client.entry(client).or_default();
        *of_client = *of_client + bytes - before;
        if let Some(body) = self.by_number.get_mut(&number) {
            body.bytes = bytes;
        }
        true
    }

    /// Drops the bodies that arrive slowest, until there is room for so many bytes; none if that is not
    /// enough.
    fn make_room(&mut self, wanted: usize, may_be: impl Fn(u64, &Body) -> bool) -> bool {
        let slow = self.by_number.iter().filter_map(|(number, body)| {
            let time = body.since.elapsed();
            let is_slow = !body.is_whole && time >= GRACE && may_be(*number, body);
            is_slow.then(|| (body.bytes as f64 / time.as_secs_f64(), *number, body.bytes))
        });
        let mut slow: Vec<_> = slow.collect();
        slow.sort_by(|left, right| left.0.total_cmp(&right.0));
        let mut freed = 0;
        let enough = slow.iter().position(|(_, _, bytes)| {
            freed += bytes;
            freed >= wanted
        });
        let Some(last) = enough else { return false };
        for (_, number, _) in &slow[..=last] {
            self.remove(*number);
        }
        true
    }

    fn remove(&mut self, number: u64) {
        let Some(body) = self.by_number.remove(&number) else { return };
        self.bytes -= body.bytes;
        if let Some(bytes) = self.by_client.get_mut(&body.client) {
            *bytes -= body.bytes;
            if *bytes == 0 {
                self.by_client.remove(&body.client);
            }
        }
        body.dropped.notify_one();
    }
}

pub(super) fn crowded() -> Failure {
    let message = "too much data is being received at once: send it again later";
    Failure::Failed(StatusCode::SERVICE_UNAVAILABLE, message.to_owned())
}
