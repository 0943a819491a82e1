//! Patterns of strings. The generator compiles a regular expression to steps; matching them takes
//! time in proportion to the string.

/// A regular expression of a schema, compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Pattern {
    /// The regular expression, as in the schema.
    pub text: &'static str,
    steps: &'static [Step],
}

/// A step of a compiled pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(dead_code, reason = "made if a schema has a pattern")]
pub(crate) enum Step {
    /// One character within one of the ranges, or outside all of them; then the next step.
    Letter { ranges: &'static [(char, char)], within: bool },
    /// Goes on at both steps.
    Either(usize, usize),
    /// Goes on at another step.
    Jump(usize),
    /// Only at the start of the string.
    Start,
    /// Only at the end of the string.
    End,
    /// The string matches.
    Match,
}

impl Pattern {
    #[allow(dead_code, reason = "made if a schema has a pattern")]
    pub(crate) const fn new(text: &'static str, steps: &'static [Step]) -> Self {
        Self { text, steps }
    }

    /// Whether the pattern occurs in the string.
    #[must_use]
    pub fn is_match(&self, text: &str) -> bool {
        let mut current = Vec::new();
        let mut letters = text.chars();
        let mut at_start = true;
        loop {
            let rest = letters.clone().next();
            // An occurrence may begin at any character.
            if self.follow(0, at_start, rest.is_none(), &mut current) {
                return true;
            }
            let Some(letter) = letters.next() else { return false };
            at_start = false;
            let at_end = letters.as_str().is_empty();
            let mut next = Vec::new();
            for step in std::mem::take(&mut current) {
                if let Some(Step::Letter { ranges, within }) = self.steps.get(step)
                    && ranges.iter().any(|(first, last)| (*first..=*last).contains(&letter))
                        == *within
                    && self.follow(step + 1, false, at_end, &mut next)
                {
                    return true;
                }
            }
            current = next;
        }
    }

    /// Adds the letters that can come next from a step on. `true` if the string matches.
    fn follow(&self, from: usize, at_start: bool, at_end: bool, found: &mut Vec<usize>) -> bool {
        let mut waiting = vec![from];
        let mut seen = vec![false; self.steps.len()];
        while let Some(at) = waiting.pop() {
            if std::mem::replace(&mut seen[at], true) {
                continue;
            }
            match self.steps[at] {
                Step::Letter { .. } if found.contains(&at) => {}
                Step::Letter { .. } => found.push(at),
                Step::Either(one, other) => waiting.extend([other, one]),
                Step::Jump(to) => waiting.push(to),
                Step::Start if at_start => waiting.push(at + 1),
                Step::End if at_end => waiting.push(at + 1),
                Step::Start | Step::End => {}
                Step::Match => return true,
            }
        }
        false
    }

    /// A string that matches, unless the choices lead too far. `choose` picks a number below another.
    #[cfg(feature = "quickcheck")]
    pub(crate) fn example(&self, mut choose: impl FnMut(usize) -> usize) -> String {
        const LONGEST: usize = 100_000;
        let mut text = String::new();
        let mut at = 0;
        for _ in 0..LONGEST {
            at = match self.steps[at] {
                Step::Letter { ranges, within: true } => {
                    let (first, last) = ranges[choose(ranges.len())];
                    let count = (last as usize).saturating_sub(first as usize) + 1;
                    let letter = u32::try_from(first as usize + choose(count)).ok();
                    text.push(letter.and_then(char::from_u32).unwrap_or(first));
                    at + 1
                }
                Step::Letter { ranges, within: false } => {
                    let is_free = |letter: &char| {
                        !ranges.iter().any(|(first, last)| (*first..=*last).contains(letter))
                    };
                    text.push(('a'..='z').chain('!'..='~').find(is_free).unwrap_or('é'));
                    at + 1
                }
                Step::Either(one, other) => [one, other][choose(2)],
                Step::Jump(to) => to,
                Step::Start | Step::End => at + 1,
                Step::Match => break,
            };
        }
        text
    }
}
