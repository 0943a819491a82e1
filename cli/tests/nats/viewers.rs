//! Players that report sessions to any collector, and remember what was acknowledged.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

use crate::random::Random;
use crate::support::{event, start};

/// What a player knows of a session.
#[derive(Debug)]
pub struct Viewing {
    pub id: String,
    /// The timestamps of the events that were acknowledged.
    pub acknowledged: Vec<i64>,
}

#[derive(Debug, Default)]
struct Shared {
    stop: AtomicBool,
    viewings: Mutex<Vec<Viewing>>,
    /// Responses that no collector may give.
    wrong: Mutex<Vec<String>>,
    acknowledged: AtomicUsize,
    unavailable: AtomicUsize,
}

pub struct Viewers {
    shared: Arc<Shared>,
    threads: Vec<JoinHandle<()>>,
}

impl Viewers {
    pub fn start(addresses: &[String], count: usize, seed: u64) -> Self {
        let shared = Arc::<Shared>::default();
        let thread = |number: usize| {
            let shared = Arc::clone(&shared);
            let random = Random::new(seed.wrapping_mul(1_000).wrapping_add(number as u64));
            let mut viewer = Viewer::new(shared, addresses.to_vec(), random);
            std::thread::spawn(move || while viewer.views() {})
        };
        let threads = (0..count).map(thread).collect();
        Self { shared, threads }
    }

    /// How many events were acknowledged.
    pub fn acknowledged(&self) -> usize {
        self.shared.acknowledged.load(Ordering::Relaxed)
    }

    /// How often a collector was not there, or said that it cannot store anything.
    pub fn unavailable(&self) -> usize {
        self.shared.unavailable.load(Ordering::Relaxed)
    }

    /// Stops them, and returns what they know. Fails if a collector gave a response that it may not give.
    pub fn stop(self) -> Vec<Viewing> {
        self.shared.stop.store(true, Ordering::Relaxed);
        for thread in self.threads {
            thread.join().expect("a viewer does not panic");
        }
        let wrong = self.shared.wrong.lock().unwrap();
        assert!(
            wrong.is_empty(),
            "{} wrong responses: {:#?}",
            wrong.len(),
            &wrong[..wrong.len().min(20)]
        );
        std::mem::take(&mut self.shared.viewings.lock().unwrap())
    }
}

struct Viewer {
    shared: Arc<Shared>,
    agent: ureq::Agent,
    addresses: Vec<String>,
    random: Random,
}

impl Viewer {
    fn new(shared: Arc<Shared>, addresses: Vec<String>, random: Random) -> Self {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(10)));
        Self { shared, agent: config.build().into(), addresses, random }
    }

    /// Reports a session. False if it has to stop.
    fn views(&mut self) -> bool {
        let Some((_, location)) = self.report("/api/v1/sessions", &start("media"), &[201]) else {
            return false;
        };
        let id = location.rsplit('/').next().unwrap_or_default().to_owned();
        let mut viewing = Viewing { id, acknowledged: vec![1_700_000_000_000] };
        let path = format!("/api/v1/sessions/{}/events", viewing.id);
        let last = 2 + self.random.below(60);
        let mut goes_on = true;
        for at in 1..=last {
            let kind = match at {
                1 => "play",
                _ if at == last => "sessionEnd",
                _ => "ping",
            };
            let body = event(kind, at as f64);
            if self.report(&path, &body, &[204]).is_none() {
                goes_on = false;
                break;
            }
            viewing.acknowledged.push(1_700_000_000_001 + at as i64 * 1_000);
            // Some players say it twice.
            if at == last && self.random.below(4) == 0 {
                goes_on = self.report(&path, &body, &[204]).is_some();
            }
        }
        self.shared.viewings.lock().unwrap().push(viewing);
        goes_on && !self.shared.stop.load(Ordering::Relaxed)
    }

    /// Sends a request until a collector takes it, each time to any of them: `None` if it has to stop, or
    /// the response is wrong.
    fn report(&mut self, path: &str, body: &str, right: &[u16]) -> Option<(u16, String)> {
        loop {
            let address = &self.addresses[self.random.below(self.addresses.len())];
            let response = self.agent.post(format!("http://{address}{path}")).send(body);
            let response = response.map(|response| {
                let header = |name| response.headers().get(name).and_then(|at| at.to_str().ok());
                let status = response.status().as_u16();
                (status, header("location").map(str::to_owned), header("retry-after").is_some())
            });
            match response {
                Ok((status, location, _)) if right.contains(&status) => {
                    self.shared.acknowledged.fetch_add(1, Ordering::Relaxed);
                    return Some((status, location.unwrap_or_default()));
                }
                Ok((503, _, true)) | Err(_) => {}
                Ok((status, _, _)) => {
                    let wrong = format!("{status} from {address} for {path}: {body}");
                    self.shared.wrong.lock().unwrap().push(wrong);
                    return None;
                }
            }
            self.shared.unavailable.fetch_add(1, Ordering::Relaxed);
            if self.shared.stop.load(Ordering::Relaxed) {
                return None;
            }
            std::thread::sleep(self.random.millis(10, 100));
        }
    }
}
