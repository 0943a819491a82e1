//! `mapping.json` as tables.

use std::collections::BTreeMap;

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::Value;

use crate::error::Error;

/// `schemas/edge/README.md` explains every part.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Mapping {
    #[serde(rename = "about")]
    _about: IgnoredAny,
    events: BTreeMap<String, String>,
    always: BTreeMap<String, String>,
    primary: Vec<String>,
    members: Vec<Member>,
    /// The library has these places in its code: they are the frame of a downloaded session.
    #[serde(rename = "downloaded")]
    _downloaded: IgnoredAny,
    request: Vec<Lost>,
    lost_in_edge: Vec<Lost>,
    lost_in_collection: Vec<Lost>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Member {
    events: Events,
    collection: String,
    edge: String,
    form: String,
    direction: Option<String>,
    rounding: Option<String>,
    /// What is valid is in the schemas, too, and the library reads it there.
    #[serde(rename = "minimum")]
    _minimum: Option<IgnoredAny>,
    #[serde(rename = "min_length")]
    _min_length: Option<IgnoredAny>,
    #[serde(rename = "pattern")]
    _pattern: Option<IgnoredAny>,
    #[serde(default)]
    values: Vec<String>,
    otherwise: Option<String>,
    /// Of an integer.
    bits: Option<u32>,
    if_absent: Option<String>,
    if_absent_from: Option<String>,
    if_absent_collection: Option<i64>,
    #[serde(default)]
    states: Vec<String>,
    #[serde(default)]
    with: BTreeMap<String, String>,
    #[serde(default)]
    except_downloaded: bool,
    #[serde(default)]
    except_namespaces: Vec<String>,
    #[serde(rename = "scale")]
    _scale: Option<IgnoredAny>,
    #[serde(default)]
    to_edge: String,
    #[serde(default)]
    to_collection: String,
    #[serde(rename = "source")]
    _source: IgnoredAny,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Lost {
    #[serde(default)]
    events: Events,
    collection: Option<String>,
    edge: Option<String>,
    weight: Option<String>,
    reason: String,
    #[serde(rename = "source")]
    _source: Option<IgnoredAny>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Events {
    All(String),
    List(Vec<String>),
}

impl Default for Events {
    fn default() -> Self {
        Self::All("all".to_owned())
    }
}

/// The tables of a mapping. `is_known` tells whether there is a schema for an event type.
pub(super) fn tables(
    mapping: &Value,
    is_known: &dyn Fn(&str) -> bool,
) -> Result<TokenStream, Error> {
    let Mapping {
        events, always, primary, members, request, lost_in_edge, lost_in_collection, ..
    } = Mapping::deserialize(mapping).map_err(|error| {
        wrong("", format!("{error}"), "write it as `schemas/edge/README.md` says")
    })?;
    if let Some((from, to)) = events.iter().find(|(_, to)| !is_known(to)) {
        let problem = format!("there is no schema for the event type `{to}`");
        return Err(wrong(&format!("/events/{from}"), problem, "add it, or name another"));
    }
    let named = |list: &[Member]| {
        let row = |(index, row): (usize, &Member)| member(&format!("/members/{index}"), row);
        list.iter().enumerate().map(row).collect::<Result<Vec<_>, _>>()
    };
    let rows = named(&members)?;
    let events = events.iter().map(|(from, to)| quote! { (#from, #to) });
    let always = always.iter().map(|(event, at)| {
        let at = steps(at);
        quote! { (#event, #at) }
    });
    let lacks = lost_in_edge.iter().enumerate().map(|(index, lost)| lack(index, lost));
    let lacks = lacks.collect::<Result<Vec<_>, _>>()?;
    let gone = |part: &'static str, list: &[Lost]| {
        let row = |(index, lost): (usize, &Lost)| gone(part, index, lost);
        list.iter().enumerate().map(row).collect::<Result<Vec<_>, _>>()
    };
    let (request, lost) =
        (gone("request", &request)?, gone("lost_in_collection", &lost_in_collection)?);
    Ok(quote! {
        /// The event type of Media Edge for each of the Media Collection API.
        pub(super) static EVENTS: &[(&str, &str)] = &[#(#events),*];
        /// The object that is always there, by event type.
        pub(super) static ALWAYS: &[(&str, &[Step])] = &[#(#always),*];
        /// Which namespace has the primary identity.
        pub(super) static PRIMARY: &[&str] = &[#(#primary),*];
        /// The members that both APIs have.
        pub(super) static ROWS: &[Row] = &[#(#rows),*];
        /// What Media Edge lacks.
        pub(super) static LACKS: &[Lack] = &[#(#lacks),*];
        /// What the Media Collection API lacks, of a request.
        pub(super) static REQUEST: &[Gone] = &[#(#request),*];
        /// What the Media Collection API lacks, of an event.
        pub(super) static GONE: &[Gone] = &[#(#lost),*];
    })
}

fn member(at: &str, row: &Member) -> Result<TokenStream, Error> {
    let Member { collection, edge, to_edge, to_collection, except_downloaded, .. } = row;
    let events = listed(at, &row.events)?;
    let (collection, edge) = (steps(collection), steps(edge));
    let one_way = match row.direction.as_deref() {
        None => false,
        Some("to_edge") => true,
        Some(other) => return Err(unknown(at, "direction", other)),
    };
    let form = form(at, row)?;
    let if_absent = optional(row.if_absent.as_ref());
    let if_absent_from = optional(row.if_absent_from.as_deref().map(steps).as_ref());
    let if_absent_collection =
        optional(row.if_absent_collection.map(Literal::i64_unsuffixed).as_ref());
    let with = row.with.iter().map(|(key, value)| quote! { With { key: #key, value: #value } });
    let except = &row.except_namespaces;
    Ok(quote! {
        Row {
            events: #events,
            collection: #collection,
            edge: #edge,
            form: #form,
            one_way: #one_way,
            if_absent: #if_absent,
            if_absent_from: #if_absent_from,
            if_absent_collection: #if_absent_collection,
            with: &[#(#with),*],
            except_downloaded: #except_downloaded,
            except_keys: &[#(#except),*],
            to_edge: #to_edge,
            to_collection: #to_collection,
        }
    })
}

fn form(at: &str, row: &Member) -> Result<TokenStream, Error> {
    let Member { values, states, .. } = row;
    Ok(match row.form.as_str() {
        "type" => quote! { Form::Type },
        "time" => quote! { Form::Time },
        "text" => quote! { Form::Text },
        "flag" => quote! { Form::Flag },
        "integer" => {
            let bits = row.bits.unwrap_or(64);
            if !(1..=64).contains(&bits) {
                return Err(unknown(at, "bits", &bits.to_string()));
            }
            let bits = Literal::u32_unsuffixed(bits);
            quote! { Form::Integer { bits: #bits } }
        }
        "number" => {
            let down = match row.rounding.as_deref() {
                Some("down") => true,
                Some("nearest") => false,
                other => return Err(unknown(at, "rounding", other.unwrap_or_default())),
            };
            quote! { Form::Number { down: #down } }
        }
        "choice" => {
            let otherwise = optional(row.otherwise.as_ref());
            quote! { Form::Choice { values: &[#(#values),*], otherwise: #otherwise } }
        }
        "state" => quote! { Form::State(&[#(#states),*]) },
        "item" => quote! { Form::Item },
        "pairs" => quote! { Form::Pairs },
        other => return Err(unknown(at, "form", other)),
    })
}

fn lack(index: usize, lost: &Lost) -> Result<TokenStream, Error> {
    let at = format!("/lost_in_edge/{index}");
    let events = listed(&at, &lost.events)?;
    let collection = steps(place(&at, "collection", lost.collection.as_ref())?);
    let told = match lost.weight.as_deref() {
        Some("configured") => quote! { Told::Configured },
        Some("listed") => quote! { Told::Listed },
        Some("error if true") => quote! { Told::ErrorIfTrue },
        other => return Err(unknown(&at, "weight", other.unwrap_or_default())),
    };
    let reason = &lost.reason;
    Ok(quote! {
        Lack { events: #events, collection: #collection, told: #told, reason: #reason }
    })
}

fn gone(part: &str, index: usize, lost: &Lost) -> Result<TokenStream, Error> {
    let at = format!("/{part}/{index}");
    let events = listed(&at, &lost.events)?;
    let edge = steps(place(&at, "edge", lost.edge.as_ref())?);
    let reason = &lost.reason;
    Ok(quote! { Gone { events: #events, edge: #edge, reason: #reason } })
}

fn place<'a>(at: &str, key: &str, pointer: Option<&'a String>) -> Result<&'a str, Error> {
    let pointer = pointer.filter(|pointer| pointer.starts_with('/')).map(String::as_str);
    let problem = || wrong(at, format!("`{key}` is no place"), "write a JSON Pointer");
    pointer.ok_or_else(problem)
}

/// The event types of a row; `None` is all.
fn listed(at: &str, events: &Events) -> Result<TokenStream, Error> {
    match events {
        Events::All(all) if all == "all" => Ok(quote! { None }),
        Events::All(other) => Err(unknown(at, "events", other)),
        Events::List(list) => Ok(quote! { Some(&[#(#list),*]) }),
    }
}

/// A pointer as steps.
fn steps(pointer: &str) -> TokenStream {
    let step = |step: &str| {
        if step == "*" {
            return quote! { Step::Any };
        }
        match step.parse::<usize>() {
            Ok(index) => {
                let index = Literal::usize_unsuffixed(index);
                quote! { Step::Index(#index) }
            }
            Err(_) => {
                let key = step.replace("~1", "/").replace("~0", "~");
                quote! { Step::Key(#key) }
            }
        }
    };
    let steps = pointer.split('/').skip(1).map(step);
    quote! { &[#(#steps),*] }
}

fn optional<T: quote::ToTokens>(value: Option<&T>) -> TokenStream {
    value.map_or_else(|| quote! { None }, |value| quote! { Some(#value) })
}

fn unknown(at: &str, key: &str, value: &str) -> Error {
    let problem = format!("`{key}` cannot be `{value}`");
    wrong(&format!("{at}/{key}"), problem, "use a value that `schemas/edge/README.md` names")
}

/// The caller knows the file.
fn wrong(pointer: &str, problem: impl Into<String>, remedy: &str) -> Error {
    Error::new("", pointer, problem, remedy)
}
