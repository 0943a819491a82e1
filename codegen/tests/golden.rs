//! The output: compared with committed files, and deterministic.
//!
//! `UPDATE_GOLDEN=1 cargo test -p media-collection-codegen --test golden` writes the files again.

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::{Folder, without_schemas};
use media_collection_codegen::{generate, names};
use serde_json::Value;

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
}

#[test]
fn the_golden_folder_gives_the_golden_files() {
    let made = generate(&data("golden"), None).unwrap();
    for (name, made) in made.files() {
        is_as_committed(&format!("bindings/{name}"), made);
    }
}

/// A changed name breaks the programs that use it.
#[test]
fn names_are_as_committed() {
    is_as_committed("names.txt", &names(&published()).unwrap());
}

fn is_as_committed(name: &str, made: &str) {
    let file = data(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some_and(|value| value == "1") {
        fs::write(&file, made).unwrap();
    }
    let expected = fs::read_to_string(&file).unwrap_or_default();
    if made == expected {
        return;
    }
    let line = made.lines().zip(expected.lines()).take_while(|(made, kept)| made == kept).count();
    panic!(
        "{name} differs from line {} on: `{}` was generated; review the change, then run with \
         UPDATE_GOLDEN=1",
        line + 1,
        made.lines().nth(line).unwrap_or("nothing")
    );
}

fn published() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../schemas/collection")
}

#[test]
fn generating_twice_gives_the_same_text() {
    assert_eq!(generate(&data("golden"), None), generate(&data("golden"), None));
}

#[test]
fn the_order_of_properties_does_not_matter() {
    let (mut forward, mut backward) = (Folder::new(), Folder::new());
    for entry in fs::read_dir(data("golden")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy();
        let schema: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        forward = forward.with_text(&name, &written(&schema, false, false));
        backward = backward.with_text(&name, &written(&schema, true, false));
    }
    let (forward, backward) = (forward.generate().unwrap(), backward.generate().unwrap());
    assert_ne!(forward, backward, "the output contains the original text of the schemas");
    assert_eq!(without_schemas(&forward), without_schemas(&backward));
}

/// The schema as text; `backward` reverses the members of every `properties`.
fn written(value: &Value, backward: bool, in_properties: bool) -> String {
    match value {
        Value::Object(members) => {
            let mut members: Vec<_> = members
                .iter()
                .map(|(key, value)| {
                    let is_properties = key == "properties" && !in_properties;
                    let value = written(value, backward, is_properties);
                    format!("{}:{value}", Value::from(key.as_str()))
                })
                .collect();
            if backward && in_properties {
                members.reverse();
            }
            format!("{{{}}}", members.join(","))
        }
        Value::Array(items) => {
            let items: Vec<_> = items.iter().map(|item| written(item, backward, false)).collect();
            format!("[{}]", items.join(","))
        }
        other => other.to_string(),
    }
}

#[test]
fn the_published_schemas_are_accepted() {
    let with_own_annotations = generate(&published(), None).unwrap();
    let ignored = data("no such file");
    assert_eq!(generate(&published(), Some(&ignored)).unwrap(), with_own_annotations);
}

#[test]
fn the_folders_own_annotations_come_first_and_annotations_are_optional() {
    let folder = Folder::of(&common::schema_of("ping"));
    let given = Folder::new().with_text("given.json", r#"{"keys":{"x":{"doc":"Given."}}}"#);
    let given = given.path().join("given.json");
    assert!(!folder.generate().unwrap().types.contains("Given."));
    assert!(generate(folder.path(), Some(&given)).unwrap().types.contains("/// Given."));

    let folder = folder.with_text("annotations.json", r#"{"keys":{"x":{"doc":"Own."}}}"#);
    let own = generate(folder.path(), Some(&given)).unwrap().types;
    assert!(own.contains("/// Own.") && !own.contains("Given."));
}

/// If the annotations come from elsewhere, the folder need not have everything that they annotate.
#[test]
fn annotations_from_elsewhere_may_apply_to_nothing() {
    let folder = Folder::of(&common::schema_of("ping"));
    let published = published().join("annotations.json");
    assert!(generate(folder.path(), Some(&published)).unwrap().types.contains("pub struct"));
}

/// Each excerpt on the page must be in the file that the comment above it names.
#[test]
fn the_page_on_generated_code_quotes_the_snapshot() {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let page = fs::read_to_string(repository.join("docs/generated-code.md")).unwrap();
    let mut count = 0;
    for part in page.split("<!-- ").skip(1) {
        let (comment, rest) = part.split_once(" -->").unwrap();
        let file = comment.split(':').next().unwrap();
        let text = fs::read_to_string(repository.join("schemas/snapshot").join(file)).unwrap();
        let excerpt = rest.strip_prefix("\n```rust\n").unwrap().split_once("```").unwrap().0;
        let lines = |text: &str| text.lines().map(str::trim).collect::<Vec<_>>().join("\n");
        assert!(lines(&text).contains(&lines(excerpt)), "not in {file}:\n{excerpt}");
        count += 1;
    }
    assert!(count > 5 && count == page.matches("```rust").count());
}

/// Typify would write `Ab` and `X1b`.
#[test]
fn names_follow_the_rules_of_this_crate() {
    let mut ping = common::schema_of("ping");
    let object = serde_json::json!({ "type": "object", "properties": { "b": {} } });
    for key in ["a.b", "x1.b"] {
        common::put(
            &mut ping,
            &format!("/definitions/ping/properties/params/properties/{key}"),
            object.clone(),
        );
    }
    let bindings = Folder::of(&ping).generate().unwrap().types;
    assert!(bindings.contains("pub struct PingParamsAB {"));
    assert!(bindings.contains("pub struct PingParamsX1B {"));
}
