//! Compiles regular expressions to the steps that the library matches.
//!
//! Known are literals, `.`, classes, `\d`, `\w`, `\s` and their opposites, groups, alternatives,
//! repetitions, `^` and `$`, with the meaning of ECMA-262 without flags. What would need to look back
//! or ahead is refused.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// The greatest number of steps: a pattern with large counts would make large tables.
const MOST_STEPS: usize = 4_000;

/// The greatest nesting of groups.
const DEEPEST: usize = 50;

/// A step of a compiled pattern, as `schema::Step` in the library.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Step {
    Letter { ranges: Vec<(char, char)>, within: bool },
    Either(usize, usize),
    Jump(usize),
    Start,
    End,
    Match,
}

/// A part of a regular expression.
#[derive(Debug, Clone)]
enum Part {
    Letter { ranges: Vec<(char, char)>, within: bool },
    Start,
    End,
    All(Vec<Part>),
    Any(Vec<Part>),
    Repeat { part: Box<Part>, least: usize, most: Option<usize> },
}

/// The steps of a pattern, or why it has none.
pub(crate) fn compile(text: &str) -> Result<Vec<Step>, &'static str> {
    let mut steps = Vec::new();
    write(&parse(text)?, &mut steps)?;
    steps.push(Step::Match);
    Ok(steps)
}

fn parse(text: &str) -> Result<Part, &'static str> {
    let letters: Vec<char> = text.chars().collect();
    let mut parser = Parser { letters: &letters, at: 0, depth: 0 };
    let part = parser.alternatives()?;
    if parser.at < letters.len() {
        return Err("a `)` closes no group");
    }
    Ok(part)
}

/// One kind of letter, some times.
pub(crate) struct Repeated {
    ranges: Vec<(char, char)>,
    within: bool,
    pub(crate) least: usize,
    pub(crate) most: Option<usize>,
}

impl Repeated {
    pub(crate) fn allows(&self, letter: char) -> bool {
        self.ranges.iter().any(|(first, last)| (*first..=*last).contains(&letter)) == self.within
    }
}

/// A pattern of which the whole text is one kind of letter, some times, as `^[a-z]{1,64}$`. `None` for
/// any other.
pub(crate) fn repeated(text: &str) -> Option<Repeated> {
    let Part::All(parts) = parse(text).ok()? else { return None };
    let [Part::Start, Part::Repeat { part, least, most }, Part::End] = &parts[..] else {
        return None;
    };
    match &**part {
        Part::Letter { ranges, within } => {
            let (ranges, within) = (ranges.clone(), *within);
            Some(Repeated { ranges, within, least: *least, most: *most })
        }
        _ => None,
    }
}

/// The steps as Rust code.
pub(crate) fn tokens(text: &str) -> TokenStream {
    let steps = compile(text).unwrap_or_default();
    let steps = steps.iter().map(|step| {
        let place = |at: &usize| Literal::usize_unsuffixed(*at);
        match step {
            Step::Letter { ranges, within } => {
                let ranges = ranges.iter().map(|(first, last)| quote! { (#first, #last) });
                quote! { schema::Step::Letter { ranges: &[#(#ranges),*], within: #within } }
            }
            Step::Either(one, other) => {
                let (one, other) = (place(one), place(other));
                quote! { schema::Step::Either(#one, #other) }
            }
            Step::Jump(to) => {
                let to = place(to);
                quote! { schema::Step::Jump(#to) }
            }
            Step::Start => quote! { schema::Step::Start },
            Step::End => quote! { schema::Step::End },
            Step::Match => quote! { schema::Step::Match },
        }
    });
    quote! { schema::Pattern::new(#text, &[#(#steps),*]) }
}

fn write(part: &Part, steps: &mut Vec<Step>) -> Result<(), &'static str> {
    if steps.len() > MOST_STEPS {
        return Err("it is too large");
    }
    match part {
        Part::Letter { ranges, within } => {
            steps.push(Step::Letter { ranges: ranges.clone(), within: *within });
        }
        Part::Start => steps.push(Step::Start),
        Part::End => steps.push(Step::End),
        Part::All(parts) => {
            for part in parts {
                write(part, steps)?;
            }
        }
        Part::Any(parts) => {
            let mut ends = Vec::new();
            for (at, part) in parts.iter().enumerate() {
                if at + 1 == parts.len() {
                    write(part, steps)?;
                    continue;
                }
                let choice = steps.len();
                steps.push(Step::Match);
                write(part, steps)?;
                ends.push(steps.len());
                steps.push(Step::Match);
                steps[choice] = Step::Either(choice + 1, steps.len());
            }
            let end = steps.len();
            for place in ends {
                steps[place] = Step::Jump(end);
            }
        }
        Part::Repeat { part, least, most } => {
            let before = steps.len();
            for _ in 0..*least {
                write(part, steps)?;
                // What matches nothing needs no repetition.
                if steps.len() == before {
                    return Ok(());
                }
            }
            match most {
                None => {
                    let choice = steps.len();
                    steps.push(Step::Match);
                    write(part, steps)?;
                    steps.push(Step::Jump(choice));
                    steps[choice] = Step::Either(choice + 1, steps.len());
                }
                Some(most) => {
                    let mut choices = Vec::new();
                    for _ in *least..(*most).min(MOST_STEPS) {
                        choices.push(steps.len());
                        steps.push(Step::Match);
                        write(part, steps)?;
                    }
                    let end = steps.len();
                    for choice in choices {
                        steps[choice] = Step::Either(choice + 1, end);
                    }
                }
            }
        }
    }
    Ok(())
}

struct Parser<'a> {
    letters: &'a [char],
    at: usize,
    depth: usize,
}

const DIGITS: [(char, char); 1] = [('0', '9')];
const WORD: [(char, char); 4] = [('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')];
const SPACE: [(char, char); 10] = [
    ('\t', '\r'),
    (' ', ' '),
    ('\u{a0}', '\u{a0}'),
    ('\u{1680}', '\u{1680}'),
    ('\u{2000}', '\u{200a}'),
    ('\u{2028}', '\u{2029}'),
    ('\u{202f}', '\u{202f}'),
    ('\u{205f}', '\u{205f}'),
    ('\u{3000}', '\u{3000}'),
    ('\u{feff}', '\u{feff}'),
];

impl Parser<'_> {
    fn peek(&self) -> Option<char> {
        self.letters.get(self.at).copied()
    }

    fn take(&mut self, letter: char) -> bool {
        let taken = self.peek() == Some(letter);
        self.at += usize::from(taken);
        taken
    }

    fn next(&mut self) -> Result<char, &'static str> {
        let letter = self.peek().ok_or("it ends too early")?;
        self.at += 1;
        Ok(letter)
    }

    fn alternatives(&mut self) -> Result<Part, &'static str> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err("its groups are nested too deeply");
        }
        let mut parts = vec![self.sequence()?];
        while self.take('|') {
            parts.push(self.sequence()?);
        }
        self.depth -= 1;
        Ok(if parts.len() == 1 { parts.remove(0) } else { Part::Any(parts) })
    }

    fn sequence(&mut self) -> Result<Part, &'static str> {
        let mut parts = Vec::new();
        while let Some(letter) = self.peek().filter(|letter| !"|)".contains(*letter)) {
            self.at += 1;
            let part = match letter {
                '^' => Part::Start,
                '$' => Part::End,
                '.' => Part::Letter { ranges: vec![('\n', '\n')], within: false },
                '(' => self.group()?,
                '[' => self.class()?,
                '\\' => self.escape()?,
                '*' | '+' | '?' => return Err("a repetition repeats nothing"),
                '{' | '}' | ']' => return Err("a bracket stands alone"),
                letter => one(letter),
            };
            parts.push(self.repeated(part)?);
        }
        Ok(Part::All(parts))
    }

    fn group(&mut self) -> Result<Part, &'static str> {
        if self.take('?') && !self.take(':') {
            return Err("it looks ahead or back, or names a group");
        }
        let part = self.alternatives()?;
        if self.take(')') { Ok(part) } else { Err("a group is not closed") }
    }

    fn repeated(&mut self, part: Part) -> Result<Part, &'static str> {
        let (least, most) = if self.take('*') {
            (0, None)
        } else if self.take('+') {
            (1, None)
        } else if self.take('?') {
            (0, Some(1))
        } else if self.take('{') {
            self.counts()?
        } else {
            return Ok(part);
        };
        if matches!(part, Part::Start | Part::End) {
            return Err("a repetition repeats nothing");
        }
        // A repetition that takes as little as it can matches the same strings.
        self.take('?');
        if self.peek().is_some_and(|letter| "*+?{".contains(letter)) {
            return Err("a repetition is repeated");
        }
        Ok(Part::Repeat { part: Box::new(part), least, most })
    }

    /// The counts after `{`, up to before `}`, which is taken here.
    fn counts(&mut self) -> Result<(usize, Option<usize>), &'static str> {
        let least = self.count()?.ok_or("a repetition has no count")?;
        let most = if self.take(',') { self.count()? } else { Some(least) };
        if !self.take('}') {
            return Err("a repetition is not closed");
        }
        if most.is_some_and(|most| most < least) {
            return Err("a repetition ends before it begins");
        }
        Ok((least, most))
    }

    fn count(&mut self) -> Result<Option<usize>, &'static str> {
        let mut digits = String::new();
        while let Some(digit) = self.peek().filter(char::is_ascii_digit) {
            digits.push(digit);
            self.at += 1;
        }
        if digits.is_empty() {
            return Ok(None);
        }
        let count = digits.parse().ok().filter(|count| *count <= MOST_STEPS);
        count.map(Some).ok_or("a count is too large")
    }

    fn class(&mut self) -> Result<Part, &'static str> {
        let within = !self.take('^');
        let mut ranges = Vec::new();
        loop {
            match self.next()? {
                ']' => return Ok(Part::Letter { ranges, within }),
                letter => {
                    let first = self.class_item(letter)?;
                    let is_range = self.peek() == Some('-')
                        && self.letters.get(self.at + 1).is_some_and(|next| *next != ']');
                    let [(begin, last)] = first[..] else {
                        if is_range {
                            return Err("a range begins with a class");
                        }
                        ranges.extend(first);
                        continue;
                    };
                    if !is_range || begin != last {
                        ranges.push((begin, last));
                        continue;
                    }
                    self.at += 1;
                    let letter = self.next()?;
                    match self.class_item(letter)?[..] {
                        [(end, same)] if end == same && begin <= end => ranges.push((begin, end)),
                        _ => return Err("a range has no order"),
                    }
                }
            }
        }
    }

    fn class_item(&mut self, letter: char) -> Result<Vec<(char, char)>, &'static str> {
        if letter != '\\' {
            return Ok(vec![(letter, letter)]);
        }
        if self.take('b') {
            return Ok(vec![('\u{8}', '\u{8}')]);
        }
        match self.escape()? {
            Part::Letter { ranges, within: true } => Ok(ranges),
            _ => Err("a class contains the opposite of another"),
        }
    }

    fn escape(&mut self) -> Result<Part, &'static str> {
        let class =
            |ranges: &[(char, char)], within| Part::Letter { ranges: ranges.to_vec(), within };
        Ok(match self.next()? {
            'd' => class(&DIGITS, true),
            'D' => class(&DIGITS, false),
            'w' => class(&WORD, true),
            'W' => class(&WORD, false),
            's' => class(&SPACE, true),
            'S' => class(&SPACE, false),
            't' => one('\t'),
            'n' => one('\n'),
            'r' => one('\r'),
            'f' => one('\u{c}'),
            'v' => one('\u{b}'),
            'x' => self.hexadecimal(2)?,
            'u' => self.hexadecimal(4)?,
            letter if letter.is_ascii_alphanumeric() => {
                return Err("it has an escape other than those of characters and classes");
            }
            letter => one(letter),
        })
    }

    fn hexadecimal(&mut self, count: usize) -> Result<Part, &'static str> {
        let mut digits = String::new();
        for _ in 0..count {
            digits.push(self.next()?);
        }
        let number = u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32);
        number.map(one).ok_or("an escape is not the number of a character")
    }
}

fn one(letter: char) -> Part {
    Part::Letter { ranges: vec![(letter, letter)], within: true }
}
