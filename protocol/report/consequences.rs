//! What follows from a finding of the lint for the report, and what both find.

use super::diagnostic::{Diagnostic, Notice};
use super::dimensions;
use super::field::Field;
use super::fields::{self as f, PROGRESS};
use super::states::of_state;
use std::borrow::Cow;

use crate::event::{Event, EventBody};
use crate::schema::keys;
use crate::session::{Finding, Rule, changed_states, state_name};

/// A finding of the lint, with the values that it spoils and what follows for them.
/// `closed` is the first event that was not counted because the session was closed before.
fn of_finding(finding: &Finding, closed: Option<usize>) -> Diagnostic {
    let (mut fields, mut consequence) = of(finding.rule);
    let is_limit = matches!(finding.rule, Rule::TenMinutes | Rule::ThirtyMinutes);
    if is_limit && closed.is_none_or(|closed| closed > finding.event) {
        consequence = "the session was not closed for it, so all of the time is counted";
        fields.truncate(2);
    }
    let mut spoils: Vec<_> = fields.iter().map(|field| Cow::from(field.xdm)).collect();
    if finding.rule == Rule::SenderConstraint {
        // The message begins with the path to the value.
        let key = finding.message.split('`').nth(1).and_then(|path| path.rsplit('/').next());
        spoils.extend(key.and_then(passed_through).map(Cow::from));
        consequence = match key {
            Some(keys::MEDIA_ID) => "without it the session is in no report of content",
            Some(keys::AD_ID) => "without it the ad is in no report of ads",
            _ => consequence,
        };
    }
    let message = match consequence {
        "" => finding.message.clone(),
        consequence => format!("{}; {consequence}", finding.message).into(),
    };
    let (rule, severity) = (finding.rule.name(), finding.severity());
    Diagnostic { rule, severity, event: finding.event, spoils, message }
}

/// The field that passes a member through.
fn passed_through(key: &str) -> Option<&'static str> {
    dimensions::all().find(|dimension| dimension.key == key).map(|dimension| dimension.field.xdm)
}

/// These fields, and the progress markers.
fn and_progress(fields: &[&'static Field]) -> Vec<&'static Field> {
    [fields, PROGRESS].concat()
}

/// What a broken rule spoils, and what follows.
fn of(rule: Rule) -> (Vec<&'static Field>, &'static str) {
    match rule {
        Rule::NotEmpty | Rule::StartFirst => (
            vec![&f::IS_VIEWED],
            "without a `sessionStart` there is no session, and nothing is reported",
        ),
        Rule::OneStart
        | Rule::KnownEvent
        | Rule::DownloadedFlagSet
        | Rule::DownloadedFlagNotFalse
        | Rule::DownloadedFlagNotOnline
        | Rule::OnlyStartOpens => (
            vec![&f::IS_VIEWED],
            "the request is rejected: what the report shows would be so if it were accepted",
        ),
        Rule::AdInBreak => (
            vec![
                &f::AD_COUNT,
                &f::AD_IS_STARTED,
                &f::AD_TIME_PLAYED,
                &f::TIME_PLAYED,
                &f::TOTAL_TIME_PLAYED,
            ],
            "the ad is not counted, and its time is that of the content",
        ),
        Rule::OneBreak | Rule::OneAd | Rule::AdClosed => (
            vec![&f::AD_IS_COMPLETED, &f::AD_TIME_PLAYED],
            "the ad that is open is closed without being completed",
        ),
        Rule::BreakClosed => (
            vec![&f::AD_COUNT, &f::TIME_PLAYED, &f::TOTAL_TIME_PLAYED],
            "the ads of this break may be taken for content",
        ),
        Rule::NoPlaybackInBreak => (
            vec![&f::TIME_PLAYED, &f::TOTAL_TIME_PLAYED, &f::PAUSE_COUNT, &f::BUFFER_COUNT],
            "the back end may ignore it",
        ),
        Rule::OneChapter | Rule::ChapterClosed => (
            vec![&f::CHAPTER_IS_COMPLETED, &f::CHAPTER_TIME_PLAYED],
            "the chapter that is open is closed without being completed",
        ),
        Rule::CloseWhatIsOpen => {
            (vec![&f::AD_IS_COMPLETED, &f::CHAPTER_IS_COMPLETED], "nothing is completed by it")
        }
        Rule::StateNotActive | Rule::StateActive => {
            (vec![&f::STATE_COUNT, &f::STATE_TIME], "the event is not counted")
        }
        Rule::TenStates => (vec![&f::STATE_COUNT, &f::STATE_TIME], "the state is not reported"),
        Rule::StatesDifferInCase => (
            vec![&f::STATE_COUNT, &f::STATE_TIME],
            "the two may be counted apart; those of a standard state are one here",
        ),
        Rule::NothingAfterEnd => (vec![&f::TIME_PLAYED], "the event is not counted"),
        Rule::NothingAfterComplete => (
            vec![&f::TIME_PLAYED, &f::SECONDS_SINCE_LAST_CALL],
            "whether it is counted is not known",
        ),
        Rule::TimeMovesForward => (
            vec![
                &f::TIME_PLAYED,
                &f::TOTAL_TIME_PLAYED,
                &f::PAUSE_TIME,
                &f::BUFFER_TIME,
                &f::UNIQUE_TIME_PLAYED,
            ],
            "no time is counted up to it, and what lies between may be counted twice",
        ),
        Rule::OutOfOrder => (
            vec![&f::TIME_PLAYED, &f::TOTAL_TIME_PLAYED],
            "whether the back end puts it in order is not certain",
        ),
        Rule::TimesDiffer => (
            vec![&f::TIME_PLAYED, &f::TOTAL_TIME_PLAYED],
            "no time lies between the two, whichever came first",
        ),
        Rule::SessionClosed => (
            vec![
                &f::TIME_PLAYED,
                &f::TOTAL_TIME_PLAYED,
                &f::IS_COMPLETED,
                &f::SECONDS_SINCE_LAST_CALL,
            ],
            "what was played after the last event is not counted",
        ),
        Rule::PlayheadWithinLength => {
            (and_progress(&[&f::UNIQUE_TIME_PLAYED]), "markers may count that were not reached")
        }
        Rule::LivePlayhead => {
            (vec![&f::SEGMENT], "segments are minutes of the day for live content")
        }
        Rule::TenMinutes | Rule::ThirtyMinutes => (
            and_progress(&[
                &f::TIME_PLAYED,
                &f::TOTAL_TIME_PLAYED,
                &f::IS_COMPLETED,
                &f::UNIQUE_TIME_PLAYED,
            ]),
            "the session was closed before: this event and all that follow are not counted",
        ),
        Rule::OneDay => (vec![], ""),
        Rule::PingGap | Rule::AdPingGap => {
            (vec![&f::STALL_COUNT], "if the player is lost, so much more is lost with it")
        }
        Rule::PingTooOften => (vec![], ""),
        Rule::TimeUnit => (
            vec![
                &f::TIME_PLAYED,
                &f::TOTAL_TIME_PLAYED,
                &f::PAUSE_TIME,
                &f::BUFFER_TIME,
                &f::AD_TIME_PLAYED,
            ],
            "times are wrong by the same factor",
        ),
        Rule::LengthUnit => {
            (and_progress(&[&f::AVERAGE_MINUTE_AUDIENCE]), "what is divided by the length is wrong")
        }
        Rule::NeverPlayed => (
            and_progress(&[
                &f::IS_PLAYED,
                &f::HAS_SEGMENT_VIEW,
                &f::IS_DROPPED_BEFORE_START,
                &f::TIME_PLAYED,
                &f::TOTAL_TIME_PLAYED,
            ]),
            "content starts stays 0",
        ),
        Rule::RepeatedPlayback => (
            vec![&f::PAUSE_COUNT, &f::BUFFER_COUNT],
            "one page of the documentation counts the event again",
        ),
        Rule::InstantPause => (
            vec![&f::PAUSE_COUNT, &f::HAS_PAUSE_IMPACTED_STREAMS],
            "a pause is counted that the viewer did not make",
        ),
        Rule::PlayBeforePreRoll => (
            vec![&f::IS_PLAYED, &f::TIME_PLAYED, &f::IS_DROPPED_BEFORE_START],
            "whoever leaves during the ad counts as a start",
        ),
        Rule::PlayheadInAd => (vec![&f::UNIQUE_TIME_PLAYED, &f::TIME_PLAYED], ""),
        Rule::PlayheadWhilePaused => (
            vec![&f::PAUSE_TIME, &f::BUFFER_TIME, &f::TIME_PLAYED, &f::UNIQUE_TIME_PLAYED],
            "what was watched then is counted as a pause or as buffering",
        ),
        Rule::PlayheadStands => (
            vec![
                &f::STALL_COUNT,
                &f::STALL_TIME,
                &f::TIME_PLAYED,
                &f::TOTAL_TIME_PLAYED,
                &f::AVERAGE_MINUTE_AUDIENCE,
                &f::UNIQUE_TIME_PLAYED,
            ],
            "the time is counted as a stall, and not as time spent",
        ),
        Rule::PlayheadAgainstTime => (
            and_progress(&[&f::UNIQUE_TIME_PLAYED, &f::TIME_PLAYED]),
            "how much of the content was played is not known",
        ),
        Rule::EmptyAdBreak => (vec![], ""),
        Rule::PodIndexRepeated => (vec![&f::POD_ID], "both breaks are the same pod in reports"),
        Rule::AdPositionRepeated => (vec![], ""),
        Rule::ErrorWithoutId => (
            vec![&f::PLAYER_SDK_ERRORS, &f::EXTERNAL_ERRORS],
            "the error is counted, and not listed",
        ),
        Rule::BitrateWithoutValue => (
            vec![&f::BITRATE_AVERAGE, &f::BITRATE_AVERAGE_BUCKET],
            "the change is counted, and the average stays",
        ),
        Rule::HostWithScheme | Rule::OrganisationId => {
            (vec![&f::IS_VIEWED], "the session may not reach the report suite")
        }
        Rule::SenderConstraint => (vec![], ""),
    }
}

/// The notices that say no more than a finding of the lint does, with its rules. A rule tells it for
/// the same event, or, if it is about a session as a whole, wherever it is.
const SAME: &[(Notice, &[Rule], bool)] = &[
    (
        Notice::AfterClose,
        &[Rule::TenMinutes, Rule::ThirtyMinutes, Rule::NothingAfterEnd, Rule::NothingAfterComplete],
        false,
    ),
    (Notice::NoContentStart, &[Rule::NeverPlayed], true),
    (Notice::StartWithoutContent, &[Rule::PlayBeforePreRoll], true),
    (Notice::GapInBreak, &[Rule::NoPlaybackInBreak], false),
    (Notice::PlayBeforePreRoll, &[Rule::PlayBeforePreRoll], true),
    (Notice::Stall, &[Rule::PlayheadStands], false),
    (Notice::Jump, &[Rule::PlayheadAgainstTime], false),
    (Notice::RepeatedState, &[Rule::RepeatedPlayback], false),
];

impl Diagnostic {
    /// Whether these findings of the lint say all that this diagnostic of a
    /// [`Reporter`](super::Reporter) says: [`together`] leaves it out.
    #[must_use]
    pub fn is_told_by(&self, findings: &[Finding]) -> bool {
        let same = SAME.iter().find(|(notice, ..)| notice.name() == self.rule);
        same.is_some_and(|(_, rules, of_session)| {
            findings.iter().any(|finding| {
                rules.contains(&finding.rule) && (*of_session || finding.event == self.event)
            })
        })
    }
}

/// Puts what a [`Linter`](crate::lint::Linter) found and what a [`Reporter`](super::Reporter) told
/// together, each fault once, in the order of the events: [`Report::diagnostics`], for whoever
/// follows a session event by event.
///
/// [`Report::diagnostics`]: super::Report::diagnostics
#[must_use]
pub fn together(findings: &[Finding], told: &[Diagnostic]) -> Vec<Diagnostic> {
    let after_close = |diagnostic: &&Diagnostic| diagnostic.rule == Notice::AfterClose.name();
    let closed = told.iter().find(after_close).map(|diagnostic| diagnostic.event);
    let own = told.iter().filter(|diagnostic| !diagnostic.is_told_by(findings)).cloned();
    // A session that a time limit closed has no end to wait for.
    let is_over = |finding: &&Finding| finding.rule == Rule::SessionClosed && closed.is_some();
    let findings = findings.iter().filter(|finding| !is_over(finding));
    let of_lint = findings.map(|finding| of_finding(finding, closed));
    let mut all: Vec<_> = of_lint.chain(own).collect();
    all.sort_by_key(|diagnostic| diagnostic.event);
    all
}

impl Diagnostic {
    /// The same, about this event: only what an event of its type spoils, and of the player states
    /// those that it names.
    pub(super) fn about(mut self, event: &Event) -> Self {
        let body = &event.body;
        if self.rule == Rule::RepeatedPlayback.name() {
            let field = match body {
                EventBody::PauseStart { .. } => Some(&f::PAUSE_COUNT),
                EventBody::BufferStart { .. } => Some(&f::BUFFER_COUNT),
                _ => None,
            };
            if field.is_none() {
                self.message = Rule::RepeatedPlayback.fault().into();
            }
            self.spoils = field.into_iter().map(|field| field.xdm.into()).collect();
        }
        if self.rule == Rule::NothingAfterEnd.name() && matches!(body, EventBody::SessionEnd { .. })
        {
            self.message = "the session has ended already; a second end does no harm".into();
            self.spoils.clear();
        }
        if self.spoils.iter().any(|xdm| xdm.contains("[]")) {
            let mut names = Vec::new();
            names.extend(state_name(body));
            if names.is_empty() {
                changed_states(body, &mut |name, _| names.push(name));
            }
            if !names.is_empty() {
                let spoils = std::mem::take(&mut self.spoils);
                let entry = |xdm: &Cow<'static, str>| {
                    let xdm = xdm.clone();
                    names.iter().map(move |name| of_state(&xdm, name)).collect::<Vec<_>>()
                };
                self.spoils = spoils.iter().flat_map(entry).collect();
            }
        }
        self
    }
}

/// What is lost if an event of this type is not taken: the paths of the fields that it makes.
#[must_use]
pub fn lost_without(event_type: &str) -> Vec<&'static str> {
    let fields: Vec<&'static Field> = match event_type {
        "sessionStart" => vec![&f::IS_VIEWED],
        "play" => vec![&f::IS_PLAYED, &f::TIME_PLAYED, &f::TOTAL_TIME_PLAYED],
        "pauseStart" => vec![&f::PAUSE_COUNT, &f::PAUSE_TIME, &f::TIME_PLAYED],
        "bufferStart" => vec![&f::BUFFER_COUNT, &f::BUFFER_TIME, &f::TIME_PLAYED],
        "bitrateChange" => vec![&f::BITRATE_CHANGE_COUNT, &f::BITRATE_AVERAGE],
        "error" => vec![&f::ERROR_COUNT, &f::PLAYER_SDK_ERRORS, &f::EXTERNAL_ERRORS],
        "adBreakStart" => vec![&f::AD_COUNT, &f::AD_IS_STARTED, &f::POD_ID],
        "adStart" => {
            vec![&f::AD_COUNT, &f::AD_IS_STARTED, &f::AD_TIME_PLAYED, &f::TOTAL_TIME_PLAYED]
        }
        "adComplete" | "adSkip" => vec![&f::AD_IS_COMPLETED, &f::AD_TIME_PLAYED],
        "adBreakComplete" => vec![&f::TIME_PLAYED, &f::TOTAL_TIME_PLAYED],
        "chapterStart" => {
            vec![&f::CHAPTER_COUNT, &f::CHAPTER_IS_STARTED, &f::CHAPTER_TIME_PLAYED]
        }
        "chapterComplete" | "chapterSkip" => {
            vec![&f::CHAPTER_IS_COMPLETED, &f::CHAPTER_TIME_PLAYED]
        }
        "stateStart" | "stateEnd" | "statesUpdate" => vec![&f::STATE_COUNT, &f::STATE_TIME],
        "sessionComplete" => vec![&f::IS_COMPLETED],
        "sessionEnd" => vec![&f::SECONDS_SINCE_LAST_CALL],
        _ => vec![&f::TIME_PLAYED],
    };
    fields.iter().map(|field| field.xdm).collect()
}
