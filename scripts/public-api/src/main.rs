//! Prints the public API of a crate, one item per line: `public-api FILE.json`, where the file is
//! the output of rustdoc with `--output-format json`.
//!
//! Lists every public item with its type, and every trait implementation in the code. For a derived
//! trait it lists only the `impl` line, not the methods. Of the auto traits it lists `Send` and
//! `Sync`, on which callers rely. It omits blanket implementations.
#![forbid(unsafe_code)]

use std::collections::HashSet;
use std::error::Error;
use std::path::Path;

use public_api::Builder;

fn main() -> Result<(), Box<dyn Error>> {
    let file = std::env::args_os().nth(1).ok_or("usage: public-api FILE.json")?;
    for line in listing(Path::new(&file))? {
        println!("{line}");
    }
    Ok(())
}

fn listing(file: &Path) -> Result<Vec<String>, public_api::Error> {
    let all = Builder::from_rustdoc_json(file).omit_blanket_impls(true);
    let lines = |builder: Builder| -> Result<Vec<String>, public_api::Error> {
        Ok(builder.build()?.into_items().map(|item| item.to_string()).collect())
    };
    let without_auto = lines(all.clone().omit_auto_trait_impls(true))?;
    let written = lines(all.clone().omit_auto_trait_impls(true).omit_auto_derived_impls(true))?;
    let (without_auto, written): (HashSet<_>, HashSet<_>) =
        (without_auto.into_iter().collect(), written.into_iter().collect());
    let mut listing = lines(all)?;
    listing.retain(|line| {
        if written.contains(line) {
            return true;
        }
        let Some(implementation) = line.strip_prefix("impl") else { return false };
        let is_of = |name: &str| implementation.contains(&format!("core::marker::{name} for "));
        if without_auto.contains(line) {
            !is_of("StructuralPartialEq")
        } else {
            is_of("Send") || is_of("Sync")
        }
    });
    Ok(listing)
}
