//! Rules that convert wire keys to Rust names. A name never depends on other keys.

/// Prefixes that repeat the name of the enclosing type, longest first.
const STATED_PREFIXES: [&str; 5] =
    ["media.chapter.", "media.state.", "media.qoe.", "media.ad.", "media."];

const KEYWORDS: [&str; 50] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate",
    "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl",
    "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref",
    "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while",
];

/// The names that are generated for an object type: its own, that of its builder, and that of the
/// builder's optional part.
pub(crate) fn items_of_type(name: &str) -> [String; 3] {
    [name.to_owned(), builder(name), optional(name)]
}

pub(crate) fn builder(name: &str) -> String {
    format!("{name}Builder")
}

/// The name of the part of a builder that stores the optional members.
pub(crate) fn optional(name: &str) -> String {
    format!("{name}Optional")
}

/// Whether a type or variant can have the name.
pub(crate) fn is_type_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_uppercase())
        && name.chars().all(|letter| letter.is_ascii_alphanumeric())
        && name != "Self"
}

/// Whether a constant or variant can have the name.
pub(crate) fn is_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
        && name != "Self"
        && !KEYWORDS.contains(&name)
}

/// The field name of a wire key: `media.ad.podPosition` is `pod_position`.
pub(crate) fn field(key: &str) -> String {
    let stated = STATED_PREFIXES.iter().find_map(|prefix| key.strip_prefix(prefix));
    identifier(words(stated.unwrap_or(key)).join("_"))
}

/// The name of the module with the known values of a key: `media.qoe.errorSource` is
/// `qoe_error_source`.
pub(crate) fn values_module(key: &str) -> String {
    identifier(words(key.strip_prefix("media.").unwrap_or(key)).join("_"))
}

/// The type of a map's entries if their schema is inline: the name of the map with `Entry`, except for
/// types with an established name.
pub(crate) fn entry(map: &str) -> String {
    match map {
        "SessionStartParamsVisitorCustomerIds" => "CustomerId".to_owned(),
        _ => format!("{map}Entry"),
    }
}

/// The type or variant name: `adStart` is `AdStart`.
pub(crate) fn pascal(name: &str) -> String {
    let mut joined = String::new();
    for word in words(name) {
        let (first, rest) = word.split_at(1);
        joined.push_str(&first.to_ascii_uppercase());
        joined.push_str(rest);
    }
    joined
}

/// The name of a function or module: `adStart` is `ad_start`.
pub(crate) fn snake(name: &str) -> String {
    identifier(words(name).join("_"))
}

/// Makes a valid Rust identifier: it begins with a letter and is not a keyword.
fn identifier(name: String) -> String {
    if KEYWORDS.contains(&name.as_str()) {
        format!("{name}_")
    } else if name.starts_with(|first: char| first.is_ascii_digit()) {
        format!("n{name}")
    } else {
        name
    }
}

/// Splits at separators and at changes of case, in lower case. A run of capitals is one word,
/// with a plural `s` if it has one: `creativeURL` is `creative url`, `customerIDs` is
/// `customer ids`.
fn words(name: &str) -> Vec<String> {
    let mut found = Vec::new();
    for part in name.split(|letter: char| !letter.is_ascii_alphanumeric()) {
        let letters: Vec<char> = part.chars().collect();
        let mut word = String::new();
        for (at, letter) in letters.iter().enumerate() {
            let before = at.checked_sub(1).map(|previous| letters[previous]);
            let after = letters.get(at + 1);
            let starts = letter.is_ascii_uppercase()
                && match before {
                    None => false,
                    Some(before) if !before.is_ascii_uppercase() => true,
                    // The last capital of a run starts a word, unless only a plural `s` follows.
                    Some(_) => {
                        after.is_some_and(char::is_ascii_lowercase)
                            && !(after == Some(&'s') && at + 2 == letters.len())
                    }
                };
            if starts && !word.is_empty() {
                found.push(std::mem::take(&mut word));
            }
            word.push(letter.to_ascii_lowercase());
        }
        if !word.is_empty() {
            found.push(word);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_lose_the_prefix_that_repeats_their_type() {
        for (key, name) in [
            ("media.ad.podPosition", "pod_position"),
            ("media.ad.creativeURL", "creative_url"),
            ("media.chapter.friendlyName", "friendly_name"),
            ("media.qoe.errorID", "error_id"),
            ("media.state.name", "name"),
            ("media.pass.mvpd", "pass_mvpd"),
            ("media.id", "id"),
            ("analytics.enableSSL", "analytics_enable_ssl"),
            ("visitor.customerIDs", "visitor_customer_ids"),
            ("visitor.aamLocationHint", "visitor_aam_location_hint"),
            ("appInstallationId", "app_installation_id"),
            ("statesStart", "states_start"),
            ("media.type", "type_"),
            ("media.360video", "n360video"),
            ("media.HTTPServer", "http_server"),
        ] {
            assert_eq!(field(key), name, "{key}");
        }
    }

    #[test]
    fn types_and_modules() {
        assert_eq!(pascal("adBreakStart"), "AdBreakStart");
        assert_eq!(pascal("qoeData"), "QoeData");
        assert_eq!(pascal("x.y.position"), "XYPosition");
        assert_eq!(snake("statesUpdate"), "states_update");
        assert_eq!(values_module("media.qoe.errorSource"), "qoe_error_source");
    }
}
