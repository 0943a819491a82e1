//! Who imports whom in `protocol/`. The test reads the `use` lines and all other paths that begin
//! with `crate`, `super`, `self` or a child module, and knows two rules.
//!
//! 1. *Between rooms* arrows point one way. A room is a module at the root, and imports only the
//!    rooms to its left in [`ROOMS`]. Nothing but `lib.rs` imports an item of the root
//!    (`crate::Name`), or one of the [`FACADES`].
//! 2. *Within a room* the files make no circle. An arrow goes from the file that imports to the
//!    file that defines. So a name that a `mod.rs` re-exports leads to the file that the `pub use`
//!    line names, and the re-export of a child is no arrow of its own; all other uses of a child
//!    by its `mod.rs` are. A child may import what its `mod.rs` defines only while that `mod.rs`
//!    does not use it in turn.
//!
//! Comments, strings and what stands under `#[cfg(test)]` do not count. Generated code, which a
//! file includes, counts for the first rule only: it has both the types of its room and what
//! hand-written files define for them. What no path shows, as a call of a method, is not seen.
//! Paths in a macro count for the file that defines the macro.

mod check;
mod imports;
mod made_up;
mod members;
mod tokens;

use std::fs;
use std::path::Path;

use check::check;

/// Each room, and its neighbours to the left: it may import these and, in turn, theirs.
const ROOMS: Rooms = &[
    ("schema", &[]),
    ("constraints", &["schema"]),
    ("event", &["constraints"]),
    ("session", &["event"]),
    ("report", &["session"]),
    ("json", &["event"]),
    ("media_edge", &["json"]),
    ("wire", &["media_edge", "session"]),
    ("client", &["wire"]),
    ("server", &["wire"]),
    ("tracker", &["client"]),
    ("store", &["tracker"]),
    ("any_sink", &["store"]),
    ("steady_clock", &["event"]),
    // Only documentation.
    ("guide", &[]),
];

/// Modules at the root that only re-export what users look for, as `lib.rs` does. They may
/// import everything, and nothing imports them.
const FACADES: &[&str] = &["builder", "edge", "error", "lint", "typed", "values"];

type Rooms = &'static [(&'static str, &'static [&'static str])];

/// A file of `protocol/`.
#[derive(Debug, Default)]
struct File {
    /// Below `protocol/`.
    path: String,
    text: String,
    /// What it includes by a path, with that path below the package.
    included: Vec<(String, String)>,
}

#[test]
fn imports_point_one_way_and_make_no_circle() {
    let files = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("protocol"));
    assert!(files.len() > 50, "only {} files are read", files.len());
    let problems = check(&files);
    assert!(problems.is_empty(), "{} problems:\n{}", problems.len(), problems.join("\n"));
}

#[test]
fn no_member_is_named_that_schemas_may_lack() {
    let files = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("protocol"));
    let found = members::named(&files);
    assert!(found.is_empty(), "{} places:\n{}", found.len(), found.join("\n"));
    let wrong = "fn wrong(event: &Event) -> i64 {\n    event.player_time.ts.max(0)\n}\n";
    let file =
        File { path: "session/wrong.rs".to_owned(), text: wrong.to_owned(), ..File::default() };
    assert_eq!(members::named(&[file]).len(), 1);
}

/// Every `.rs` file below a folder, in order of their paths.
fn read(root: &Path) -> Vec<File> {
    let mut folders = vec![root.to_owned()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the folder can be read") {
            let path = entry.expect("the folder can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).expect("the file can be read");
                let included = included(&path, &text);
                let path = path.strip_prefix(root).expect("it is below the root");
                let path = path.to_string_lossy().replace('\\', "/");
                files.push(File { path, text, included });
            }
        }
    }
    files.sort_by(|left, right| left.path.cmp(&right.path));
    files
}

/// Generated code is included by its path where it is not generated again.
fn included(path: &Path, text: &str) -> Vec<(String, String)> {
    let paths = text
        .lines()
        .filter_map(|line| line.trim().strip_prefix("include!(\"")?.strip_suffix("\");"));
    let read = |relative: &str| {
        let file = path.with_file_name(relative);
        let shown = relative.trim_start_matches("../").to_owned();
        (shown, fs::read_to_string(file).expect("what is included is there"))
    };
    paths.map(read).collect()
}
