//! Compares the reserved names with the source of the library and with the generated code.
//!
//! `UPDATE_GOLDEN=1 cargo test -p media-collection-codegen --lib` writes the lists of the library's
//! names.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn parsed(path: &Path) -> syn::File {
    let text =
        fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn the_types_are_those_at_the_root_of_the_library() {
    let mut names = BTreeSet::new();
    published(&repository().join("protocol/lib.rs"), &mut names);
    names.retain(|name| name.starts_with(char::is_uppercase));
    is_listed("types.txt", super::LIBRARY, &names);
}

#[test]
fn the_functions_are_those_of_events_and_of_all_recorders() {
    // The functions of derived traits.
    let derived = ["clone", "clone_from", "eq", "ne", "fmt"];
    let mut names: BTreeSet<String> = derived.map(str::to_owned).into();
    let mut waiting = vec![repository().join("protocol")];
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                functions(&parsed(&path).items, &mut names);
            }
        }
    }
    is_listed("functions.txt", super::FUNCTIONS, &names);
}

fn is_listed(file: &str, listed: &str, found: &BTreeSet<String>) {
    let found: String = found.iter().map(|name| format!("{name}\n")).collect();
    if std::env::var_os("UPDATE_GOLDEN").is_some_and(|value| value == "1") {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/reserved").join(file);
        fs::write(path, &found).unwrap();
    } else {
        assert_eq!(listed, found, "the library's names have changed: run with UPDATE_GOLDEN=1");
    }
}

/// Collects the names that a module exports with `pub use`, without the generated types. For a glob
/// import it reads the file of the module.
fn published(path: &Path, names: &mut BTreeSet<String>) {
    for item in parsed(path).items {
        match item {
            syn::Item::Use(item) if matches!(item.vis, syn::Visibility::Public(_)) => {
                used(path, &mut Vec::new(), &item.tree, names);
            }
            _ => {}
        }
    }
}

fn used(path: &Path, modules: &mut Vec<String>, tree: &syn::UseTree, names: &mut BTreeSet<String>) {
    match tree {
        syn::UseTree::Path(inner) => {
            modules.push(inner.ident.to_string());
            used(path, modules, &inner.tree, names);
            modules.pop();
        }
        syn::UseTree::Group(group) => {
            group.items.iter().for_each(|tree| used(path, modules, tree, names));
        }
        syn::UseTree::Name(name) => {
            names.insert(name.ident.to_string());
        }
        syn::UseTree::Rename(name) => {
            names.insert(name.rename.to_string());
        }
        syn::UseTree::Glob(_) if *modules == ["types"] => {}
        syn::UseTree::Glob(_) => {
            let folder = path.parent().unwrap().join(modules.join("/"));
            let file = folder.with_extension("rs");
            published(&if file.is_file() { file } else { folder.join("mod.rs") }, names);
        }
    }
}

fn functions(items: &[syn::Item], names: &mut BTreeSet<String>) {
    for item in items {
        match item {
            syn::Item::Impl(item) if has_a_function_for_each_event_type(&item.self_ty) => {
                names.extend(item.items.iter().filter_map(|item| match item {
                    syn::ImplItem::Fn(function) => Some(function.sig.ident.to_string()),
                    _ => None,
                }));
            }
            syn::Item::Mod(module) => {
                functions(module.content.as_ref().map_or(&[], |(_, items)| items), names);
            }
            _ => {}
        }
    }
}

fn has_a_function_for_each_event_type(named: &syn::Type) -> bool {
    let syn::Type::Path(path) = named else { return false };
    let last = path.path.segments.last();
    let names = ["Event", "Recorder", "SessionBuilder", "OnlineSession"];
    last.is_some_and(|last| names.iter().any(|name| last.ident == name))
}

/// Every type name in the generated code comes from a schema or is reserved.
#[test]
fn no_name_of_the_generated_code_can_be_a_type() {
    for folder in ["../schemas/collection", "tests/data/golden"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let annotations = crate::annotations::Annotations::of(&folder, None).unwrap();
        let mut problems = Vec::new();
        let model = crate::model(&folder, None, &mut problems).unwrap();
        let additions = crate::annotated::check(&model, &annotations, &mut problems);
        assert_eq!(problems, []);
        let mut own: BTreeSet<String> = model.names.keys().cloned().collect();
        own.extend(additions.enums.keys().cloned());
        own.extend(additions.enums.values().flatten().map(|known| known.name.clone()));
        own.extend(model.events.iter().map(|event| event.variant.clone()));
        let choices = model.choices.values().flatten();
        own.extend(choices.map(|value| crate::naming::pascal(value)));
        // `Item` is the associated type of `Iterator`.
        own.extend(["Self", "Other", "Item"].map(str::to_owned));

        for (file, text) in crate::generate(&folder, None).unwrap().files() {
            let mut names = BTreeSet::new();
            types(text.parse().unwrap(), &mut names);
            names.retain(|name| !own.contains(name) && !super::is_type(name));
            assert_eq!(names, BTreeSet::new(), "in {file}");
        }
    }
}

/// Collects the names that begin a path and look like types.
fn types(code: TokenStream, found: &mut BTreeSet<String>) {
    let mut colons = 0;
    for token in code {
        let is_colon = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == ':');
        match token {
            TokenTree::Group(group) => types(group.stream(), found),
            TokenTree::Ident(name) if colons < 2 => {
                let name = name.to_string();
                let is_constant = name.len() > 1 && name.to_uppercase() == name;
                if name.starts_with(char::is_uppercase) && !is_constant {
                    found.insert(name);
                }
            }
            TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
        colons = if is_colon { colons + 1 } else { 0 };
    }
}
