//! Writing values on the general path.

use serde::{Serialize, Serializer};

use super::General;

/// Implements `Serialize` through [`General`].
pub(crate) struct Writing<'a, T>(pub(crate) &'a T);

impl<T: General> Serialize for Writing<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.write(serializer)
    }
}
