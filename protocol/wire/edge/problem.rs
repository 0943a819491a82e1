//! What a reply says went wrong.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use super::paths::json_pointer;
use crate::wire::ReportedViolation;

/// What went wrong: the body of a 4xx or 5xx (RFC 7807), or one of the errors of a 207.
///
/// Reading accepts every form that Adobe's documents and clients show; a member of an unknown form
/// counts as missing.
///
/// ```
/// use media_collection::edge::{Details, Problem};
///
/// let problem: Problem = serde_json::from_str(
///     r#"{"type":"https://ns.adobe.com/aep/errors/va-edge-0400-400","status":400,"title":"Invalid request",
///         "report":{"details":[{"name":"$.events[0].xdm.mediaCollection.playhead","reason":"Missing required field"}]}}"#,
/// )?;
/// assert_eq!(problem.code(), Some("va-edge-0400-400"));
/// assert!(problem.is_of_media());
/// assert_eq!(problem.violations()[0].pointer, "/events/0/xdm/mediaCollection/playhead");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Problem {
    /// A URI that ends with the code.
    #[serde(rename = "type", deserialize_with = "known", skip_serializing_if = "Option::is_none")]
    pub problem_type: Option<String>,
    /// The status, also of an error within a 207.
    #[serde(deserialize_with = "known", skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// A short name.
    #[serde(deserialize_with = "known", skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What to do about it.
    #[serde(deserialize_with = "known", skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// Where it is.
    #[serde(deserialize_with = "known", skip_serializing_if = "Option::is_none")]
    pub report: Option<ProblemReport>,
}

/// Where a problem is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
#[non_exhaustive]
pub struct ProblemReport {
    /// Which item of `events` it is about.
    #[serde(deserialize_with = "known", skip_serializing_if = "Option::is_none")]
    pub event_index: Option<u64>,
    /// The id of the request.
    #[serde(deserialize_with = "known", skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
    /// The organisation.
    #[serde(deserialize_with = "known", skip_serializing_if = "Option::is_none")]
    pub org_id: Option<String>,
    /// The violations, or one text. The published contract also calls the list `report`.
    #[serde(alias = "report", deserialize_with = "known", skip_serializing_if = "Option::is_none")]
    pub details: Option<Details>,
    /// Errors of services behind the gateway.
    #[serde(deserialize_with = "known", skip_serializing_if = "Option::is_none")]
    pub errors: Option<Vec<Value>>,
}

/// The violations of a request, or one text about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Details {
    /// Each violation.
    List(Vec<Detail>),
    /// One text, as for a path that does not match the event type, or an unknown session.
    Text(String),
}

/// A violation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Detail {
    /// A JSONPath: into the request (`$.events[0].xdm..`), or on a 207 into the item (`$.xdm..`).
    #[serde(deserialize_with = "known", skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What is wrong.
    #[serde(deserialize_with = "known", skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl Detail {
    /// A violation at a place.
    #[must_use]
    pub fn new(name: impl Into<String>, reason: impl Into<String>) -> Self {
        Self { name: Some(name.into()), reason: Some(reason.into()) }
    }
}

/// `None` for a value of another form: a newer server may send one.
fn known<'de, D: Deserializer<'de>, T: DeserializeOwned>(from: D) -> Result<Option<T>, D::Error> {
    Ok(serde_json::from_value(Value::deserialize(from)?).ok())
}

/// What stands before the code.
const NAMESPACE: &str = "https://ns.adobe.com/aep/errors/";

/// What the codes of Media Analytics begin with; those of the gateway begin with `EXEG-`.
const MEDIA: &str = "va-edge-";

/// The codes of Media Analytics.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MediaCode {
    /// `va-edge-0400-400`: the request is not valid.
    Invalid,
    /// `va-edge-0404-404`: the session is unknown, or older than a day.
    UnknownSession,
    /// `va-edge-0410-410`: the session is closed.
    ClosedSession,
}

impl MediaCode {
    /// The code.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Invalid => "va-edge-0400-400",
            Self::UnknownSession => "va-edge-0404-404",
            Self::ClosedSession => "va-edge-0410-410",
        }
    }
}

impl Problem {
    /// A problem with a code, such as `va-edge-0400-400`, and the status.
    #[must_use]
    pub fn new(code: &str, status: u16, title: impl Into<String>) -> Self {
        Self {
            problem_type: Some(format!("{NAMESPACE}{code}")),
            status: Some(status),
            title: Some(title.into()),
            ..Self::default()
        }
    }

    /// Sets what to do about it.
    #[must_use]
    pub fn with_detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// Sets where it is.
    #[must_use]
    pub fn with_report(mut self, report: ProblemReport) -> Self {
        self.report = Some(report);
        self
    }

    /// The code, such as `EXEG-0003-400`; `None` for a problem that is not Adobe's.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.problem_type.as_deref()?.strip_prefix(NAMESPACE)
    }

    /// Whether Media Analytics says so, and not the gateway before it.
    #[must_use]
    pub fn is_of_media(&self) -> bool {
        self.code().is_some_and(|code| code.starts_with(MEDIA))
    }

    /// The message for people: title, detail, and the text of the report.
    #[must_use]
    pub fn message(&self) -> Option<String> {
        let text = match self.report.as_ref().and_then(|report| report.details.as_ref()) {
            Some(Details::Text(text)) => Some(text),
            _ => None,
        };
        let parts = [self.title.as_ref(), self.detail.as_ref(), text];
        let mut parts: Vec<_> = parts.into_iter().flatten().map(String::as_str).collect();
        parts.dedup();
        if parts.is_empty() {
            return self.code().map(str::to_owned);
        }
        Some(parts.join(": "))
    }

    /// The violations, with JSON Pointers into the request.
    #[must_use]
    pub fn violations(&self) -> Vec<ReportedViolation> {
        let Some(report) = &self.report else { return Vec::new() };
        let Some(Details::List(list)) = &report.details else { return Vec::new() };
        let violation = |detail: &Detail| {
            let name = detail.name.as_deref().unwrap_or_default();
            let mut pointer = json_pointer(name);
            if !pointer.starts_with("/events/") && !pointer.is_empty() {
                let index = report.event_index.unwrap_or(0);
                pointer.insert_str(0, &format!("/events/{index}"));
            }
            ReportedViolation::new(pointer, "", detail.reason.clone().unwrap_or_default())
        };
        list.iter().map(violation).collect()
    }
}

impl ProblemReport {
    /// A report with this id of the request.
    #[must_use]
    pub fn new(request_id: Option<String>) -> Self {
        Self { request_id, ..Self::default() }
    }

    /// Sets the item of `events` that it is about.
    #[must_use]
    pub fn with_event_index(mut self, index: u64) -> Self {
        self.event_index = Some(index);
        self
    }

    /// Sets the violations, or the text.
    #[must_use]
    pub fn with_details(mut self, details: Details) -> Self {
        self.details = Some(details);
        self
    }
}
