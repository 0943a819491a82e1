//! What the fast path has to know of each event type: its members, in the order in which they are
//! written, with the rows of the mapping for each.
//!
//! An event type that cannot be said in these terms has no plan. It takes the general path, which needs
//! none, so nothing here is an error.

use std::cell::{Cell, RefCell};

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};
use serde_json::{Map, Value};

use super::DOWNLOADED;
use crate::emit::by_bytes;
use crate::pattern;

/// The members of a request with the members of events.
const MEDIA: &str = "/xdm/mediaCollection";
/// The member of an open session, which no row has.
const SESSION_ID: &str = "sessionID";
const PLAYHEAD: &str = "/playerTime/playhead";

/// The plans, and the values of the members that stand around events.
pub(super) fn tables(mapping: &Value, schemas: &[(String, Value)]) -> TokenStream {
    let inner = schemas.iter().find(|(name, _)| name == DOWNLOADED).map(|(_, schema)| schema);
    let live = schemas.iter().filter(|(name, _)| name != DOWNLOADED);
    let (cells, finds) = (Cell::new(0), Finds::default());
    let plans: Vec<_> = live
        .filter_map(|(name, schema)| {
            let media = definition(schema, name)?;
            if inner.is_some_and(|inner| definition(inner, name) != Some(&without_id(media))) {
                return None;
            }
            Planner { name, schema, mapping, cells: &cells, finds: &finds }.plan(media)
        })
        .collect();
    let cells = Literal::usize_unsuffixed(cells.get());
    let finds = finds.functions();
    let values = |definition: &str, member: &str| {
        let at = format!("/definitions/{definition}/properties/{member}/enum");
        let list = schemas.iter().find_map(|(_, schema)| schema.pointer(&at)?.as_array());
        let list = list.into_iter().flatten().filter_map(Value::as_str);
        quote! { &[#(#list),*] }
    };
    let (states, environments) = (
        values("identityItem", "authenticatedState"),
        values("implementationDetails", "environment"),
    );
    quote! {
        /// What the fast path knows of the event types.
        pub(super) static PLANS: &[Plan] = &[#(#plans),*];
        #(#finds)*
        /// How many cells the plans have.
        pub(super) const CELLS: usize = #cells;
        /// The values of `authenticatedState`.
        pub(super) static AUTHENTICATED_STATES: &[&str] = #states;
        /// The values of `environment`.
        pub(super) static ENVIRONMENTS: &[&str] = #environments;
    }
}

fn definition<'a>(schema: &'a Value, name: &str) -> Option<&'a Value> {
    schema.get("definitions")?.get(name)
}

/// The members as a downloaded session has them.
fn without_id(media: &Value) -> Value {
    let mut media = media.clone();
    if let Some(properties) = media.get_mut("properties").and_then(Value::as_object_mut) {
        properties.remove(SESSION_ID);
    }
    if let Some(required) = media.get_mut("required").and_then(Value::as_array_mut) {
        required.retain(|key| key != SESSION_ID);
    }
    media
}

/// Makes the plan of one event type.
struct Planner<'a> {
    name: &'a str,
    schema: &'a Value,
    mapping: &'a Value,
    /// How many cells the plans have so far.
    cells: &'a Cell<usize>,
    finds: &'a Finds,
}

/// The functions that find a key: the same members need the same one.
#[derive(Default)]
struct Finds {
    texts: RefCell<Vec<String>>,
    functions: RefCell<Vec<TokenStream>>,
}

impl Finds {
    /// The name of the function that finds these keys.
    fn of(&self, arms: Vec<(String, TokenStream)>) -> TokenStream {
        let found = by_bytes(&quote! { key }, arms);
        let text = found.to_string();
        let (mut texts, mut functions) = (self.texts.borrow_mut(), self.functions.borrow_mut());
        let known = texts.iter().position(|known| *known == text);
        let name = format_ident!("find_{}", known.unwrap_or(texts.len()));
        if known.is_none() {
            functions.push(quote! { fn #name(key: &[u8]) -> Option<usize> { Some(#found) } });
            texts.push(text);
        }
        quote! { #name }
    }

    /// The members of an object, with a bit for each that is required.
    fn list(
        &self,
        members: &Map<String, Value>,
        required: &[&str],
        made: &[TokenStream],
    ) -> Option<TokenStream> {
        let mut bits = 0_u64;
        let mut arms = Vec::new();
        for (at, key) in members.keys().enumerate() {
            let is_required = u64::from(required.contains(&key.as_str()));
            bits |= is_required.checked_shl(u32::try_from(at).ok()?)?;
            let at = Literal::usize_unsuffixed(at);
            arms.push((key.clone(), quote! { #at }));
        }
        let (bits, find) = (Literal::u64_unsuffixed(bits), self.of(arms));
        Some(quote! { List { all: &[#(#made),*], required: #bits, find: #find } })
    }

    fn functions(self) -> Vec<TokenStream> {
        self.functions.into_inner()
    }
}

impl<'a> Planner<'a> {
    fn plan(&self, media: &'a Value) -> Option<TokenStream> {
        let (members, required) = object(media, &["anyOf"])?;
        let parts: Option<Vec<_>> = members
            .iter()
            .map(|(key, schema)| self.part(key, schema, required.contains(&key.as_str())))
            .collect();
        let (name, parts) = (self.name, self.finds.list(members, &required, &parts?)?);
        let needs_state = media.get("anyOf").is_some();
        Some(quote! { Plan { name: #name, parts: #parts, needs_state: #needs_state } })
    }

    fn part(&self, key: &str, schema: &'a Value, required: bool) -> Option<TokenStream> {
        let at = format!("{MEDIA}/{key}");
        let schema = self.resolved(schema)?;
        let own = self.rows(|edge| edge == at);
        let of_row = |key: &str| own.first().map(|(_, row)| row[key].as_str().unwrap_or_default());
        let holds = match (of_row("form"), of_row("collection")) {
            (Some("number"), Some(PLAYHEAD)) => {
                let cell = self.cell(key, schema, required, &at)?;
                quote! { Holds::Playhead(#cell) }
            }
            (Some("pairs"), _) => quote! { Holds::Pairs },
            (Some(_), _) => return None,
            (None, _) if key == SESSION_ID => quote! { Holds::SessionId },
            (None, _) if schema["type"] == "array" => self.list(schema, &at)?,
            (None, _) => self.object(schema, &at)?,
        };
        let always = self.mapping["always"][self.name] == at;
        let written = written(key)?;
        Some(quote! {
            Part { key: #key, written: #written, required: #required, always: #always, holds: #holds }
        })
    }

    fn object(&self, schema: &'a Value, at: &str) -> Option<TokenStream> {
        let (members, required) = object(schema, &[])?;
        let mut of_params = None;
        let cells: Option<Vec<_>> = members
            .iter()
            .map(|(key, schema)| {
                let at = format!("{at}/{key}");
                let rows = self.rows(|edge| edge == at);
                let (_, read) = rows.iter().find(|(_, row)| row.get("direction").is_none())?;
                let into_params = read["collection"].as_str()?.starts_with("/params/");
                if *of_params.get_or_insert(into_params) != into_params {
                    return None;
                }
                self.cell(key, schema, required.contains(&key.as_str()), &at)
            })
            .collect();
        let cells = self.finds.list(members, &required, &cells?)?;
        Some(match of_params? {
            true => quote! { Holds::Params(#cells) },
            false => quote! { Holds::Quality(#cells) },
        })
    }

    /// A list of objects with one member.
    fn list(&self, schema: &'a Value, at: &str) -> Option<TokenStream> {
        only(schema, &["type", "items"])?;
        let (members, required) = object(self.resolved(schema.get("items")?)?, &[])?;
        let mut members = members.iter();
        let ((key, schema), None) = (members.next()?, members.next()) else { return None };
        let is_required = required.contains(&key.as_str());
        let cell = self.cell(key, schema, is_required, &format!("{at}/*/{key}"))?;
        Some(quote! { Holds::List(#cell) })
    }

    fn cell(&self, key: &str, schema: &Value, required: bool, at: &str) -> Option<TokenStream> {
        let check = check(schema)?;
        let rows = self.rows(|edge| edge == at);
        let row = |(index, _): &(usize, _)| {
            let index = Literal::usize_unsuffixed(*index);
            quote! { &ROWS[#index] }
        };
        // What is read only on the way to Media Edge has another row for the way back.
        let read = row(rows.iter().find(|(_, row)| row.get("direction").is_none())?);
        let hold = rows.iter().all(|(_, row)| self.holds_for_all(row));
        let rows = rows.iter().map(row);
        let written = written(key)?;
        let number = Literal::usize_unsuffixed(self.cells.replace(self.cells.get() + 1));
        Some(quote! {
            Cell {
                number: #number,
                key: #key,
                written: #written,
                required: #required,
                check: #check,
                read: #read,
                rows: &[#(#rows),*],
                hold: #hold,
            }
        })
    }

    fn resolved(&self, schema: &'a Value) -> Option<&'a Value> {
        match schema.get("$ref") {
            None => Some(schema),
            Some(to) => {
                let name = to.as_str()?.strip_prefix("#/definitions/")?;
                definition(self.schema, name)
            }
        }
    }

    /// The rows for this event type and a place, with their indexes.
    fn rows(&self, is_place: impl Fn(&str) -> bool) -> Vec<(usize, &'a Value)> {
        let named = |name: &Value| {
            name.as_str().is_some_and(|name| self.mapping["events"][name] == self.name)
        };
        let rows = self.mapping["members"].as_array().into_iter().flatten().enumerate();
        rows.filter(|(_, row)| {
            let holds = row["events"].as_array().is_none_or(|names| names.iter().any(named));
            holds && row["edge"].as_str().is_some_and(&is_place)
        })
        .collect()
    }

    /// Whether a row holds for each event type that has this one in Media Edge.
    fn holds_for_all(&self, row: &Value) -> bool {
        let Some(names) = row["events"].as_array() else { return true };
        let all = self.mapping["events"].as_object().into_iter().flatten();
        let mut here = all.filter(|(_, edge)| **edge == self.name).map(|(name, _)| name);
        here.all(|name| names.iter().any(|one| one == name))
    }
}

/// A key with all that stands around it, if it needs no escapes.
fn written(key: &str) -> Option<Literal> {
    let is_plain = !key.bytes().any(|byte| matches!(byte, b'"' | b'\\' | 0..0x20));
    is_plain.then(|| Literal::byte_string(format!(",\"{key}\":").as_bytes()))
}

/// Members and what is required of an object with no other keywords.
fn object<'a>(
    schema: &'a Value,
    others: &[&str],
) -> Option<(&'a Map<String, Value>, Vec<&'a str>)> {
    only(schema, &[&["type", "properties", "required"], others].concat())?;
    let required = schema.get("required").and_then(Value::as_array).into_iter().flatten();
    Some((schema.get("properties")?.as_object()?, required.filter_map(Value::as_str).collect()))
}

fn only(schema: &Value, keywords: &[&str]) -> Option<()> {
    let mut keys = schema.as_object()?.keys();
    keys.all(|key| keywords.contains(&key.as_str())).then_some(())
}

/// What is valid, if it can be checked on the way.
fn check(schema: &Value) -> Option<TokenStream> {
    only(schema, &["type", "format", "minimum", "maximum", "enum", "pattern"])?;
    let text = |key: &str| schema.get(key).and_then(Value::as_str);
    match text("type")? {
        "integer" => {
            let bound = |keyword: &str, otherwise| {
                schema.get(keyword).map_or(Some(otherwise), Value::as_i64)
            };
            let least = bound("minimum", i64::MIN)?;
            // The fast path reads all that fit into 64 bits.
            if bound("maximum", i64::MAX)? != i64::MAX {
                return None;
            }
            let least = Literal::i64_unsuffixed(least);
            Some(quote! { Check::Integer { least: #least } })
        }
        "boolean" => Some(quote! { Check::Flag }),
        "string" if schema.get("format").is_some() => None,
        "string" if schema.get("enum").is_some() => {
            let values = schema["enum"].as_array()?.iter().filter_map(Value::as_str);
            Some(quote! { Check::Choice(&[#(#values),*]) })
        }
        "string" => match text("pattern") {
            None => Some(quote! { Check::Text }),
            Some(text) => letters(text),
        },
        _ => None,
    }
}

/// A pattern of one kind of letter, some times.
fn letters(text: &str) -> Option<TokenStream> {
    let repeated = pattern::repeated(text)?;
    let is_ascii = (0..128_u8).filter(|byte| repeated.allows(char::from(*byte)));
    let ascii = Literal::u128_unsuffixed(is_ascii.fold(0, |all, byte| all | 1 << byte));
    let least = Literal::usize_unsuffixed(repeated.least);
    let most = match repeated.most {
        Some(most) => {
            let most = Literal::usize_unsuffixed(most);
            quote! { #most }
        }
        None => quote! { usize::MAX },
    };
    let pattern = pattern::tokens(text);
    Some(quote! {
        Check::Letters(Letters { ascii: #ascii, least: #least, most: #most, pattern: #pattern })
    })
}
