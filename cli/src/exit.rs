//! Exit codes, the same meaning on every subcommand. Each command's help says when it ends with
//! which.

/// Everything was done, and nothing is wrong.
pub const FINE: u8 = 0;
/// The command did its work, and something is wrong with what it worked on.
pub const WRONG: u8 = 1;
/// The command line or an input cannot be used. Clap ends with this code as well.
pub const UNUSABLE: u8 = 2;
