//! Random numbers.

use std::time::{SystemTime, UNIX_EPOCH};

/// A generator of random numbers: the same ones for a seed, so that a failing run can be repeated.
pub struct Random(u64);

impl Random {
    pub fn from(seed: u64) -> Self {
        Self(seed)
    }

    /// With a seed from the clock.
    pub fn new() -> Self {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("it is later");
        Self(now.subsec_nanos().into())
    }

    pub fn next(&mut self) -> u64 {
        // splitmix64
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }
}
