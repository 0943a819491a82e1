//! Identities of the viewer on the command line.

use std::str::FromStr;

use media_collection::edge::Identity;

/// An identity in its namespace: `FPID=6f1c0b4e`.
#[derive(Debug, Clone)]
pub struct Named {
    namespace: String,
    id: String,
}

impl FromStr for Named {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.split_once('=') {
            Some((namespace, id)) if !namespace.is_empty() && !id.is_empty() => {
                Ok(Self { namespace: namespace.to_owned(), id: id.to_owned() })
            }
            _ => Err("must be a namespace and an id, such as FPID=6f1c0b4e"),
        }
    }
}

/// The identities, of which the first is the primary one if there are several namespaces: the gateway
/// refuses requests of servers without one.
pub fn identities(given: &[Named]) -> impl Iterator<Item = (&str, Identity)> {
    let first = given.first().map(|one| &one.namespace);
    let several = given.iter().any(|one| Some(&one.namespace) != first);
    given.iter().enumerate().map(move |(index, Named { namespace, id })| {
        let mut identity = Identity::new(id);
        if index == 0 && several {
            identity.primary = Some(true);
        }
        (namespace.as_str(), identity)
    })
}
