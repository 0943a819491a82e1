//! The paths of one file: what it imports, re-exports, declares and defines.

use std::collections::BTreeSet;

use super::File;
use super::tokens::{Kind, Token, tokens};

/// A module, by its names from the root.
pub type Module = Vec<String>;

/// A path as it is written, and where.
#[derive(Debug, Clone, PartialEq)]
pub struct Import {
    /// The file and the line.
    pub place: String,
    /// The module that it stands in, which may be inside a file.
    pub within: Module,
    pub path: Vec<String>,
    /// What it is called here; `*` for everything. `None` where it is no `use` line.
    pub name: Option<String>,
    /// Whether others can import it from here.
    pub is_reexport: bool,
}

/// What one file has.
#[derive(Debug, Default)]
pub struct Facts {
    pub imports: Vec<Import>,
    /// Modules in this file, and those that it declares for other files.
    pub modules: BTreeSet<Module>,
    /// Modules that are there for tests only.
    pub of_tests: BTreeSet<Module>,
    pub defined: BTreeSet<(Module, String)>,
}

/// The module of a file below the root.
pub fn module_of(path: &str) -> Module {
    let path = path.trim_end_matches(".rs");
    let path = path.strip_suffix("/mod").unwrap_or(path);
    if path == "lib" { Module::new() } else { path.split('/').map(str::to_owned).collect() }
}

/// Of the file itself, and of what it includes.
pub fn facts(file: &File) -> Facts {
    let module = module_of(&file.path);
    let mut facts = Facts::default();
    facts.modules.insert(module.clone());
    let own = (format!("protocol/{}", file.path), file.text.clone());
    let texts = [std::slice::from_ref(&own), &file.included].concat();
    // Modules first: a path may stand before the line that declares its module.
    for paths in [false, true] {
        for (path, text) in &texts {
            let tokens = tokens(text);
            let within = module.clone();
            Scan { path, tokens: &tokens, at: 0, within, facts: &mut facts, paths }.run();
        }
    }
    facts
}

struct Scan<'a> {
    path: &'a str,
    tokens: &'a [Token],
    at: usize,
    within: Module,
    facts: &'a mut Facts,
    /// Whether this run is for the paths.
    paths: bool,
}

impl Scan<'_> {
    fn run(mut self) {
        // The depths of the braces that close modules.
        let (mut depth, mut open) = (0_usize, Vec::new());
        while let Some(token) = self.peek(0) {
            if token.is('#') && (self.is(1, '[') || self.is(1, '!') && self.is(2, '[')) {
                self.attribute();
                continue;
            }
            if token.is('{') {
                depth += 1;
            } else if token.is('}') {
                depth = depth.saturating_sub(1);
                if open.last() == Some(&depth) {
                    open.pop();
                    self.within.pop();
                }
            } else if let Some(word) = token.word() {
                let word = word.to_owned();
                if word == "mod" && self.module() {
                    open.push(depth);
                    depth += 1;
                    continue;
                }
                if self.paths {
                    self.path(&word);
                    continue;
                }
                self.definition(&word);
            }
            self.at += 1;
        }
    }

    fn peek(&self, ahead: usize) -> Option<&Token> {
        self.tokens.get(self.at + ahead)
    }

    fn place(&self) -> String {
        format!("{}:{}", self.path, self.peek(0).map_or(0, |token| token.line))
    }

    fn before(&self, back: usize) -> Option<&Token> {
        self.at.checked_sub(back).and_then(|at| self.tokens.get(at))
    }

    fn is(&self, ahead: usize, sign: char) -> bool {
        self.peek(ahead).is_some_and(|token| token.is(sign))
    }

    fn word(&self, ahead: usize) -> Option<&str> {
        self.peek(ahead).and_then(Token::word)
    }

    /// Passes over an attribute, and over the item behind it if that is for tests only.
    fn attribute(&mut self) {
        let begin = self.at;
        self.skip_until(|token| token.is('['));
        self.skip_group();
        let words: Vec<_> = self.tokens[begin..self.at].iter().filter_map(Token::word).collect();
        let for_tests = words.first() == Some(&"cfg")
            && words.contains(&"test")
            && !words.iter().any(|word| ["any", "not"].contains(word));
        if for_tests {
            while self.is(0, '#') {
                self.skip_until(|token| token.is('['));
                self.skip_group();
            }
            self.item_of_tests();
        }
    }

    fn item_of_tests(&mut self) {
        while let Some(token) = self.peek(0) {
            if token.is('{') {
                return self.skip_group();
            }
            if token.is('(') || token.is('[') {
                self.skip_group();
                continue;
            }
            let ends = token.is(';');
            if token.is_word("mod")
                && let Some(name) = self.word(1)
            {
                let module = [self.within.as_slice(), &[name.to_owned()]].concat();
                self.facts.of_tests.insert(module);
            }
            self.at += 1;
            if ends {
                return;
            }
        }
    }

    fn skip_until(&mut self, wanted: impl Fn(&Token) -> bool) {
        while self.peek(0).is_some_and(|token| !wanted(token)) {
            self.at += 1;
        }
    }

    /// Passes over a pair of brackets and everything in it.
    fn skip_group(&mut self) {
        let mut depth = 0_usize;
        while let Some(token) = self.peek(0) {
            match token.kind {
                Kind::Sign('(' | '[' | '{') => depth += 1,
                Kind::Sign(')' | ']' | '}') => depth = depth.saturating_sub(1),
                _ => {}
            }
            self.at += 1;
            if depth == 0 {
                return;
            }
        }
    }

    /// `mod name;` or `mod name {`: whether it opens here.
    fn module(&mut self) -> bool {
        let Some(name) = self.word(1).map(str::to_owned) else { return false };
        let (declared, opened) = (self.is(2, ';'), self.is(2, '{'));
        if !declared && !opened {
            return false;
        }
        let module = [self.within.as_slice(), &[name]].concat();
        self.facts.modules.insert(module.clone());
        if opened {
            self.within = module;
            self.at += 3;
        }
        opened
    }

    fn definition(&mut self, word: &str) {
        const ITEMS: &[&str] =
            &["const", "enum", "fn", "static", "struct", "trait", "type", "union"];
        let name = match word {
            "macro_rules" => self.word(2),
            _ if ITEMS.contains(&word) => self.word(1),
            _ => None,
        };
        if let Some(name) = name {
            let defined = (self.within.clone(), name.to_owned());
            self.facts.defined.insert(defined);
        }
    }

    /// A `use` line, or a path that begins here.
    fn path(&mut self, word: &str) {
        let place = self.place();
        // `use<'a>` is a bound.
        if word == "use" && !self.is(1, '<') {
            let is_reexport = self.before(1).is_some_and(|token| {
                token.is_word("pub") || token.is(')') && self.is_visibility_before()
            });
            self.at += 1;
            return self.tree(Vec::new(), is_reexport);
        }
        let goes_on = self.peek(1).is_some_and(|token| token.kind == Kind::Path);
        let inside = self.before(1).is_some_and(|token| {
            token.kind == Kind::Path || token.is('.') || token.is_word("in") && self.is_in_of_pub()
        });
        let from_here = ["crate", "super", "self"].contains(&word) || self.is_child(word);
        if !goes_on || inside || !from_here {
            self.at += 1;
            return;
        }
        let mut path = vec![word.to_owned()];
        self.at += 1;
        while self.peek(0).is_some_and(|token| token.kind == Kind::Path)
            && let Some(next) = self.word(1)
        {
            path.push(next.to_owned());
            self.at += 2;
        }
        self.import(Import {
            place,
            within: self.within.clone(),
            path,
            name: None,
            is_reexport: false,
        });
    }

    fn is_child(&self, word: &str) -> bool {
        let child = [self.within.as_slice(), &[word.to_owned()]].concat();
        self.facts.modules.contains(&child)
    }

    /// `pub(…)` stands before this.
    fn is_visibility_before(&self) -> bool {
        let open = (2..8).find(|back| self.before(*back).is_some_and(|token| token.is('(')));
        open.is_some_and(|back| self.before(back + 1).is_some_and(|token| token.is_word("pub")))
    }

    /// The word before is that of `pub(in path)`.
    fn is_in_of_pub(&self) -> bool {
        self.before(2).is_some_and(|token| token.is('('))
            && self.before(3).is_some_and(|token| token.is_word("pub"))
    }

    /// A tree of paths behind `use`, up to its `;`, `,` or `}`.
    fn tree(&mut self, mut path: Vec<String>, is_reexport: bool) {
        let place = self.place();
        let mut name = None;
        while let Some(token) = self.peek(0) {
            match &token.kind {
                Kind::Word(word) if word == "as" => {
                    name = self.word(1).map(str::to_owned);
                    self.at += 2;
                    continue;
                }
                Kind::Word(word) => path.push(word.clone()),
                Kind::Sign('*') => path.push("*".to_owned()),
                Kind::Sign('{') => {
                    self.at += 1;
                    while self.peek(0).is_some_and(|token| !token.is('}')) {
                        self.tree(path.clone(), is_reexport);
                        self.at += usize::from(self.is(0, ','));
                    }
                    self.at += 1;
                    return;
                }
                Kind::Sign(';' | ',' | '}') => break,
                _ => {}
            }
            self.at += 1;
        }
        // `use a::{self}` is `use a`.
        if path.len() > 1 && path.last().is_some_and(|last| last == "self") {
            path.pop();
        }
        let name = name.or_else(|| path.last().cloned());
        self.import(Import { place, within: self.within.clone(), path, name, is_reexport });
    }

    fn import(&mut self, import: Import) {
        if !import.path.is_empty() {
            self.facts.imports.push(import);
        }
    }
}
