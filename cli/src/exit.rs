//! The exit codes of all subcommands. Each command's help says what they mean for it.

/// Everything was done, and nothing is wrong.
pub const FINE: u8 = 0;
/// Something is wrong: a file violates the schemas, or sessions were not sent.
pub const WRONG: u8 = 1;
/// The command line or an input cannot be used. Clap exits with this code as well.
pub const UNUSABLE: u8 = 2;
