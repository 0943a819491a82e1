//! Players that report to whatever collector answers, and remember what was acknowledged.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};
use std::{io, net};

use std::io::Write as _;

use crate::support::client::Response;
use crate::support::random::Random;
use crate::support::{event, start};

/// For so long a player tries to send an event.
const PATIENCE: Duration = Duration::from_secs(60);
/// The most bytes of a downloaded session, about: more than a message takes.
const LARGE: usize = 700 * 1024;

/// A session that a player has sent.
#[derive(Debug, Default)]
pub struct Sent {
    /// The id, or the name of a downloaded session, whose id nobody is told.
    pub id: Option<String>,
    pub name: String,
    /// The playheads of the acknowledged events, in their order.
    pub acknowledged: Vec<f64>,
    /// It was acknowledged that it ended.
    pub ended: bool,
}

/// All of them, and what was answered wrongly.
#[derive(Debug, Default)]
pub struct Load {
    sessions: Mutex<Vec<Sent>>,
    wrong: Mutex<Vec<String>>,
}

impl Load {
    /// What was sent. No open session was unknown or closed.
    pub fn sent(&self) -> Vec<Sent> {
        let wrong = self.wrong.lock().unwrap_or_else(PoisonError::into_inner);
        assert!(wrong.is_empty(), "{} wrong answers: {:?}", wrong.len(), wrong.first());
        std::mem::take(&mut *self.sessions.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Reports sessions until it is to stop. `address` says where a collector listens.
    pub fn run(&self, player: u64, stop: &AtomicBool, address: impl Fn(usize) -> Option<String>) {
        let mut random = Random::from(Random::new().next().wrapping_add(player));
        let mut count = 0;
        while !stop.load(Ordering::Relaxed) {
            count += 1;
            let name = format!("player {player} session {count}");
            let sent = if random.below(20) == 0 {
                self.download(name, &mut random, &address)
            } else {
                self.play(name, &mut random, stop, &address)
            };
            self.sessions.lock().unwrap_or_else(PoisonError::into_inner).push(sent);
        }
    }

    fn play(
        &self,
        name: String,
        random: &mut Random,
        stop: &AtomicBool,
        address: &impl Fn(usize) -> Option<String>,
    ) -> Sent {
        let mut sent = Sent { name, ..Sent::default() };
        let response = post(random, address, "/api/v1/sessions", &start(&sent.name));
        let Some(response) = response.filter(|response| response.status == 201) else {
            return sent;
        };
        let id = response.session();
        sent.id = Some(id.clone());
        sent.acknowledged.push(0.0);
        let path = format!("/api/v1/sessions/{id}/events");
        for step in 1..=random.below(60) {
            if stop.load(Ordering::Relaxed) {
                return sent;
            }
            let playhead = step as f64;
            match post(random, address, &path, &event("ping", playhead)) {
                Some(response) if response.status == 204 => sent.acknowledged.push(playhead),
                Some(response) => {
                    self.note(&id, &response);
                    return sent;
                }
                None => return sent,
            }
        }
        match post(random, address, &path, &event("sessionEnd", 100.0)) {
            Some(response) if response.status == 204 => {
                sent.acknowledged.push(100.0);
                sent.ended = true;
            }
            Some(response) => self.note(&id, &response),
            None => {}
        }
        sent
    }

    fn note(&self, id: &str, response: &Response) {
        let wrong = format!("{id}: {} {}", response.status, response.body);
        self.wrong.lock().unwrap_or_else(PoisonError::into_inner).push(wrong);
    }

    fn download(
        &self,
        name: String,
        random: &mut Random,
        address: &impl Fn(usize) -> Option<String>,
    ) -> Sent {
        let mut batch = format!("[{}", start(&name));
        let (mut playhead, mut playheads) = (0.0, vec![0.0]);
        while batch.len() < LARGE {
            playhead += 0.01;
            batch += ",";
            batch += &event("ping", playhead);
            playheads.push(playhead);
        }
        batch.push(']');
        let stored = post(random, address, "/api/v1/downloaded", &batch);
        let stored = stored.is_some_and(|response| response.status == 201);
        let acknowledged = if stored { playheads } else { Vec::new() };
        Sent { name, acknowledged, ..Sent::default() }
    }
}

/// Sends to one collector after the other, until one does not fail.
pub fn post(
    random: &mut Random,
    address: &impl Fn(usize) -> Option<String>,
    path: &str,
    body: &str,
) -> Option<Response> {
    let until = Instant::now() + PATIENCE;
    while Instant::now() < until {
        let to = address(usize::try_from(random.below(3)).unwrap());
        match to.and_then(|to| once(&to, path, body).ok().flatten()) {
            Some(response) if response.status < 500 => return Some(response),
            _ => std::thread::sleep(Duration::from_millis(20 + random.below(80))),
        }
    }
    None
}

fn once(to: &str, path: &str, body: &str) -> io::Result<Option<Response>> {
    let mut stream = net::TcpStream::connect(to)?;
    stream.set_read_timeout(Some(Duration::from_secs(20)))?;
    stream.set_write_timeout(Some(Duration::from_secs(20)))?;
    let length = body.len();
    let head = format!(
        "POST {path} HTTP/1.1\r\nHost: {to}\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n"
    );
    stream.write_all(head.as_bytes())?;
    stream.write_all(body.as_bytes())?;
    let mut bytes = Vec::new();
    io::Read::read_to_end(&mut stream, &mut bytes)?;
    Ok(Response::parse(&bytes))
}
