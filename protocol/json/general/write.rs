//! Writing: a value as it stands on the wire.

use serde::{Serialize, Serializer};

use super::General;

/// Writes a value through [`General`] where serde asks for `Serialize`.
pub(crate) struct Writing<'a, T>(pub(crate) &'a T);

impl<T: General> Serialize for Writing<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.write(serializer)
    }
}
