//! A linter that is written and read again after every event finds what another finds.

use media_collection::lint::{Finding, Linter, Rule};
use media_collection::{Event, PlayerTime};
use quickcheck::quickcheck;

use super::table::sessions;

fn found(events: &[Event], carry: impl Fn(Linter) -> Linter) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut linter = Linter::new();
    for event in events {
        linter.event(event, |finding| findings.push(finding));
        linter = carry(linter);
    }
    linter.finish(|finding| findings.push(finding));
    findings
}

fn again(linter: Linter) -> Linter {
    let text = serde_json::to_string(&linter).expect("a linter can be written");
    assert!(text.len() < 5_000, "{}", text.len());
    serde_json::from_str(&text).expect("it can be read")
}

#[test]
fn a_linter_goes_on_after_it_was_written_and_read() {
    let mut rules = std::collections::BTreeSet::new();
    for (name, events) in sessions() {
        let findings = found(&events, |linter| linter);
        assert_eq!(found(&events, again), findings, "{name}");
        rules.extend(findings.into_iter().map(|finding| finding.rule));
    }
    assert!(rules.len() > 10, "{rules:?}");
}

#[test]
fn so_does_one_of_events_with_any_numbers() {
    fn property(events: Vec<(Event, f64)>) -> bool {
        let at = |(mut event, playhead): (Event, f64)| {
            event.player_time = PlayerTime::new(playhead, event.player_time.ts % 100_000);
            event
        };
        let events: Vec<_> = events.into_iter().map(at).collect();
        // A playhead that is no number is 0 afterwards, as in everything that is stored.
        let finite: Vec<_> =
            events.iter().filter(|event| event.player_time.playhead.is_finite()).cloned().collect();
        let _ = found(&events, again);
        found(&finite, again) == found(&finite, |linter| linter)
    }
    quickcheck(property as fn(Vec<(Event, f64)>) -> bool);
}

#[test]
fn a_rule_is_written_as_its_name() {
    for rule in Rule::ALL {
        let text = serde_json::to_string(rule).expect("a rule can be written");
        assert_eq!(text, format!("\"{}\"", rule.name()));
        assert_eq!(serde_json::from_str::<Rule>(&text).ok(), Some(*rule));
    }
    assert!(serde_json::from_str::<Rule>("\"no-such-rule\"").is_err());
}
