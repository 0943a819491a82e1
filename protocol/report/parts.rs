//! Ad breaks, ads and chapters that are open, and their records.

use serde::{Deserialize, Serialize};

use super::amount::{Amount, Made};
use super::dimensions::{self, Dimension};
use super::field::{Certainty, Field};
use super::fields;
use super::opened::Opened;
use super::options::ReportOptions;
use super::value::{Alternative, Datum, Value};
use crate::constraints::Look;
use crate::event::Event;
use crate::schema::keys;

/// An ad break that is open.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Pod {
    pub(super) opened: Opened,
    /// What would not be counted if the back end takes a break without an end for content.
    pub(super) ads: i64,
    pub(super) ad_time: i64,
    pub(super) gaps: i64,
    /// Since the break began, or its last ad ended.
    pub(super) gap: i64,
    /// The first `play` in it.
    pub(super) play: Option<usize>,
}

impl Pod {
    pub(super) fn opened(event: &Event, index: usize) -> Self {
        let opened = Opened::by(event, index);
        Self { opened, ads: 0, ad_time: 0, gaps: 0, gap: 0, play: None }
    }
}

/// An ad that is open.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Ad {
    pub(super) opened: Opened,
    pub(super) time: Amount,
    /// Whether the content was paused or buffering when it began, and no playback event came since.
    pub(super) is_held: bool,
    /// How long that was so.
    pub(super) held: i64,
}

/// The dimensions that an event passes through.
pub(super) fn passed_through(
    dimensions: &'static [Dimension],
    params: &dyn Look,
    event: usize,
    options: &ReportOptions,
    values: &mut Vec<Value>,
) {
    for Dimension { key, field } in dimensions {
        let Some(member) = params.member(key) else { continue };
        let made = Some(Made::at(event));
        if let Some(text) = member.text() {
            if !text.is_empty() {
                values.push(Value::new(field, Some(Datum::Text(text.to_owned())), made));
            }
        } else if let Some(number) = member.number().filter(|number| number.is_finite()) {
            let ms = (number * 1_000.0).round() as i64;
            let mut value = Value::new(field, Some(Datum::Integer(options.seconds(ms))), made);
            if number.fract() == 0.0 {
                value.certainty = Certainty::Exact; // There is nothing to be rounded.
            }
            value.ms = matches!(field.member(), "length" | "offset").then_some(ms);
            values.push(value);
        }
    }
}

/// The id of an ad break or a chapter: MD5 of the content id, and its index.
fn id(field: &'static Field, content_sum: &str, index: f64, event: usize) -> Value {
    let id = format!("{content_sum}_{index}");
    Value::new(field, Some(Datum::Text(id)), Some(Made::at(event)))
}

pub(super) fn ad_dimensions(
    ad: &Opened,
    pod: Option<&Opened>,
    content_sum: &str,
    options: &ReportOptions,
    values: &mut Vec<Value>,
) {
    if let Some(params) = ad.params() {
        passed_through(dimensions::AD, params, ad.index, options, values);
    }
    let Some((pod, params)) = pod.and_then(|pod| Some((pod, pod.params()?))) else { return };
    passed_through(dimensions::POD, params, pod.index, options, values);
    if let Some(index) = params.number_at(keys::POD_INDEX) {
        values.push(id(&fields::POD_ID, content_sum, index, pod.index));
        let by_schema = "by the XDM schema, which has the member; no sample has it";
        let datum = Some(Datum::Integer(index as i64));
        let value = Value::new(&fields::POD_INDEX, None, Some(Made::at(pod.index)));
        values.push(value.or(Alternative::new(datum, by_schema)));
    }
    // Timelines of the documentation have the name of the break on its ads.
    let name = ad.params().and_then(|params| params.text_at(keys::POD_NAME));
    let is_named = params.text_at(keys::POD_NAME).is_some_and(|name| !name.is_empty());
    if let Some(name) = name.filter(|name| !is_named && !name.is_empty())
        && let Some(field) = dimensions::POD.iter().find(|it| it.key == keys::POD_NAME)
    {
        let datum = Some(Datum::Text(name.to_owned()));
        values.push(Value::new(&field.field, datum, Some(Made::at(ad.index))));
    }
}

pub(super) fn chapter_dimensions(
    chapter: &Opened,
    content_sum: &str,
    options: &ReportOptions,
    values: &mut Vec<Value>,
) {
    let Some(params) = chapter.params() else { return };
    passed_through(dimensions::CHAPTER, params, chapter.index, options, values);
    if let Some(index) = params.number_at(keys::CHAPTER_INDEX) {
        values.push(id(&fields::CHAPTER_ID, content_sum, index, chapter.index));
    }
}

/// The dimensions of the session.
pub(super) fn session_dimensions(start: &Opened, options: &ReportOptions) -> Vec<Value> {
    let mut values = Vec::with_capacity(40);
    let made = Some(Made::at(start.index));
    if let Some(id) = &options.session_id {
        values.push(Value::new(&fields::SESSION_ID, Some(Datum::Text(id.clone())), made));
    }
    let Some(params) = start.params() else { return values };
    passed_through(dimensions::START, params, start.index, options, &mut values);
    if params.text_at(keys::CONTENT_TYPE).is_none_or(str::is_empty)
        && let Some(field) = dimensions::START.iter().find(|it| it.key == keys::CONTENT_TYPE)
    {
        let missing = Datum::Text("missing_content_type".to_owned());
        values.push(Value::new(&field.field, Some(missing), made));
    }
    let genre = params.text_at(keys::GENRE).unwrap_or_default();
    let genres: Vec<_> = genre
        .split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect();
    if !genres.is_empty() {
        values.push(Value::new(&fields::GENRE_LIST, Some(Datum::Texts(genres)), made));
    }
    values
}
