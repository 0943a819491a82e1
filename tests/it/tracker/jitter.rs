//! The random spacing of playhead updates in the captures, made again from the scenario's name.

/// The generator of one capture.
pub enum Jitter {
    /// `java.util.Random`.
    Java(u64),
    /// A linear congruential generator.
    Linear(u32),
}

impl Jitter {
    pub fn java(scenario: &str) -> Self {
        Self::Java((i64::from(java_hash(scenario)) as u64 ^ 0x5_DEEC_E66D) & MASK)
    }

    pub fn linear(scenario: &str) -> Self {
        Self::Linear(java_hash(scenario).unsigned_abs())
    }

    /// By how much the next spacing differs from the one that is meant, in milliseconds.
    pub fn draw(&mut self) -> i64 {
        match self {
            Self::Java(state) => {
                *state = state.wrapping_mul(0x5_DEEC_E66D).wrapping_add(0xB) & MASK;
                (*state >> 17) as i64 % 71 - 30
            }
            Self::Linear(state) => {
                *state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                i64::from(*state % 21) - 10
            }
        }
    }
}

const MASK: u64 = (1 << 48) - 1;

/// `String.hashCode` of Java.
fn java_hash(text: &str) -> i32 {
    text.encode_utf16().fold(0, |hash: i32, unit| hash.wrapping_mul(31).wrapping_add(unit.into()))
}
