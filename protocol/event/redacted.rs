//! Debug output for personal data.

use std::fmt;

/// Replaces a value that identifies or locates a person or a device.
pub(crate) struct Redacted;

impl fmt::Debug for Redacted {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("<hidden>")
    }
}
