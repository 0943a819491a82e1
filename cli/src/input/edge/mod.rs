//! Requests of the Media Edge API.
//!
//! | module | content |
//! |---|---|
//! | `parts` | which values are bodies, and their events, each as a request of its own |
//! | `reading` | decodes them; what is wrong with them |

mod parts;
mod reading;

pub(super) use self::parts::{Part, Role, of_interact, of_request, of_value, read_as};
pub(super) use self::reading::settings;

/// Whether the text may be a body of Media Edge. Most are not, which this decides without parsing.
pub(super) fn may_be(text: &str) -> bool {
    text.contains("\"mediaCollection\"") || text.contains("\"xdm\"")
}

/// The path of a request to Media Edge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Path<'a> {
    /// `/va/v1/{endpoint}`, below any prefix.
    Endpoint(&'a str),
    /// `/v1/interact` takes events of all kinds: their types are in the body.
    Interact,
}

impl<'a> Path<'a> {
    pub(super) fn of(path: &'a str) -> Option<Self> {
        let path = path.trim_end_matches('/');
        let (around, last) = path.rsplit_once('/')?;
        if around == "/va/v1" || around.ends_with("/va/v1") {
            return Some(Self::Endpoint(last));
        }
        let is_interact = ["interact", "collect"].contains(&last) && around.ends_with("/v1");
        is_interact.then_some(Self::Interact)
    }
}
