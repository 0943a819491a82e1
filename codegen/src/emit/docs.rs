//! Doc comments: the meaning, then the wire format, then the source.

use proc_macro2::TokenStream;
use quote::quote;
use serde_json::Value;

use super::{Constructor, Event, Field};
use crate::annotations::Annotation;
use crate::model::{Rules, Shape};

/// Maximum length of a line of docs, in characters.
const WIDTH: usize = 92;

/// Makes `///` lines of paragraphs.
pub(crate) fn lines(paragraphs: &[String]) -> TokenStream {
    let mut lines = Vec::new();
    for paragraph in paragraphs.iter().filter(|paragraph| !paragraph.is_empty()) {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        for line in paragraph.lines() {
            wrapped(line, &mut lines);
        }
    }
    quote! { #(#[doc = #lines])* }
}

/// Breaks a line between words, but not before one that Markdown could read as a list or heading.
fn wrapped(line: &str, lines: &mut Vec<String>) {
    let mut current = String::new();
    for word in line.split(' ') {
        let can_begin =
            word.starts_with(|first: char| first.is_alphabetic() || "`([".contains(first));
        let length = current.chars().count() + 1 + word.chars().count();
        if can_begin && !current.is_empty() && length > WIDTH {
            lines.push(std::mem::take(&mut current));
        }
        current.push(' ');
        current.push_str(word);
    }
    lines.push(current);
}

/// A search alias for the name on the wire; `None` if rustdoc does not allow it as an alias.
pub(crate) fn alias(name: &str) -> Option<TokenStream> {
    let is_taken = !name.is_empty()
        && name.trim() == name
        && !name.contains(|letter: char| {
            "'\"".contains(letter) || letter.is_whitespace() && letter != ' '
        });
    is_taken.then(|| quote! { #[doc(alias = #name)] })
}

/// The docs of a type or variant: the annotation, or else the description in the schema.
pub(crate) fn of_name(
    annotation: &Annotation,
    description: Option<&String>,
    otherwise: &str,
) -> TokenStream {
    let text = annotation.doc.as_ref().or(description);
    let mut paragraphs = vec![text.cloned().unwrap_or_else(|| otherwise.to_owned())];
    paragraphs.extend(source(annotation));
    lines(&paragraphs)
}

/// The docs of a constructor of an event.
pub(crate) fn of_constructor(item: &Event<'_>, constructor: &Constructor) -> TokenStream {
    let event_type = &item.event.event_type;
    let article = if event_type.starts_with(['a', 'e', 'i', 'o', 'u']) { "An" } else { "A" };
    let with = constructor.addition.map(|what| format!(" with {what}")).unwrap_or_default();
    lines(&[
        format!("{article} `{event_type}` event{with}."),
        item.annotation.doc.clone().unwrap_or_default(),
    ])
}

/// The docs of the recorder's method for an event type.
pub(crate) fn of_method(item: &Event<'_>, constructor: &Constructor) -> TokenStream {
    let event_type = &item.event.event_type;
    let otherwise = || format!("Records `{event_type}`.");
    let with = constructor
        .addition
        .map(|what| format!("As [`{0}`](Self::{0}), with {what}.", item.event.constructor()));
    let text = with.or_else(|| item.annotation.doc.clone()).unwrap_or_else(otherwise);
    lines(&[text, "# Errors".to_owned(), "See [`record`](Self::record).".to_owned()])
}

/// What the tracker's methods do: not what the schemas say of their events, since a tracker closes and
/// ignores by itself.
const OF_TRACKER: [(&str, &str); 3] = [
    (
        "adBreakStart",
        "An ad break begins; until it ends, nothing counts as the content. An open ad break ends before \
         it, with its ad. Before the content it ends the wait for it: a `play` that was held is \
         dropped. Ignored if the same break is open, with equal name, index and second.",
    ),
    (
        "adStart",
        "An ad begins, in an ad break, and what the player does is recorded with it; before the first \
         `play`, that it plays. An open ad is skipped before it. Ignored if no ad break is open, unless \
         the tracker [makes one](crate::tracker::TrackerOptions::automatic_ad_breaks), and if the same \
         ad is open, with equal id, name, position and length.",
    ),
    (
        "chapterStart",
        "A chapter of the content begins. An open chapter is skipped before it; ads and ad breaks leave \
         it open. Ignored if the same chapter is open, with equal name, index, offset and length.",
    ),
];

/// The docs of the tracker's method for an event type.
pub(crate) fn of_tracker(item: &Event<'_>, constructor: &Constructor) -> TokenStream {
    let event_type = &item.event.event_type;
    let with = constructor
        .addition
        .map(|what| format!("As [`{0}`](Self::{0}), with {what}.", item.event.constructor()));
    let own = OF_TRACKER.iter().find(|(known, _)| known == event_type);
    let otherwise = || own.map_or_else(String::new, |(_, text)| (*text).to_owned());
    lines(&[
        with.unwrap_or_else(otherwise),
        "# Errors".to_owned(),
        "When the sessions cannot take the events. The tracker is unchanged.".to_owned(),
    ])
}

/// The docs of a typed session's method for an event type.
pub(crate) fn of_typed(item: &Event<'_>, constructor: &Constructor) -> Vec<String> {
    let with = constructor
        .addition
        .map(|what| format!("As [`{0}`](Self::{0}), with {what}.", item.event.constructor()));
    let otherwise = || format!("Adds `{}`.", item.event.event_type);
    vec![with.or_else(|| item.annotation.doc.clone()).unwrap_or_else(otherwise)]
}

pub(crate) fn of_field(field: &Field<'_>) -> TokenStream {
    let member = field.member;
    let text = field.annotation.doc.as_ref().or(member.description.as_ref());
    let mut paragraphs: Vec<String> = text.cloned().into_iter().collect();
    let need = if member.required { "required" } else { "optional" };
    let mut wire = format!("Wire key `{}`: {}, {need}", member.key, shape(&member.shape));
    if let Some(unit) = &field.annotation.unit {
        wire += &format!(", in {unit}");
    }
    if let Some(rule) = constraint(&field.annotation) {
        wire += &format!(". Sender constraint: {rule}");
    }
    if field.annotation.personal {
        wire.push_str(". Personal data: hidden by `Debug`");
    }
    wire.push('.');
    paragraphs.push(wire);
    paragraphs.extend(source(&field.annotation));
    lines(&paragraphs)
}

fn source(annotation: &Annotation) -> Option<String> {
    annotation.source.as_ref().map(|url| format!("Source: <{url}>."))
}

pub(crate) fn shape(shape: &Shape) -> String {
    match shape {
        Shape::Any => "any JSON value".to_owned(),
        Shape::String => "string".to_owned(),
        Shape::Integer => "integer".to_owned(),
        Shape::Number => "number".to_owned(),
        Shape::Boolean => "boolean".to_owned(),
        Shape::Metadata => "object of strings".to_owned(),
        Shape::Array(items) => format!("array of {}", self::shape(items)),
        Shape::Map(values) => format!("map from name to {}", self::shape(values)),
        Shape::Object(name) | Shape::Choice(name) => format!("[`{name}`]"),
        Shape::Nullable(shape) => format!("{} or null", self::shape(shape)),
        Shape::Ruled(shape, rules) => format!("{} ({})", self::shape(shape), in_words(rules)),
    }
}

/// The sender constraints in words.
fn constraint(annotation: &Annotation) -> Option<String> {
    let mut rules = Vec::new();
    match (annotation.minimum, annotation.maximum) {
        (Some(low), Some(high)) => rules.push(format!("from {low} to {high}")),
        (Some(low), None) => rules.push(format!("{low} or more")),
        (None, Some(high)) => rules.push(format!("{high} or less")),
        (None, None) => {}
    }
    match annotation.min_length {
        Some(1) => rules.push("non-empty".to_owned()),
        Some(length) => rules.push(format!("{length} characters or more")),
        None => {}
    }
    if annotation.pattern.is_some() {
        rules.push("1 to 64 letters, digits, `_` or `.`".to_owned());
    }
    (!rules.is_empty()).then(|| rules.join(", "))
}

/// The rules of a schema in words.
fn in_words(rules: &Rules) -> String {
    let text = |value: &Value| match value {
        Value::String(text) => format!("`{text}`"),
        other => other.to_string(),
    };
    let mut words = Vec::new();
    let bounds = [
        ("at least", &rules.minimum),
        ("more than", &rules.exclusive_minimum),
        ("at most", &rules.maximum),
        ("less than", &rules.exclusive_maximum),
    ];
    for (what, bound) in bounds {
        words.extend(bound.as_ref().map(|bound| format!("{what} {bound}")));
    }
    words.extend(rules.min_length.map(|least| format!("at least {least} characters")));
    words.extend(rules.max_length.map(|most| format!("at most {most} characters")));
    words.extend(rules.pattern.as_ref().map(|pattern| format!("matching `{pattern}`")));
    words.extend(rules.allowed.as_ref().map(|allowed| {
        let allowed: Vec<_> = allowed.iter().map(text).collect();
        format!("one of {}", allowed.join(", "))
    }));
    words.extend(rules.constant.as_ref().map(|constant| format!("only {}", text(constant))));
    words.join(", ")
}
