//! Visitors are forgotten meanwhile, by processes that are killed at any moment.
//!
//! They are of this test program, with `forgetter` as the only test.

use std::process::Stdio;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use media_collection_collector::{ForgetSteps, forget_by_steps};

use super::load::post;
use super::{part, told};
use crate::forget::named;
use crate::streams;
use crate::support::event;
use crate::support::random::Random;

/// What the ids of the visitors begin with.
pub const VISITOR: &str = "visitor-to-forget-";
/// A run that nobody kills takes less, whatever happens to the servers.
const PATIENCE: Duration = Duration::from_secs(600);
const PAUSE: Duration = Duration::from_millis(50);

/// The process, if it is one.
#[test]
fn forgetter() {
    let (Ok(visitors), Some(nats)) = (std::env::var("TEST_FORGET"), told()) else { return };
    let visitors: Vec<_> = visitors.split(',').map(ToOwned::to_owned).collect();
    forget_by_steps(&nats, &visitors, None, ForgetSteps::default()).unwrap();
}

/// Who was to be forgotten, and how often that was tried.
#[derive(Debug, Default)]
pub struct Tried {
    visitors: Vec<String>,
    killed: usize,
    failed: usize,
    done: usize,
}

impl Tried {
    /// Reports sessions of one visitor after the other, and forgets them, until it is to stop.
    pub fn run(
        &mut self,
        urls: &[String],
        name: &str,
        stop: &AtomicBool,
        address: impl Fn(usize) -> Option<String>,
    ) {
        let mut random = Random::new();
        while !stop.load(Ordering::Relaxed) {
            let visitor = format!("{VISITOR}{}", self.visitors.len());
            self.visitors.push(visitor.clone());
            for session in 0..4 {
                let begin = named(&format!("{visitor}, {session}"), &visitor);
                let opened = post(&mut random, &address, "/api/v1/sessions", &begin);
                let Some(opened) = opened.filter(|response| response.status == 201) else {
                    continue;
                };
                let path = format!("/api/v1/sessions/{}/events", opened.session());
                for second in 1..10 {
                    // Not all of these get an answer, and no later process has to know which.
                    post(&mut random, &address, &path, &event("ping", f64::from(second)));
                }
            }
            while !stop.load(Ordering::Relaxed) {
                let kill =
                    (random.below(2) == 0).then(|| Duration::from_millis(random.below(30_000)));
                match forget(urls, name, &visitor, kill) {
                    Some(true) => {
                        self.done += 1;
                        break;
                    }
                    Some(false) => self.failed += 1,
                    None => self.killed += 1,
                }
            }
        }
    }

    /// Forgets all of them once more, and says whether nothing of them is left.
    pub fn finish(&mut self, urls: &[String], name: &str) -> String {
        let done = forget(urls, name, &self.visitors.join(","), None);
        assert_eq!(done, Some(true), "nothing disturbs it");
        // Events are looked at when they are compared.
        let others = streams::names(urls).into_iter().filter(|stream| !stream.contains("-events-"));
        let others: Vec<_> = others.collect();
        for line in streams::lines(urls, &others) {
            assert!(!line.contains(VISITOR), "of somebody who was forgotten: {line}");
        }
        let Self { visitors, killed, failed, done } = self;
        format!(
            "{} visitors were to be forgotten: {done} runs did it meanwhile, {killed} were killed, {failed} \
             failed, and one did the rest; nothing of them is left\n",
            visitors.len()
        )
    }
}

/// Whether a run succeeded; `None` if it was killed after this time.
fn forget(urls: &[String], name: &str, visitors: &str, kill: Option<Duration>) -> Option<bool> {
    let mut run = part("faults::forget::forgetter", urls, name)
        .env("TEST_FORGET", visitors)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("this program runs");
    let begun = Instant::now();
    loop {
        if let Some(status) = run.try_wait().unwrap() {
            return Some(status.success());
        }
        let is_late = begun.elapsed() > PATIENCE;
        if is_late || kill.is_some_and(|after| begun.elapsed() > after) {
            let _ = run.kill();
            let _ = run.wait();
            assert!(!is_late, "it takes too long");
            return None;
        }
        std::thread::sleep(PAUSE);
    }
}
