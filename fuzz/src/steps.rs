//! Reads bytes as a list of choices. After the last byte every choice is the first option, so a
//! shorter input is a simpler one.

pub struct Steps<'a>(&'a [u8]);

impl<'a> Steps<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *first
    }

    pub fn u32(&mut self) -> u32 {
        u32::from_le_bytes(std::array::from_fn(|_| self.byte()))
    }

    pub fn below(&mut self, bound: usize) -> usize {
        // Uses as few bytes as the bound allows.
        let chosen = match bound {
            0..=256 => usize::from(self.byte()),
            257..=65_536 => usize::from(self.byte()) | usize::from(self.byte()) << 8,
            _ => self.u32() as usize,
        };
        chosen % bound.max(1)
    }

    pub fn pick<'b, T>(&mut self, from: &'b [T]) -> &'b T {
        &from[self.below(from.len())]
    }

    /// A byte is the length; these are the bytes after it.
    pub fn bytes(&mut self) -> &'a [u8] {
        let len = usize::from(self.byte());
        let (taken, rest) = self.0.split_at(len.min(self.0.len()));
        self.0 = rest;
        taken
    }

    pub fn text(&mut self) -> String {
        String::from_utf8_lossy(self.bytes()).into_owned()
    }

    pub fn rest(&mut self) -> &'a [u8] {
        std::mem::take(&mut self.0)
    }
}
