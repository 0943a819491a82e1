//! Tests that mostly wait, run at the same time.

use std::panic::{AssertUnwindSafe, catch_unwind};

/// Runs all of them, or the one that the environment variable `SCENARIO` names, each on a thread of its
/// name. Fails with the names of those that failed.
pub fn run(all: &[(&'static str, fn())]) {
    let only = std::env::var("SCENARIO").ok();
    let is_wanted = |name: &str| only.as_deref().is_none_or(|only| only == name);
    let wanted: Vec<_> = all.iter().filter(|(name, _)| is_wanted(name)).collect();
    assert!(!wanted.is_empty(), "there is no such scenario");
    let begin = |(name, scenario): &(&'static str, fn())| {
        let (name, scenario) = (*name, *scenario);
        let run = move || catch_unwind(AssertUnwindSafe(scenario)).err().map(|_| name);
        std::thread::Builder::new().name(name.to_owned()).spawn(run).unwrap()
    };
    let running: Vec<_> = wanted.into_iter().map(begin).collect();
    let failed: Vec<_> = running.into_iter().filter_map(|one| one.join().unwrap()).collect();
    assert!(failed.is_empty(), "failed: {failed:?}");
}
