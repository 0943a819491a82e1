//! The typed builder and the typed online session: what is allowed compiles, and breaks no rule.
//! What must not compile is tested by `tests/ui.rs`.

mod conversions;
mod documented;
mod downloaded;
mod online;

use media_collection::lint::{Finding, Rule};

/// The findings about the order of events. These tests take every way through the states, as no
/// player does: with pings every second, and a playhead that moves in ads.
fn about_order(findings: Vec<Finding>) -> Vec<Finding> {
    let of_a_player = [
        Rule::AdPositionRepeated,
        Rule::BitrateWithoutValue,
        Rule::EmptyAdBreak,
        Rule::ErrorWithoutId,
        Rule::NeverPlayed,
        Rule::PingTooOften,
        Rule::PlayheadInAd,
        Rule::PodIndexRepeated,
    ];
    findings.into_iter().filter(|finding| !of_a_player.contains(&finding.rule)).collect()
}
