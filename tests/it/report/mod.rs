//! What a report says of a session: the documented numbers, one rule at a time, real traffic.

mod bounds;
mod captures;
mod choices;
mod diagnostics;
mod documented;
mod doubts;
mod expected;
mod explained;
mod fields;
pub mod notation;
mod properties;
mod timelines;
mod vectors;

use media_collection::report::Report;

use crate::report_model::{Options, reference, report_options};
use expected::{assert_records, assert_report};
use notation::session;

/// A session, and what is expected of its report.
struct Case {
    name: &'static str,
    session: &'static str,
    expected: &'static str,
    /// What else is expected of a report with other options.
    otherwise: Option<(Choice, &'static str)>,
}

/// An option that is not the default.
#[derive(Debug, Clone, Copy)]
enum Choice {
    Reached,
    Clamped,
    Down,
}

impl Choice {
    fn options(self) -> Options {
        let options = Options::default();
        match self {
            Self::Reached => Options { reached: true, ..options },
            Self::Clamped => Options { clamped: true, ..options },
            Self::Down => Options { down: true, ..options },
        }
    }
}

const fn case(name: &'static str, session: &'static str, expected: &'static str) -> Case {
    Case { name, session, expected, otherwise: None }
}

impl Case {
    /// With this option the report says something else.
    const fn or(self, choice: Choice, expected: &'static str) -> Self {
        Self { otherwise: Some((choice, expected)), ..self }
    }

    /// Checks the report, and the reference that other reports are compared with.
    fn check(&self) {
        let events = session(self.session);
        let check = |choice: Option<Choice>, expected: &str| {
            let options = choice.map_or_else(Options::default, Choice::options);
            let name = choice.map_or_else(String::new, |choice| format!(" ({choice:?})"));
            let report = Report::with(&report_options(options), &events);
            assert_report(&format!("{}{name}", self.name), &report, expected);
            let records = reference::records(&events, options);
            assert_records(&format!("{}{name}, by the reference", self.name), &records, expected);
        };
        check(None, self.expected);
        if let Some((choice, expected)) = self.otherwise {
            check(Some(choice), expected);
        }
    }
}
