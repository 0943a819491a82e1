//! The list of reporting fields in the documentation is that of the library.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use media_collection::report::fields;

const HEAD: &str = "\
# Reported fields

What Adobe's back end writes of a session: every metric and dimension of the reporting records, as
`media_collection::report` has them. The rules are those of public sources, in our words. *exact*: the rule
is documented so that it can be computed. *rough*: it is documented roughly, or sources disagree.
*inferred*: it is concluded from samples and from Adobe's clients. A variable with * reaches reports only
by a processing rule of the customer.

Written by a test: `UPDATE_GOLDEN=1 cargo test --all-features --test it report::fields`.
";

#[test]
fn the_list_in_the_documentation_is_that_of_the_library() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/reported-fields.md");
    let mut text = HEAD.to_owned();
    let mut object = "";
    for field in fields() {
        if field.object() != object {
            object = field.object();
            let _ = write!(
                text,
                "\n## {object}\n\n| member | name | variable | rule | certainty | source |\n|---|---|---|---|---|---|\n"
            );
        }
        let star = if field.needs_processing_rule { "*" } else { "" };
        let variable = match field.variable {
            "" => String::new(),
            variable => format!("`{variable}`{star}"),
        };
        let (member, name, rule) = (field.member(), field.name, field.rule);
        let _ = writeln!(
            text,
            "| `{member}` | {name} | {variable} | {rule} | {} | {} |",
            field.certainty, field.source
        );
    }
    if env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, &text).expect("the file can be written");
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert!(written == text, "docs/reported-fields.md is not up to date: see its head");
}

#[test]
fn each_field_has_a_path_of_its_own_and_says_where_its_rule_comes_from() {
    let mut paths = HashSet::new();
    for field in fields() {
        assert!(paths.insert(field.xdm), "{} twice", field.xdm);
        assert!(!field.name.is_empty() && !field.source.is_empty(), "{}", field.xdm);
        assert!(field.rule.ends_with('.'), "{}", field.xdm);
    }
    assert!(paths.len() > 90, "{}", paths.len());
}
