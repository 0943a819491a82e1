//! Bytes as a list of choices. When they are used up every choice is the first, so that a
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
        // Two bytes are enough for what is chosen from here, and one where they are.
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

    /// Some bytes, as many as the next one says.
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
