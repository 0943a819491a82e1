//! Rust as words and signs, without comments and what stands in strings.

/// A word or sign, with its line.
#[derive(Debug, Clone, PartialEq)]
pub struct Token {
    pub line: usize,
    pub kind: Kind,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    Word(String),
    /// `::`
    Path,
    Sign(char),
    /// A string, a character, a number, a lifetime.
    Other,
}

impl Token {
    pub fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    pub fn is_word(&self, word: &str) -> bool {
        self.word() == Some(word)
    }

    pub fn is(&self, sign: char) -> bool {
        self.kind == Kind::Sign(sign)
    }
}

pub fn tokens(text: &str) -> Vec<Token> {
    let mut reader = Reader { rest: text, line: 1 };
    std::iter::from_fn(|| reader.next()).collect()
}

struct Reader<'a> {
    rest: &'a str,
    line: usize,
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> Option<Token> {
        self.skip_blank();
        let first = self.rest.chars().next()?;
        let line = self.line;
        let kind = match first {
            '"' => self.string(),
            '\'' => self.quote(),
            '0'..='9' => {
                self.take_while(|c| c.is_alphanumeric() || c == '_');
                Kind::Other
            }
            _ if first.is_alphabetic() || first == '_' => self.word(),
            _ if self.rest.starts_with("::") => {
                self.take(2);
                Kind::Path
            }
            _ => {
                self.take(first.len_utf8());
                Kind::Sign(first)
            }
        };
        Some(Token { line, kind })
    }

    fn take(&mut self, bytes: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(bytes.min(self.rest.len()));
        self.line += taken.matches('\n').count();
        self.rest = rest;
        taken
    }

    fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> &'a str {
        let end = self.rest.find(|c| !wanted(c)).unwrap_or(self.rest.len());
        self.take(end)
    }

    fn skip_blank(&mut self) {
        loop {
            if self.rest.starts_with("//") {
                self.take_while(|c| c != '\n');
            } else if self.rest.starts_with("/*") {
                self.block_comment();
            } else if self.rest.starts_with(char::is_whitespace) {
                self.take_while(char::is_whitespace);
            } else {
                return;
            }
        }
    }

    /// Block comments nest.
    fn block_comment(&mut self) {
        let mut depth = 0;
        loop {
            if self.rest.starts_with("/*") {
                depth += 1;
                self.take(2);
            } else if self.rest.starts_with("*/") {
                depth -= 1;
                self.take(2);
            } else {
                let Some(next) = self.rest.chars().next() else { return };
                self.take(next.len_utf8());
            }
            if depth == 0 {
                return;
            }
        }
    }

    /// A word, unless it is the head of a raw or byte string.
    fn word(&mut self) -> Kind {
        let word = self.take_while(|c| c.is_alphanumeric() || c == '_');
        let is_head = ["r", "b", "br", "c", "cr"].contains(&word);
        let hashes = self.rest.len() - self.rest.trim_start_matches('#').len();
        if is_head && word.ends_with('r') && self.rest[hashes..].starts_with('"') {
            self.take(hashes + 1);
            let end = format!("\"{}", "#".repeat(hashes));
            let length = self.rest.find(&end).map_or(self.rest.len(), |at| at + end.len());
            self.take(length);
            return Kind::Other;
        }
        if is_head && self.rest.starts_with('"') {
            return self.string();
        }
        if word == "b" && self.rest.starts_with('\'') {
            return self.quote();
        }
        if word == "r" && hashes == 1 {
            // A raw identifier.
            self.take(1);
            return self.word();
        }
        Kind::Word(word.to_owned())
    }

    fn string(&mut self) -> Kind {
        self.take(1);
        loop {
            self.take_while(|c| !['"', '\\'].contains(&c));
            match self.rest.chars().next() {
                Some('\\') => {
                    self.take(1);
                    let escaped = self.rest.chars().next().map_or(0, char::len_utf8);
                    self.take(escaped);
                }
                _ => {
                    self.take(1);
                    return Kind::Other;
                }
            }
        }
    }

    /// A character or a lifetime.
    fn quote(&mut self) -> Kind {
        self.take(1);
        let mut chars = self.rest.chars();
        let (first, second) = (chars.next(), chars.next());
        if first == Some('\\') {
            // One character is escaped at least, and that may be a quote.
            let escaped = second.map_or(0, char::len_utf8);
            self.take(1 + escaped);
            self.take_while(|c| c != '\'');
            self.take(1);
        } else if second == Some('\'') {
            self.take(first.map_or(0, char::len_utf8) + 1);
        } else {
            self.take_while(|c| c.is_alphanumeric() || c == '_');
        }
        Kind::Other
    }
}
