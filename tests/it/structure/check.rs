//! The two rules, over the paths of all files.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::imports::{Facts, Import, Module, facts, module_of};
use super::{FACADES, File, ROOMS};

/// An import from one file by another.
struct Arrow {
    to: usize,
    place: String,
    /// The path as it is written.
    path: String,
}

struct Tree<'a> {
    files: &'a [File],
    facts: Vec<Facts>,
    /// The file of each module.
    modules: BTreeMap<Module, usize>,
}

/// What is against the rules, each with its file and line.
pub fn check(files: &[File]) -> Vec<String> {
    let tree = Tree::new(files);
    let mut problems = Vec::new();
    let mut unknown = BTreeSet::new();
    let mut rooms = BTreeMap::<&str, BTreeMap<usize, Vec<Arrow>>>::new();
    for (file, facts) in tree.facts.iter().enumerate() {
        let Some(room) = tree.room(file) else { continue };
        if tree.is_of_tests(file) || FACADES.contains(&room) {
            continue;
        }
        if !ROOMS.iter().any(|(known, _)| *known == room) {
            unknown.insert(room);
            continue;
        }
        problems.extend(tree.against_order(room, facts));
        let arrows = facts.imports.iter().flat_map(|import| tree.arrows(file, import));
        rooms.entry(room).or_default().insert(file, arrows.collect());
    }
    for arrows in rooms.values() {
        problems.extend(tree.circles(arrows));
    }
    let unknown = unknown.into_iter();
    problems
        .extend(unknown.map(|room| format!("`{room}` is not a room: the table does not have it")));
    problems
}

/// The rooms that a room may import.
fn to_the_left(room: &str) -> BTreeSet<&'static str> {
    let mut left = BTreeSet::new();
    let mut open = vec![room];
    while let Some(room) = open.pop() {
        let neighbours = ROOMS.iter().find(|(name, _)| *name == room);
        for neighbour in neighbours.iter().flat_map(|(_, neighbours)| neighbours.iter()) {
            if left.insert(*neighbour) {
                open.push(neighbour);
            }
        }
    }
    left
}

/// Why a room may not import from another place.
fn broken_rule(room: &str, to: &str) -> Option<String> {
    let left = to_the_left(room);
    if to == room || left.contains(to) {
        return None;
    }
    if to == "lib.rs" {
        return Some("nothing imports the root".to_owned());
    }
    if FACADES.contains(&to) {
        return Some(format!("`{to}` is for users; nothing imports it"));
    }
    let left: Vec<_> = left.into_iter().collect();
    let left = if left.is_empty() { "nothing".to_owned() } else { left.join(", ") };
    Some(format!("{room} may import {left}"))
}

impl<'a> Tree<'a> {
    fn new(files: &'a [File]) -> Self {
        let facts: Vec<_> = files.iter().map(facts).collect();
        let mut modules = BTreeMap::new();
        for (file, facts) in facts.iter().enumerate() {
            let inside = facts.modules.iter().map(|module| (module.clone(), file));
            modules.extend(inside);
        }
        // A module that one file declares and another is belongs to the other.
        modules.extend(files.iter().enumerate().map(|(file, it)| (module_of(&it.path), file)));
        Self { files, facts, modules }
    }

    /// The room of a file; `None` for `lib.rs`.
    fn room(&self, file: usize) -> Option<&'a str> {
        let path = self.files[file].path.as_str();
        let room = path.split('/').next().unwrap_or_default().trim_end_matches(".rs");
        (room != "lib").then_some(room)
    }

    fn is_of_tests(&self, file: usize) -> bool {
        let module = module_of(&self.files[file].path);
        let mut of_tests = self.facts.iter().flat_map(|facts| &facts.of_tests);
        of_tests.any(|tests| module.starts_with(tests))
    }

    /// The path from the root, if it leads into this tree.
    fn absolute(&self, import: &Import) -> Option<Vec<String>> {
        let mut rest = import.path.as_slice();
        let mut base = import.within.clone();
        match rest.first()?.as_str() {
            "crate" => {
                base.clear();
                rest = &rest[1..];
            }
            "self" => rest = &rest[1..],
            "super" => {
                while rest.first().is_some_and(|first| first == "super") {
                    base.pop();
                    rest = &rest[1..];
                }
            }
            first => {
                let child = [base.as_slice(), &[first.to_owned()]].concat();
                self.modules.get(&child)?;
            }
        }
        base.extend_from_slice(rest);
        Some(base)
    }

    /// A path's module, and the name in it.
    fn split<'p>(&self, path: &'p [String]) -> (&'p [String], Option<&'p str>) {
        let inside = (0..=path.len()).rev().find(|end| self.modules.contains_key(&path[..*end]));
        let (module, rest) = path.split_at(inside.unwrap_or(0));
        (module, rest.first().map(String::as_str))
    }

    /// The arrows that point back, one for each room that they lead to.
    fn against_order(&self, room: &str, facts: &Facts) -> Vec<String> {
        let mut found = BTreeMap::<String, (String, usize)>::new();
        for import in &facts.imports {
            let Some(path) = self.absolute(import) else { continue };
            let (module, name) = self.split(&path);
            let to = match (module.first(), name) {
                (Some(to), _) => to.as_str(),
                (None, Some(_)) => "lib.rs",
                (None, None) => continue,
            };
            let Some(rule) = broken_rule(room, to) else { continue };
            let written = import.path.join("::");
            let problem = format!("{}: {room} -> {to} (`{written}`): {rule}", import.place);
            found.entry(to.to_owned()).or_insert((problem, 0)).1 += 1;
        }
        let problem = |(problem, count)| match count {
            1 => problem,
            _ => format!("{problem}; {} more like it in this file", count - 1),
        };
        found.into_values().map(problem).collect()
    }

    /// The arrows to other files of the same room.
    fn arrows(&self, file: usize, import: &Import) -> Vec<Arrow> {
        let Some(path) = self.absolute(import) else { return Vec::new() };
        let own = module_of(&self.files[file].path);
        let is_generated = !import.place.starts_with("protocol/");
        if is_generated || import.is_reexport && path.starts_with(&own) {
            return Vec::new();
        }
        let mut targets = BTreeSet::new();
        self.definers(&path, &mut BTreeSet::new(), &mut targets);
        targets
            .into_iter()
            .filter(|to| *to != file && self.room(*to) == self.room(file))
            .map(|to| Arrow { to, place: import.place.clone(), path: import.path.join("::") })
            .collect()
    }

    /// The files that define what a path leads to, behind all re-exports.
    fn definers(
        &self,
        path: &[String],
        seen: &mut BTreeSet<Vec<String>>,
        to: &mut BTreeSet<usize>,
    ) {
        if !seen.insert(path.to_vec()) {
            return;
        }
        let (module, name) = self.split(path);
        let Some(&file) = self.modules.get(module) else { return };
        let named = |wanted: &str| {
            let imports = self.facts[file].imports.iter();
            imports
                .filter(|import| import.within == module && import.name.as_deref() == Some(wanted))
                .filter_map(|import| self.absolute(import))
                .collect::<Vec<_>>()
        };
        let Some(name) = name.filter(|name| *name != "*") else {
            to.insert(file);
            return;
        };
        let defined = (module.to_vec(), name.to_owned());
        let mut sources = named(name);
        if sources.is_empty() && !self.facts[file].defined.contains(&defined) {
            let glob = |source: Vec<String>| {
                let (module, _) = self.split(&source);
                [module, &[name.to_owned()]].concat()
            };
            sources = named("*").into_iter().map(glob).collect();
        }
        if sources.is_empty() {
            to.insert(file);
        }
        for source in sources {
            self.definers(&source, seen, to);
        }
    }

    /// The shortest circle through each file that is in one.
    fn circles(&self, arrows: &BTreeMap<usize, Vec<Arrow>>) -> Vec<String> {
        let mut known = BTreeSet::new();
        let mut problems = Vec::new();
        for file in arrows.keys() {
            let Some(circle) = circle_through(*file, arrows) else { continue };
            let files: BTreeSet<_> = circle.iter().map(|(from, _)| *from).collect();
            if known.insert(files) {
                let lines = circle.iter().map(|(_, Arrow { to, place, path })| {
                    format!("\n  {place}: -> {} (`{path}`)", self.files[*to].path)
                });
                problems.push(format!("a circle of files:{}", lines.collect::<String>()));
            }
        }
        problems
    }
}

/// The shortest way from a file back to itself: each step with the file that it begins at.
fn circle_through(
    begin: usize,
    arrows: &BTreeMap<usize, Vec<Arrow>>,
) -> Option<Vec<(usize, &Arrow)>> {
    let mut came = BTreeMap::<usize, (usize, &Arrow)>::new();
    let mut open = VecDeque::from([begin]);
    while let Some(file) = open.pop_front() {
        for arrow in arrows.get(&file).into_iter().flatten() {
            if came.contains_key(&arrow.to) {
                continue;
            }
            came.insert(arrow.to, (file, arrow));
            open.push_back(arrow.to);
        }
    }
    let mut circle = vec![*came.get(&begin)?];
    while let Some((from, _)) = circle.last().filter(|(from, _)| *from != begin) {
        circle.push(came[from]);
    }
    circle.reverse();
    Some(circle)
}
