//! What the lint says of real traffic, and that it says no more.

use std::collections::BTreeMap;

use media_collection::lint::{Rule, lint};
use media_collection::{Event, Policy};

use crate::fixtures::captures::captured_sessions;
use crate::fixtures::files;

/// Findings per rule, apart from equal timestamps, which the SDKs make all the time.
fn rules(events: &[Event]) -> BTreeMap<Rule, usize> {
    let mut rules = BTreeMap::new();
    for finding in lint(events) {
        if finding.rule != Rule::TimesDiffer {
            *rules.entry(finding.rule).or_default() += 1;
        }
    }
    rules
}

/// Each capture that breaks a rule, with the rules, and why. All the others break none.
const EXPECTED: &[(&str, &[Rule])] = &[
    // The app was killed in an ad: the SDK closes the session at upload and not what was open.
    ("android-downloaded-app_killed_in_ad", &[Rule::BreakClosed]),
    // A metadata key that looks like one of Adobe's, on a chapter.
    ("android-downloaded-chapters_complete_skip", &[Rule::SenderConstraint]),
    // After 30 minutes of pause the SDK ends the session and leaves open what was open.
    (
        "android-downloaded-pause_idle_restart_full_context",
        &[Rule::BreakClosed, Rule::ChapterClosed, Rule::ThirtyMinutes],
    ),
    ("js-online-pause_idle_restart", &[Rule::ChapterClosed]),
    // The device slept for a day.
    ("android-downloaded-restart_24h_device_asleep", &[Rule::TenMinutes]),
    ("android-online-restart_24h_device_asleep", &[Rule::TenMinutes]),
    // The clock was set back, and set forward.
    ("android-online-clock_jumps_back", &[Rule::TimeMovesForward]),
    ("android-online-clock_jumps_forward", &[Rule::TenMinutes, Rule::ThirtyMinutes]),
    // The app or page went away, or the user opted out: nothing more was sent.
    ("android-online-app_killed", &[Rule::ChapterClosed, Rule::SessionClosed]),
    ("android-online-app_killed_in_ad", &[Rule::BreakClosed, Rule::SessionClosed]),
    ("android-online-idle_flag_leaks_into_next_session", &[Rule::SessionClosed]),
    ("android-online-privacy_optout_midway", &[Rule::SessionClosed]),
    ("js-online-page_closed", &[Rule::SessionClosed]),
    // The player reported playheads beyond the content's end.
    ("android-online-odd_playheads", &[Rule::PlayheadWithinLength]),
    ("js-online-odd_playheads", &[Rule::PlayheadWithinLength]),
];

#[test]
fn every_finding_in_the_captures_is_explained() {
    let mut found: BTreeMap<String, Vec<Rule>> = BTreeMap::new();
    let sessions = captured_sessions();
    assert!(sessions.len() > 100);
    for (capture, events) in sessions {
        let rules = rules(&events);
        for count in rules.values() {
            assert_eq!(*count, 1, "{capture}: {rules:?}");
        }
        found.entry(capture).or_default().extend(rules.into_keys());
    }
    found.retain(|capture, rules| {
        rules.sort_unstable();
        // Starts to which the scripted server did not respond well open nothing to close.
        !rules.is_empty() && !capture.contains("-server_") && !capture.contains("network_errors")
    });
    let expected: BTreeMap<String, Vec<Rule>> =
        EXPECTED.iter().map(|(name, rules)| ((*name).to_owned(), rules.to_vec())).collect();
    let expected = expected.into_iter().map(|(name, mut rules)| {
        rules.sort_unstable();
        (name, rules)
    });
    assert_eq!(found, expected.collect());
}

#[test]
fn the_documentations_timelines_have_only_their_known_slip() {
    for (number, expected) in [(1, None), (2, Some(Rule::BreakClosed)), (3, None)] {
        let file = files::payloads().join(format!("timelines/timeline-{number}.json"));
        let text = std::fs::read(file).unwrap();
        // Tolerant: the second timeline has a quality key without its prefix.
        let events = Event::decode_batch(&text, &Policy::tolerant()).unwrap();
        let rules: Vec<_> = lint(&events).into_iter().map(|finding| finding.rule).collect();
        assert_eq!(rules, expected.into_iter().collect::<Vec<_>>(), "timeline {number}");
    }
}

#[test]
fn rules_are_named_once_and_explained() {
    let mut names: Vec<_> = Rule::ALL.iter().map(|rule| rule.name()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), Rule::ALL.len());
    for rule in Rule::ALL {
        assert!(rule.sentence().ends_with('.') && !rule.source().is_empty(), "{rule}");
    }
}
