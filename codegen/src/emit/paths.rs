//! The paths of the library and its dependencies that the generated code uses, by output file.
//!
//! Each file begins with `use` lines for the names that its code needs. No type of a schema can have
//! one of these names ([`crate::reserved`]).

use std::collections::BTreeSet;

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;

use super::ident;

/// Names of one module, if any of them behind a feature.
pub(crate) struct Import {
    feature: Option<&'static str>,
    path: &'static str,
    names: &'static [&'static str],
}

const fn from(path: &'static str, names: &'static [&'static str]) -> Import {
    Import { feature: None, path, names }
}

const fn with(feature: &'static str, path: &'static str, names: &'static [&'static str]) -> Import {
    Import { feature: Some(feature), path, names }
}

/// The module that re-exports the generated types.
const EVENT: &str = "crate::event";

/// For the types, in the library's module `event`.
pub(crate) const TYPES: &[Import] = &[
    from("std::collections", &["BTreeMap"]),
    from("std", &["fmt"]),
    from("std::hash", &["Hasher"]),
    from("std::str", &["FromStr"]),
    from("serde_json", &["Map", "Value"]),
    from(
        "crate::constraints",
        &[
            "Accept",
            "Check",
            "Checker",
            "ConstraintError",
            "Look",
            "Nullable",
            "ParseError",
            "obeys",
        ],
    ),
    from(EVENT, &["At", "CustomMetadata", "Event", "Extra", "OtherEvent"]),
    from(EVENT, &["Redacted", "WithMetadata"]),
    from("crate", &["schema"]),
    from("crate::schema", &["Described"]),
    with("quickcheck", EVENT, &["Generate", "always", "sometimes"]),
    with("schemars", EVENT, &["object_schema"]),
    with("validator", "crate::constraints", &["validate"]),
];

/// The bound on required members, which the module of the builders re-exports.
pub(crate) const IS_SET: &[Import] = &[from("crate::event::is_set", &["IsSet"])];

/// For reading and writing, in the library's module `json`.
pub(crate) const JSON: &[Import] = &[
    from("std::collections", &["BTreeMap"]),
    from("serde", &["Deserialize", "Deserializer", "Serialize", "Serializer"]),
    from("serde_json", &["Map", "Value"]),
    from("crate::constraints", &["Nullable"]),
    from(EVENT, &["CustomMetadata", "WithMetadata"]),
    from("crate::json::fast", &["Cursor", "Declined", "ReadFast", "WriteFast", "write_string"]),
    from("crate::json::general", &["General", "read_name", "read_object", "write_object"]),
    from("crate::json::members", &["MemberSource", "MemberWriter", "Members", "ParamsSource"]),
    from("crate::schema", &["Described", "Mode"]),
];

/// For the recorder's methods, in the library's module `session`.
pub(crate) const RECORDER: &[Import] = &[
    from(EVENT, &["At", "CustomMetadata", "Event", "WithMetadata"]),
    from("crate::session", &["Recorded", "Recorder", "Refused", "Sink"]),
];

/// For the methods of the typed builder, in the library's module `session`.
pub(crate) const BUILDER: &[Import] = &[
    from("crate::constraints", &["Returned"]),
    from(EVENT, &["At", "CustomMetadata", "Event", "WithMetadata"]),
    from("crate::session", &["RecordError", "SessionBuilder"]),
    from("crate::session::type_state", TYPE_STATES),
];

/// For the methods of the typed online session, in the library's module `client`.
pub(crate) const ONLINE: &[Import] = &[
    from("http", &["Request"]),
    from("crate::client", &["Moved", "OnlineSession"]),
    from(EVENT, &["At", "CustomMetadata", "Event", "WithMetadata"]),
    from("crate::session", &["Refused"]),
    from("crate::session::type_state", TYPE_STATES),
];

/// For the tracker's methods, in the library's module `tracker`.
pub(crate) const TRACKER: &[Import] = &[
    from(EVENT, &["CustomMetadata", "Event", "WithMetadata"]),
    from("crate::tracker", &["Moment", "Sessions", "TrackError", "Tracked", "Tracker", "no_time"]),
];

const TYPE_STATES: &[&str] = &[
    "AdState",
    "CanCloseAd",
    "CanCloseChapter",
    "CanCompleteAdBreak",
    "CanPlay",
    "CanStartAd",
    "CanStartAdBreak",
    "CanStartChapter",
    "ChapterState",
    "Content",
    "InAd",
    "InAdBreak",
    "InChapter",
    "NoChapter",
];

/// All imported names.
pub(crate) fn imported() -> impl Iterator<Item = &'static str> {
    let all = [TYPES, IS_SET, JSON, RECORDER, BUILDER, ONLINE, TRACKER].into_iter().flatten();
    all.flat_map(|import| import.names.iter().copied())
}

/// The `use` lines for the names in the table and the generated types that the code uses.
pub(crate) fn prelude<'a>(
    table: &[Import],
    types: impl Iterator<Item = &'a str>,
    code: &TokenStream,
) -> TokenStream {
    let mut mentioned = BTreeSet::new();
    mentions(code.clone(), &mut mentioned);
    let is_mentioned = |name: &&'a str| mentioned.contains(*name);
    let mut types: BTreeSet<&'a str> = types.filter(is_mentioned).collect();
    let mut lines = TokenStream::new();
    let mut rest = table;
    while let Some(Import { feature, path, .. }) = rest.first() {
        let same = rest.iter().take_while(|other| (&other.feature, other.path) == (feature, path));
        let count = same.clone().count();
        let names = same.flat_map(|import| import.names).copied().filter(is_mentioned);
        let mut names: BTreeSet<&str> = names.collect();
        if *path == EVENT && feature.is_none() {
            names.append(&mut types);
        }
        lines.extend(line(*feature, path, &names));
        rest = rest.get(count..).unwrap_or_default();
    }
    lines
}

/// `pub use` lines for the whole table.
pub(crate) fn public(table: &[Import]) -> TokenStream {
    let lines = table.iter().filter_map(|import| {
        line(import.feature, import.path, &import.names.iter().copied().collect())
    });
    lines.map(|line| quote! { pub #line }).collect()
}

fn line(feature: Option<&str>, path: &str, names: &BTreeSet<&str>) -> Option<TokenStream> {
    let names: Vec<_> = names.iter().map(|name| ident(name)).collect();
    if names.is_empty() {
        return None;
    }
    let path: syn::Path = syn::parse_str(path).ok()?;
    let feature = feature.map(|feature| quote! { #[cfg(feature = #feature)] });
    Some(match names.as_slice() {
        [name] => quote! { #feature use #path::#name; },
        names => quote! { #feature use #path::{#(#names),*}; },
    })
}

/// Collects the identifiers in the code that begin a path.
fn mentions(code: TokenStream, found: &mut BTreeSet<String>) {
    let mut colons = 0;
    for token in code {
        let is_colon = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == ':');
        match token {
            TokenTree::Group(group) => mentions(group.stream(), found),
            TokenTree::Ident(name) if colons < 2 => {
                found.insert(name.to_string());
            }
            TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
        colons = if is_colon { colons + 1 } else { 0 };
    }
}
