//! Stage 1: reads and parses the files of the folder, in a fixed order.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};

use crate::error::Error;
use crate::repeated;

/// The name of the annotations file in the folder of the schemas.
pub(crate) const ANNOTATIONS: &str = "annotations.json";

/// The order of event types in the output; other ones follow in alphabetical order.
const KNOWN_ORDER: [&str; 20] = [
    "sessionStart",
    "play",
    "ping",
    "pauseStart",
    "bufferStart",
    "bitrateChange",
    "error",
    "adBreakStart",
    "adBreakComplete",
    "adStart",
    "adComplete",
    "adSkip",
    "chapterStart",
    "chapterComplete",
    "chapterSkip",
    "stateStart",
    "stateEnd",
    "statesUpdate",
    "sessionComplete",
    "sessionEnd",
];

/// One schema: `{eventType}.json`.
pub(crate) struct Schema {
    pub(crate) event_type: String,
    pub(crate) file: String,
    pub(crate) root: Value,
    /// The original text, without white space between its tokens.
    pub(crate) text: String,
    /// Whether it is in the folder, and not in the library's own.
    pub(crate) listed: bool,
}

/// Reads every `*.json` file of the folder except the annotations. From the library's own folder come
/// the event types that the folder does not have.
pub(crate) fn schemas(
    folder: &Path,
    library: Option<&Path>,
    problems: &mut Vec<Error>,
) -> Result<Vec<Schema>, Error> {
    let mut schemas = Vec::new();
    add(folder, true, &mut schemas, problems)?;
    if schemas.is_empty() && problems.is_empty() {
        return Err(Error::new(
            folder.display().to_string(),
            "",
            "there is no schema in the folder",
            "put one {eventType}.json per event type there",
        ));
    }
    if let Some(library) = library {
        add(library, false, &mut schemas, problems)?;
    }
    let place = |schema: &Schema| {
        KNOWN_ORDER.iter().position(|known| *known == schema.event_type).unwrap_or(usize::MAX)
    };
    // What the folder lists comes first, so that the list of its types has no gaps.
    schemas.sort_by(|left, right| {
        right
            .listed
            .cmp(&left.listed)
            .then_with(|| place(left).cmp(&place(right)))
            .then_with(|| left.event_type.cmp(&right.event_type))
    });
    Ok(schemas)
}

fn add(
    folder: &Path,
    listed: bool,
    schemas: &mut Vec<Schema>,
    problems: &mut Vec<Error>,
) -> Result<(), Error> {
    for path in json_files(folder)? {
        let file = path.display().to_string();
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        if schemas.iter().any(|schema| schema.event_type == stem) {
            continue;
        }
        // A file with a problem is one that the folder has.
        let is_faulty = |error: &Error| Path::new(&error.file).file_name() == path.file_name();
        if !listed && problems.iter().any(is_faulty) {
            continue;
        }
        if !stem.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
            || !stem.starts_with(|first: char| first.is_ascii_alphabetic())
        {
            problems.push(Error::new(
                file,
                "",
                "the file name is not an event type",
                "name the schema {eventType}.json, in letters and digits",
            ));
            continue;
        }
        let (text, root) = match parse(&path) {
            Ok(read) => read,
            Err(error) => {
                problems.push(error);
                continue;
            }
        };
        schemas.push(Schema {
            event_type: stem.to_owned(),
            file,
            root,
            text: without_white_space(&text),
            listed,
        });
    }
    Ok(())
}

/// The members sorted by key. The order of a `Map` depends on a feature of `serde_json` that any crate
/// in the build can switch on.
pub(crate) fn sorted(members: &Map<String, Value>) -> BTreeMap<&String, &Value> {
    members.iter().collect()
}

/// Reads and parses a JSON file. Also returns its text.
pub(crate) fn parse(path: &Path) -> Result<(String, Value), Error> {
    let file = path.display().to_string();
    let text = fs::read_to_string(path).map_err(|error| {
        Error::new(
            &file,
            "",
            format!("cannot be read: {error}"),
            "check the path and its permissions",
        )
    })?;
    let not_json = |error: serde_json::Error| {
        Error::new(&file, "", format!("is not JSON: {error}"), "fetch or write the file again")
    };
    let root = serde_json::from_str(&text).map_err(not_json)?;
    if let Some(pointer) = repeated::member(&text).map_err(not_json)? {
        let problem = "the member occurs twice in its object";
        return Err(Error::new(&file, pointer, problem, "remove one of them"));
    }
    Ok((text, root))
}

fn json_files(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let unreadable = |error: std::io::Error| {
        Error::new(
            folder.display().to_string(),
            "",
            format!("the folder cannot be read: {error}"),
            "name a folder of schemas",
        )
    };
    if !folder.exists() {
        return Err(Error::new(
            folder.display().to_string(),
            "",
            "the folder does not exist",
            "name a folder of schemas by its full path",
        ));
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let is_json = path.extension().is_some_and(|extension| extension == "json");
        let is_annotations = path.file_name().is_some_and(|name| name == ANNOTATIONS);
        if is_json && !is_annotations && path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Removes the white space between tokens. The members stay in their order, which a parsed value
/// loses.
fn without_white_space(text: &str) -> String {
    let mut compact = String::with_capacity(text.len());
    let (mut in_string, mut escaped) = (false, false);
    for letter in text.chars() {
        if in_string {
            in_string = escaped || letter != '"';
            escaped = !escaped && letter == '\\';
            compact.push(letter);
        } else if !letter.is_ascii_whitespace() {
            in_string = letter == '"';
            compact.push(letter);
        }
    }
    compact
}

#[cfg(test)]
mod tests {
    use super::without_white_space;

    #[test]
    fn white_space_is_removed_only_between_tokens() {
        assert_eq!(
            without_white_space("{ \"a b\" :\n [ \"c \\\" d\", 1 ] }\r\n"),
            r#"{"a b":["c \" d",1]}"#
        );
    }
}
