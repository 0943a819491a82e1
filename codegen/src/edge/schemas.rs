//! The schemas of requests as tables. They have few keywords; every other is an error.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};
use serde_json::{Map, Value};

use crate::error::Error;
use crate::pattern;

/// Definitions that differ in each file.
const OWN: [&str; 2] = ["request", "event"];

/// The members with an event type.
const TYPES: [&str; 2] = ["eventType", "mediaEventType"];

/// The tables of all schemas. Definitions that are the same in several files are there once.
#[derive(Default)]
pub(super) struct Tables {
    /// Name of the table by its text.
    by_text: BTreeMap<String, String>,
    names: BTreeSet<String>,
    items: Vec<TokenStream>,
    requests: Vec<(String, syn::Ident)>,
}

impl Tables {
    /// Adds the schema of an event type.
    pub(super) fn add(&mut self, event_type: &str, schema: &Value) -> Result<(), Error> {
        let mut reader = Reader { tables: self, event_type, schema };
        let request = reader.definition("request")?;
        self.requests.push((event_type.to_owned(), request));
        Ok(())
    }

    pub(super) fn has(&self, event_type: &str) -> bool {
        self.requests.iter().any(|(name, _)| name == event_type)
    }

    /// The tables as Rust code.
    pub(super) fn items(&self) -> TokenStream {
        let Self { items, requests, .. } = self;
        let requests = requests.iter().map(|(name, table)| quote! { (#name, &#table) });
        quote! {
            /// What is valid in the body of a request, by event type.
            pub(super) static REQUESTS: &[(&str, &Kind)] = &[#(#requests),*];
            #(#items)*
        }
    }
}

/// Reads one schema.
struct Reader<'a> {
    tables: &'a mut Tables,
    event_type: &'a str,
    schema: &'a Value,
}

impl Reader<'_> {
    /// The table of a definition.
    fn definition(&mut self, name: &str) -> Result<syn::Ident, Error> {
        let pointer = format!("/definitions/{name}");
        let Some(schema) = self.schema.pointer(&pointer) else {
            return Err(wrong(&pointer, "there is no such definition", "add it"));
        };
        let kind = self.kind(schema, &pointer)?;
        let text = kind.to_string();
        if let Some(name) = self.tables.by_text.get(&text) {
            return Ok(format_ident!("{name}"));
        }
        let own = shouted(&format!("{}_{name}", self.event_type));
        let shared = shouted(name);
        let is_free = !OWN.contains(&name) && !self.tables.names.contains(&shared);
        let name = if is_free { shared } else { own };
        let table = format_ident!("{name}");
        self.tables.items.push(quote! { static #table: Kind = #kind; });
        self.tables.names.insert(name.clone());
        self.tables.by_text.insert(text, name);
        Ok(table)
    }

    /// A schema as an expression.
    fn kind(&mut self, schema: &Value, at: &str) -> Result<TokenStream, Error> {
        let Some(members) = schema.as_object() else {
            return Err(wrong(at, "this is no schema", "write an object"));
        };
        if members.contains_key("$ref") {
            let table = self.reference(schema, at)?;
            return Ok(quote! { Kind::Same(&#table) });
        }
        match members.get("type").and_then(Value::as_str) {
            Some("boolean") => {
                known(members, &["type"], at)?;
                Ok(quote! { Kind::Flag })
            }
            Some("integer") => {
                known(members, &["type", "format", "minimum", "maximum"], at)?;
                let least = bound(members, "minimum", i64::MIN, at)?;
                let most = bound(members, "maximum", i64::MAX, at)?;
                Ok(quote! { Kind::Integer { least: #least, most: #most } })
            }
            Some("string") => text(members, at),
            Some("array") => {
                known(members, &["type", "items", "minItems"], at)?;
                let items = self.kind(&members["items"], &format!("{at}/items"))?;
                let least = members.get("minItems").and_then(Value::as_u64).unwrap_or(0);
                let least = Literal::u64_unsuffixed(least);
                Ok(quote! { Kind::List { items: &#items, least: #least } })
            }
            Some("object") => self.object(members, at),
            _ => Err(wrong(at, "the type is unknown", "write `type` with the name of one")),
        }
    }

    fn reference(&mut self, schema: &Value, at: &str) -> Result<syn::Ident, Error> {
        let name = schema["$ref"].as_str().and_then(|to| to.strip_prefix("#/definitions/"));
        match name {
            Some(name) => self.definition(name),
            None => Err(wrong(at, "`$ref` leads to no definition", "name one of this file")),
        }
    }

    fn object(&mut self, members: &Map<String, Value>, at: &str) -> Result<TokenStream, Error> {
        let keywords = ["type", "properties", "required", "additionalProperties", "anyOf", "allOf"];
        known(members, &keywords, at)?;
        if let Some(values) = members.get("additionalProperties") {
            let values = self.kind(values, &format!("{at}/additionalProperties"))?;
            return Ok(quote! { Kind::Map(&#values) });
        }
        let mut properties = Vec::new();
        for (key, schema) in
            members.get("properties").and_then(Value::as_object).into_iter().flatten()
        {
            let kind = self.kind(schema, &format!("{at}/properties/{key}"))?;
            properties.push(quote! { (#key, &#kind) });
        }
        let required = texts(members.get("required"));
        let any = non_empty(members.get("anyOf"), at)?;
        let variants = self.variants(members.get("allOf"), at)?;
        Ok(quote! {
            Kind::Object(Object {
                members: &[#(#properties),*],
                required: &[#(#required),*],
                any: &[#(#any),*],
                variants: #variants,
            })
        })
    }

    /// Conditions of the form: if one member has this value, then another one is of this kind.
    fn variants(&mut self, all: Option<&Value>, at: &str) -> Result<TokenStream, Error> {
        let Some(all) = all.and_then(Value::as_array) else { return Ok(quote! { None }) };
        let at = format!("{at}/allOf");
        let other = || wrong(&at, "the condition has another form", "compare the one member");
        let (mut by, mut member, mut of) = (None, None, Vec::new());
        for condition in all {
            let (key, value) = only(condition.pointer("/if/properties")).ok_or_else(other)?;
            let (then, schema) = only(condition.pointer("/then/properties")).ok_or_else(other)?;
            let [name] = texts(value.get("enum"))[..] else { return Err(other()) };
            if *by.get_or_insert(key) != key || *member.get_or_insert(then) != then {
                return Err(other());
            }
            let table = self.reference(schema, &at)?;
            of.push(quote! { (#name, &#table) });
        }
        let (by, member) = by.zip(member).ok_or_else(other)?;
        Ok(quote! { Some(Variants { by: #by, member: #member, of: &[#(#of),*] }) })
    }
}

/// A bound of integers. None is that of 64 bits, as the library has no others.
fn bound(
    members: &Map<String, Value>,
    keyword: &str,
    otherwise: i64,
    at: &str,
) -> Result<Literal, Error> {
    let bound = members.get(keyword).map_or(Some(otherwise), Value::as_i64);
    let problem = || wrong(at, format!("`{keyword}` is no integer of 64 bits"), "write one");
    bound.map(Literal::i64_unsuffixed).ok_or_else(problem)
}

/// A text: its pattern, the values that it can have, or whether it is a time. The form of times is
/// known to the library, as no pattern knows how many days a month has.
fn text(members: &Map<String, Value>, at: &str) -> Result<TokenStream, Error> {
    known(members, &["type", "enum", "pattern", "format"], at)?;
    match members.get("format").and_then(Value::as_str) {
        None => {}
        Some("date-time") => return Ok(quote! { Kind::Time }),
        Some(_) => return Err(wrong(at, "the format is unknown", "leave it out")),
    }
    if members.contains_key("enum") {
        let values = texts(members.get("enum"));
        let is_type = TYPES.iter().any(|key| at.ends_with(&format!("/properties/{key}")));
        return Ok(match is_type {
            true => quote! { Kind::Type(&[#(#values),*]) },
            false => quote! { Kind::Choice(&[#(#values),*]) },
        });
    }
    let Some(pattern) = members.get("pattern").and_then(Value::as_str) else {
        return Ok(quote! { Kind::Text(None) });
    };
    if let Err(problem) = pattern::compile(pattern) {
        return Err(wrong(&format!("{at}/pattern"), problem, "write a simpler one"));
    }
    let pattern = pattern::tokens(pattern);
    Ok(quote! { Kind::Text(Some(#pattern)) })
}

/// Lists of which one has an item at least.
fn non_empty<'a>(any: Option<&'a Value>, at: &str) -> Result<Vec<&'a str>, Error> {
    let branches = any.and_then(Value::as_array).into_iter().flatten();
    let list = |branch: &'a Value| {
        let [key] = texts(branch.get("required"))[..] else { return None };
        let least = branch.get("properties")?.get(key)?.get("minItems")?;
        (least.as_u64() == Some(1)).then_some(key)
    };
    let problem = || {
        wrong(&format!("{at}/anyOf"), "the branch has another form", "ask for one item of a list")
    };
    branches.map(|branch| list(branch).ok_or_else(problem)).collect()
}

/// The only member of an object.
fn only(object: Option<&Value>) -> Option<(&str, &Value)> {
    let mut members = object?.as_object()?.iter();
    let (key, value) = members.next()?;
    members.next().is_none().then_some((key.as_str(), value))
}

fn texts(list: Option<&Value>) -> Vec<&str> {
    list.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect()
}

fn known(members: &Map<String, Value>, keywords: &[&str], at: &str) -> Result<(), Error> {
    match members.keys().find(|key| !keywords.contains(&key.as_str())) {
        None => Ok(()),
        Some(key) => {
            let problem = format!("the keyword `{key}` is unknown here");
            Err(wrong(at, problem, "say it with the keywords that the other schemas have"))
        }
    }
}

/// `sessionStart` as `SESSION_START`.
fn shouted(name: &str) -> String {
    let mut made = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() {
            made.push('_');
        }
        made.push(letter.to_ascii_uppercase());
    }
    made
}

/// The caller knows the file.
fn wrong(pointer: &str, problem: impl Into<String>, remedy: &str) -> Error {
    Error::new("", pointer, problem, remedy)
}
