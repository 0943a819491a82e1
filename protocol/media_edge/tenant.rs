//! The prefix that the names of metadata have on this wire.

use std::borrow::Cow;

/// The prefix of a customer's own fields, such as `_acme`, if the names of metadata have it. A name
/// with it is the path of a field in the customer's schema: `_acme.plan`.
///
/// An event has the names without it. So each name has one form here and there, except for a key of an
/// event that begins with the prefix already: it is written as it is, and read without.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tenant<'a>(pub(super) Option<&'a str>);

impl Tenant<'_> {
    /// The name on this wire.
    pub(super) fn add<'n>(self, name: &'n str) -> Cow<'n, str> {
        match self.0 {
            Some(prefix) if self.rest(name).is_none() => format!("{prefix}.{name}").into(),
            _ => name.into(),
        }
    }

    /// The name that the event has. What would be no name, or begin with the prefix again, stays.
    pub(super) fn strip(self, name: &str) -> &str {
        let rest = self.rest(name).filter(|rest| !rest.is_empty() && self.rest(rest).is_none());
        rest.unwrap_or(name)
    }

    fn rest(self, name: &str) -> Option<&str> {
        name.strip_prefix(self.0?)?.strip_prefix('.')
    }
}

#[cfg(test)]
mod tests {
    use super::Tenant;

    #[test]
    fn names_come_back() {
        let tenant = Tenant(Some("_acme"));
        for (name, written) in [
            ("plan", "_acme.plan"),
            ("_acme", "_acme._acme"),
            ("_acmeplan", "_acme._acmeplan"),
            ("_acme.", "_acme."),
            ("_acme._acme.plan", "_acme._acme.plan"),
        ] {
            assert_eq!(tenant.add(name), written);
            assert_eq!(tenant.strip(written), name);
        }
        assert_eq!(tenant.add("_acme.plan"), "_acme.plan");
        assert_eq!(
            (Tenant(None).add("plan"), Tenant(None).strip("_acme.plan")),
            ("plan".into(), "_acme.plan")
        );
    }
}
