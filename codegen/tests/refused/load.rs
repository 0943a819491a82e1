//! Errors of the folder and its files.

use super::common::{Folder, schema_of};
use super::refused;

#[test]
fn the_folder() {
    let folder = Folder::new();
    refused(
        &folder,
        "FOLDER#: there is no schema in the folder; put one {eventType}.json per \
         event type there",
    );
    let gone = folder.path().join("gone");
    let error = media_collection_codegen::generate(&gone, None).unwrap_err().to_string();
    let error = error.replace(&*folder.path().to_string_lossy(), "FOLDER");
    assert_eq!(
        error,
        "FOLDER/gone#: the folder does not exist; name a folder of schemas by its full path"
    );
}

#[test]
fn a_file_that_is_not_json() {
    refused(
        &Folder::new().with_text("ping.json", "{\"a\":"),
        "FOLDER/ping.json#: is not JSON: EOF while parsing a value at line 1 column 5; fetch \
         or write the file again",
    );
    refused(
        &Folder::new().with_text("ping.json", ""),
        "FOLDER/ping.json#: is not JSON: EOF while parsing a value at line 1 column 0; fetch \
         or write the file again",
    );
}

#[test]
fn a_file_that_is_not_utf8() {
    let folder = Folder::new();
    std::fs::write(folder.path().join("ping.json"), b"{\"\xff\":1}").unwrap();
    refused(
        &folder,
        "FOLDER/ping.json#: cannot be read: stream did not contain valid UTF-8; check the path \
         and its permissions",
    );
}

#[test]
fn a_name_that_is_not_an_event_type() {
    for name in ["ping-2.json", "2ping.json", "pïng.json"] {
        let problem = "the file name is not an event type";
        let remedy = "name the schema {eventType}.json, in letters and digits";
        let message = format!("FOLDER/{name}#: {problem}; {remedy}");
        refused(&Folder::new().with_text(name, "{}"), &message);
    }
}

#[test]
fn a_repeated_member() {
    refused(
        &Folder::new().with_text("ping.json", r#"{"definitions":{"a/b":[{"c":1,"c":1}]}}"#),
        "FOLDER/ping.json#/definitions/a~1b/0/c: the member occurs twice in its object; remove \
         one of them",
    );
    let folder = Folder::of(&schema_of("ping"));
    refused(
        &folder.with_text("annotations.json", r#"{"keys":{"x":{"doc":"A"},"x":{"doc":"B"}}}"#),
        "FOLDER/annotations.json#/keys/x: the member occurs twice in its object; remove one of \
         them",
    );
}
