//! The test of the test: small trees that are made up.

use super::File;
use super::check::check;

/// The problems of a tree, each file with its text.
fn problems(files: &[(&str, &str)]) -> Vec<String> {
    let file = |(path, text): &(&str, &str)| File {
        path: (*path).to_owned(),
        text: (*text).to_owned(),
        ..File::default()
    };
    check(&files.iter().map(file).collect::<Vec<_>>())
}

fn assert_fine(files: &[(&str, &str)]) {
    assert_eq!(problems(files), Vec::<String>::new());
}

/// One problem, which says all this.
fn assert_one(files: &[(&str, &str)], parts: &[&str]) {
    let problems = problems(files);
    assert_eq!(problems.len(), 1, "{problems:#?}");
    for part in parts {
        assert!(problems[0].contains(part), "{part:?} is not in {}", problems[0]);
    }
}

const LIB: (&str, &str) = (
    "lib.rs",
    "mod event; mod json; mod session; mod error; pub use event::Event; pub use json::decode;",
);

#[test]
fn arrows_to_the_left_are_fine_also_over_several_rooms() {
    assert_fine(&[
        LIB,
        ("schema.rs", "pub struct Shape;"),
        ("event.rs", "use crate::schema::Shape;"),
        ("json/mod.rs", "mod fast;\npub use fast::decode;"),
        ("json/fast.rs", "use crate::{event::Event, schema};\nuse serde::Serialize;"),
        ("wire.rs", "use crate::json;\nuse crate::session::Rule;"),
        ("client.rs", "fn send() { crate::wire::call(crate::schema::Shape) }"),
        ("store.rs", "use crate::client::Collector;"),
        ("error.rs", "pub use crate::json::DecodeError;"),
    ]);
}

#[test]
fn an_arrow_back_is_reported_with_its_line_and_the_rule() {
    assert_one(
        &[
            LIB,
            ("event/mod.rs", "mod read;"),
            ("event/read.rs", "\n\nuse crate::json::Cursor;"),
            ("json.rs", ""),
        ],
        &[
            "protocol/event/read.rs:3: ",
            "event -> json",
            "`crate::json::Cursor`",
            "event may import constraints, schema",
        ],
    );
    // In a list, behind another name, in an expression, by `super`.
    for text in [
        "use crate::{\n    event::Event,\n    session::{Rule as Reason},\n};",
        "pub(crate) use crate::session as standing;",
        "fn f() {\n    g(&crate::session::Rule::ALL)\n}",
        "type Reason = super::session::Rule;",
        "mod inner {\n    use super::super::session::Rule;\n}",
    ] {
        assert_one(
            &[LIB, ("event.rs", ""), ("session.rs", ""), ("json.rs", text)],
            &["protocol/json.rs:", "json -> session", "json may import constraints, event, schema"],
        );
    }
    assert_one(
        &[("schema.rs", "use crate::event::X;"), ("event.rs", "")],
        &["schema may import nothing"],
    );
}

#[test]
fn many_imports_of_one_room_by_one_file_are_one_problem() {
    let text = "use crate::json::{A, B};\nfn f() { crate::json::c() }";
    assert_one(
        &[("event.rs", text), ("json.rs", "")],
        &["protocol/event.rs:1: event -> json (`crate::json::A`)", "2 more like it in this file"],
    );
}

#[test]
fn server_client_and_store_do_not_know_each_other() {
    for (from, to) in [
        ("server", "client"),
        ("client", "server"),
        ("server", "store"),
        ("client", "store"),
        ("store", "server"),
    ] {
        let (from_file, to_file) = (format!("{from}.rs"), format!("{to}.rs"));
        let text = format!("use crate::{to}::Thing;");
        assert_one(&[(&from_file, &text), (&to_file, "")], &[&format!("{from} -> {to}")]);
    }
}

#[test]
fn nothing_imports_the_root() {
    assert_one(
        &[LIB, ("event.rs", ""), ("json.rs", "use crate::Event;")],
        &["json -> lib.rs", "`crate::Event`"],
    );
    assert_one(
        &[LIB, ("json/mod.rs", "mod a;"), ("json/a.rs", "fn f() -> super::super::Event {}")],
        &["json -> lib.rs"],
    );
}

#[test]
fn what_is_only_for_users_is_imported_by_nobody() {
    assert_one(
        &[LIB, ("json.rs", "use crate::error::DecodeError;"), ("error.rs", "")],
        &["json -> error", "for users"],
    );
}

#[test]
fn a_path_in_a_macro_counts_where_the_macro_is_defined() {
    let text = "macro_rules! methods {\n    () => {\n        fn play() -> $crate::client::Recorded {}\n    };\n}";
    assert_one(
        &[("session.rs", text), ("client.rs", "")],
        &["protocol/session.rs:3: ", "session -> client"],
    );
}

#[test]
fn a_room_that_is_not_in_the_table_is_reported() {
    assert_one(&[LIB, ("support/mod.rs", "")], &["`support` is not a room"]);
}

#[test]
fn comments_strings_and_tests_do_not_count() {
    let text = r###"
//! See [`crate::client::Collector`].
// use crate::client::Collector;
/* use crate::client::A; /* crate::client::B */ crate::client::C */
/// `crate::store::OfflineStore`
#[doc = "use crate::client::D;"]
const TEXT: &str = "\"use crate::client::E;";
const RAW: &str = r#"use crate::"client"::F;"#;
const QUOTES: (char, char, u8) = ('"', '\'', b'"');
fn name<'a>(name: &'a str) -> &'a str { name }
#[cfg(test)]
use crate::client::G;
#[cfg(test)]
mod tests {
    use crate::client::H;
}
#[cfg(all(test, feature = "store"))]
#[allow(unused)]
fn helper() { crate::client::i() }
#[cfg(test)]
mod more;
"###;
    let tests = ("session/more.rs", "use crate::client::J;");
    assert_fine(&[("session/mod.rs", text), tests, ("client.rs", "")]);
    // Behind all that, the line is still the right one.
    let text = format!("{text}use crate::client::Collector;");
    assert_one(
        &[("session/mod.rs", &text), tests, ("client.rs", "")],
        &["protocol/session/mod.rs:22: "],
    );
    // Without `test` a condition changes nothing.
    let text = "#[cfg(not(test))]\nuse crate::client::K;";
    assert_one(&[("session.rs", text), ("client.rs", "")], &["session.rs:2: "]);
}

#[test]
fn two_files_of_a_room_that_import_each_other_are_a_circle() {
    let tree = |route: &'static str| {
        [
            ("server/mod.rs", "mod incoming;\nmod rejection;\nmod route;"),
            ("server/incoming.rs", "use super::route::Route;\nuse super::rejection::Rejection;"),
            ("server/route.rs", route),
            ("server/rejection.rs", "\nuse super::incoming::Incoming;"),
        ]
    };
    assert_one(
        &tree(""),
        &[
            "a circle",
            "protocol/server/incoming.rs:2: -> server/rejection.rs (`super::rejection::Rejection`)",
            "protocol/server/rejection.rs:2: -> server/incoming.rs",
        ],
    );
    // Two circles through one file are two problems.
    let problems = problems(&tree("fn f() { crate::server::incoming::g() }"));
    assert_eq!(problems.len(), 2, "{problems:#?}");
}

#[test]
fn a_circle_of_three_is_reported_whole_and_once() {
    assert_one(
        &[
            ("json/mod.rs", "mod a; mod b; mod c;"),
            ("json/a.rs", "use super::b;"),
            ("json/b.rs", "use super::c::C;"),
            ("json/c.rs", "use crate::json::a::{self, A};"),
        ],
        &["json/a.rs:1: -> json/b.rs", "json/b.rs:1: -> json/c.rs", "json/c.rs:1: -> json/a.rs"],
    );
}

#[test]
fn a_reexport_leads_to_the_file_that_it_names() {
    // `pub use` of a child is no arrow, and what is imported by way of it is the child's.
    assert_fine(&[
        ("json/mod.rs", "mod a;\nmod b;\npub use a::A;\npub(crate) use self::b::B;"),
        ("json/a.rs", "use super::B;"),
        ("json/b.rs", ""),
    ]);
    assert_one(
        &[
            ("json/mod.rs", "mod a;\nmod b;\npub use a::A;\npub use b::*;"),
            ("json/a.rs", "use super::B;"),
            ("json/b.rs", "use crate::json::A;\npub struct B;"),
        ],
        &["json/a.rs:1: -> json/b.rs (`super::B`)", "json/b.rs:1: -> json/a.rs"],
    );
}

#[test]
fn a_module_file_is_imported_by_its_children_or_uses_them() {
    let parent = "mod child;\npub use child::Child;\npub struct Limits;\n";
    let child = ("json/child.rs", "use super::Limits;\npub struct Child;\npub fn read() {}");
    assert_fine(&[("json/mod.rs", parent), child]);
    for used in ["use child::read;", "fn f() { child::read() }", "fn f() { self::child::read() }"] {
        let parent = format!("{parent}{used}");
        assert_one(
            &[("json/mod.rs", &parent), child],
            &["json/mod.rs:4: -> json/child.rs", "json/child.rs:1: -> json/mod.rs"],
        );
    }
}

#[test]
fn a_module_inside_a_file_is_that_file() {
    assert_fine(&[
        ("store/mod.rs", "mod file;\nmod options;"),
        (
            "store/file.rs",
            "use super::options::setters;\nmod queue {\n    use super::super::options::X;\n    pub struct Queue;\n}\nfn f(from: queue::Queue) {}",
        ),
        ("store/options.rs", "pub mod setters { use super::X; }\npub struct X;"),
    ]);
}

#[test]
fn what_a_file_includes_counts_for_arrows_and_not_for_circles() {
    let generated = "use super::at::At;\nimpl A { fn f() { crate::client::g() } }".to_owned();
    let file = |path: &str, text: &str| File {
        path: path.to_owned(),
        text: text.to_owned(),
        ..File::default()
    };
    let types = File {
        included: vec![("schemas/snapshot/types.rs".to_owned(), generated)],
        ..file("event/types.rs", "")
    };
    let at = file("event/at.rs", "use super::types::PlayerTime;");
    let problems =
        check(&[file("event/mod.rs", "mod at; mod types;"), types, at, file("client.rs", "")]);
    assert_eq!(problems.len(), 1, "{problems:#?}");
    assert!(problems[0].starts_with("schemas/snapshot/types.rs:2: event -> client"));
}
