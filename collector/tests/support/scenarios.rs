//! Tests that mostly wait, run at the same time.

use std::panic::{AssertUnwindSafe, catch_unwind};

/// A test with its name.
pub type Scenario<F = &'static (dyn Fn() + Sync)> = (&'static str, F);

/// A function with its own name.
pub fn named<F: Fn() + Sync>(scenario: &'static F) -> Scenario {
    let path = std::any::type_name::<F>();
    (path.rsplit("::").next().unwrap_or(path), scenario)
}

/// Runs all of them, or the one that the environment variable `SCENARIO` names, each on a thread of its
/// name. Fails with the names of those that failed.
pub fn run<F: Fn() + Copy + Send + 'static>(all: &[Scenario<F>]) {
    let only = std::env::var("SCENARIO").ok();
    let is_wanted = |name: &str| only.as_deref().is_none_or(|only| only == name);
    let wanted: Vec<_> = all.iter().filter(|(name, _)| is_wanted(name)).collect();
    assert!(!wanted.is_empty(), "there is no such scenario");
    let begin = |(name, scenario): &Scenario<F>| {
        let (name, scenario) = (*name, *scenario);
        let run = move || catch_unwind(AssertUnwindSafe(scenario)).err().map(|_| name);
        std::thread::Builder::new().name(name.to_owned()).spawn(run).unwrap()
    };
    let running: Vec<_> = wanted.into_iter().map(begin).collect();
    let failed: Vec<_> = running.into_iter().filter_map(|one| one.join().unwrap()).collect();
    assert!(failed.is_empty(), "failed: {failed:?}");
}
