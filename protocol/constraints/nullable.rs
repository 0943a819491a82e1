//! Values that may be `null`.

/// The value of a member that a schema allows to be `null`.
///
/// If the member may also be absent, its field is an `Option` of this, so that absent, `null` and a
/// value are three different things:
///
/// ```
/// use media_collection::Nullable;
///
/// let absent: Option<Nullable<f64>> = None;
/// let null: Option<Nullable<f64>> = Some(Nullable::Null);
/// let value: Option<Nullable<f64>> = Some(12.5.into());
/// assert_eq!(value.and_then(Nullable::into_option), Some(12.5));
/// # let _ = (absent, null);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Nullable<T> {
    /// `null` on the wire.
    #[default]
    Null,
    /// A value.
    Value(T),
}

impl<T> Nullable<T> {
    /// The value, unless it is `null`.
    #[must_use]
    pub fn into_option(self) -> Option<T> {
        match self {
            Self::Null => None,
            Self::Value(value) => Some(value),
        }
    }

    /// A reference to the value, unless it is `null`.
    #[must_use]
    pub const fn as_option(&self) -> Option<&T> {
        match self {
            Self::Null => None,
            Self::Value(value) => Some(value),
        }
    }
}

impl<T> From<T> for Nullable<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

/// `None` is `null`.
impl<T> From<Option<T>> for Nullable<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Self::Value)
    }
}

impl From<&str> for Nullable<String> {
    fn from(value: &str) -> Self {
        Self::Value(value.to_owned())
    }
}

impl<T> From<Nullable<T>> for Option<T> {
    fn from(value: Nullable<T>) -> Self {
        value.into_option()
    }
}
