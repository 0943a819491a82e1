//! Errors in the rules of numbers and strings.

use serde_json::json;

use super::common::{Folder, put, schema_of};
use super::{X, refused, set_x};

#[test]
fn bounds_of_another_draft() {
    set_x(
        json!({ "type": "number", "exclusiveMinimum": 0 }),
        "/exclusiveMinimum: `exclusiveMinimum` is not a truth value, as draft-04 has it; write the \
         bound as `minimum` and `exclusiveMinimum` as true, or name a later draft in `$schema`",
    );
    set_x(
        json!({ "type": "number", "exclusiveMaximum": true }),
        "/exclusiveMaximum: `exclusiveMaximum` stands without `maximum`; write the bound as \
         `maximum`, or remove it",
    );
    let mut ping = schema_of("ping");
    put(&mut ping, "/$schema", json!("http://json-schema.org/draft-06/schema#"));
    put(&mut ping, X, json!({ "type": "integer", "minimum": 1, "exclusiveMinimum": true }));
    let message = "/exclusiveMinimum: `exclusiveMinimum` is not a number, as drafts from 06 on have \
                   it; write the bound itself, or name draft-04 in `$schema`";
    refused(&Folder::of(&ping), &format!("FOLDER/ping.json#{X}{message}"));
    set_x(
        json!({ "type": "integer", "minimum": "1" }),
        "/minimum: `minimum` is not a number; write a number",
    );
}

#[test]
fn rules_of_strings() {
    for length in [json!(-1), json!(1.5), json!("1"), json!(1e12)] {
        set_x(
            json!({ "type": "string", "maxLength": length }),
            "/maxLength: `maxLength` is not a number of characters; write a whole number",
        );
    }
    for (pattern, problem) in [
        (json!("^(?=a)"), "it looks ahead or back, or names a group"),
        (json!("a\\b"), "it has an escape other than those of characters and classes"),
        (json!("(a"), "a group is not closed"),
        (json!("a)"), "a `)` closes no group"),
        (json!("+"), "a repetition repeats nothing"),
        (json!("a**"), "a repetition is repeated"),
        (json!("[b-a]"), "a range has no order"),
        (json!("[a"), "it ends too early"),
        (json!("a{9999}"), "a count is too large"),
        (json!("(a{999}){99}"), "it is too large"),
        (json!(1), "it is not a string"),
    ] {
        set_x(
            json!({ "type": "string", "pattern": pattern }),
            &format!(
                "/pattern: the pattern cannot be compiled: {problem}; write it with literals, \
                 classes, groups, alternatives and repetitions only, or remove it here and describe \
                 it in the key's entry in annotations.json"
            ),
        );
    }
}
