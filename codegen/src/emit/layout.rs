//! Formats the generated code.

use proc_macro2::TokenStream;

use crate::error::Error;

const HEADER: &str = "\
// Generated from the schemas by media-collection-codegen. Do not edit: change the schemas or the
// annotations instead.

";

/// How a line begins that starts an item, its docs or its attributes.
const ITEMS: [&str; 10] =
    ["///", "#[", "pub ", "pub(crate) ", "impl", "const ", "static ", "struct ", "fn ", "mod "];

/// The formatted text of a file.
pub(crate) fn file(name: &str, items: TokenStream) -> Result<String, Error> {
    let file: syn::File = syn::parse2(items).map_err(|error| {
        Error::new(
            name,
            "",
            format!("the generated code does not parse: {error}"),
            "report the schemas: the generator should have refused them",
        )
    })?;
    Ok(format!("{HEADER}{}", apart(&prettyplease::unparse(&file))))
}

/// Inserts empty lines between items, which prettyplease does not.
fn apart(text: &str) -> String {
    let mut made = String::with_capacity(text.len());
    let mut before = "";
    // Whether the previous line ends a `use` item.
    let mut is_use = false;
    for line in text.lines() {
        let begins = ITEMS.iter().any(|item| line.trim_start().starts_with(item));
        let ends = before.trim() == "}" || is_use && !line.contains("use ");
        if begins && ends {
            made.push('\n');
        }
        made.push_str(line);
        made.push('\n');
        is_use = line.trim_start().starts_with("use ")
            || is_use && !before.ends_with(';')
            || line.trim_start().starts_with("pub use ");
        before = line;
    }
    made
}
