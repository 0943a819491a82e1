//! What stands beside a value is what the report would say by another choice.

use media_collection::report::{
    Certainty, Datum, Markers, OpenStates, Record, Report, ReportOptions, TimeSpent, Value,
};

use super::always;
use super::random::Session;

/// The choices, each with the values on which it has a bearing.
fn choices() -> [(ReportOptions, &'static [&'static str]); 4] {
    let options = ReportOptions::default;
    [
        (
            options().markers(Markers::Reached),
            &[
                "sessionDetails.hasProgress10",
                "sessionDetails.hasProgress25",
                "sessionDetails.hasProgress50",
                "sessionDetails.hasProgress75",
                "sessionDetails.hasProgress95",
            ],
        ),
        (
            options().time_spent(TimeSpent::Clamped),
            &["sessionDetails.timePlayed", "sessionDetails.totalTimePlayed"],
        ),
        (options().open_states(OpenStates::UntilLastEvent), &["states[state1].time"]),
        (options().open_states(OpenStates::Discarded), &["states[state1].time"]),
    ]
}

/// What a record says, and what else it could say.
fn said<'a>(record: &'a Record, xdm: &str) -> (Option<&'a Datum>, Vec<Option<&'a Datum>>) {
    let value = record.get(xdm);
    let others = value.map(Value::alternatives).unwrap_or_default();
    (value.and_then(Value::datum), others.iter().map(|other| other.datum.as_ref()).collect())
}

#[test]
fn what_other_choices_report_is_told_as_an_alternative() {
    fn property(session: Session) {
        let events = session.events();
        let usual = Report::of(&events);
        let close = usual.close().expect("a session has a close");
        for (options, paths) in choices() {
            let other = Report::with(&options, &events);
            let other = other.close().expect("a session has a close");
            for xdm in paths {
                let (usually, alternatives) = said(close, xdm);
                let (otherwise, back) = said(other, xdm);
                let [there, here] = [
                    usually == otherwise || alternatives.contains(&otherwise),
                    usually == otherwise || back.contains(&usually),
                ];
                let found = format!("{xdm}: {usually:?}, {otherwise:?} with {options:?}");
                assert!(there, "{found}, beside it only {alternatives:?}\n{session}");
                assert!(here, "{found}, and back only {back:?}\n{session}");
            }
        }
        for value in close.values() {
            let others = value.alternatives();
            let is_new = |other: &&Option<Datum>| other.as_ref() != value.datum();
            let new = others.iter().map(|other| &other.datum).filter(is_new).count();
            assert_eq!(new, others.len(), "{} has itself beside it\n{session}", value.xdm());
            let is_sure = value.certainty() == Certainty::Exact && !others.is_empty();
            assert!(!is_sure || value.xdm().ends_with("otalTimePlayed"), "{}", value.xdm());
            assert!(others.iter().all(|other| other.doubt.len() > 10), "{}", value.xdm());
        }
    }
    always(600, property);
}
