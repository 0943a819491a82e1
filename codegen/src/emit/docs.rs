//! Doc comments: the meaning first, then the wire's view of it.

use proc_macro2::TokenStream;
use quote::quote;

use super::Field;
use crate::annotations::Annotation;
use crate::model::Shape;

/// `///` lines from paragraphs.
pub(crate) fn lines(paragraphs: &[String]) -> TokenStream {
    let text = paragraphs.join("\n\n");
    let lines =
        text.lines().map(|line| if line.is_empty() { String::new() } else { format!(" {line}") });
    quote! { #(#[doc = #lines])* }
}

/// The docs of a type or variant: annotation, else the document's own description.
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
        wire += &format!(". A careful sender keeps it {rule}");
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
    }
}

/// The sender's rule in words.
fn constraint(annotation: &Annotation) -> Option<String> {
    let mut rules = Vec::new();
    match (annotation.minimum, annotation.maximum) {
        (Some(low), Some(high)) => rules.push(format!("from {low} to {high}")),
        (Some(low), None) => rules.push(format!("at {low} or above")),
        (None, Some(high)) => rules.push(format!("at {high} or below")),
        (None, None) => {}
    }
    match annotation.min_length {
        Some(1) => rules.push("non-empty".to_owned()),
        Some(length) => rules.push(format!("{length} characters long or longer")),
        None => {}
    }
    if annotation.pattern.is_some() {
        rules.push("1 to 64 letters, digits, `_` or `.`".to_owned());
    }
    (!rules.is_empty()).then(|| rules.join(" and "))
}
