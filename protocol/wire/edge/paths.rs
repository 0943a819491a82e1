//! The paths of the API, its limits, and paths into its bodies.

use crate::constraints::push_key;

/// The first segment of every path, unless the address has another, such as `ee-pre-prd`.
pub(crate) const ROOT: &str = "ee";
/// Before the name of an event.
pub(crate) const VERSION: &str = "/va/v1/";

/// How many characters the id of a session has.
pub const ID_CHARACTERS: usize = 64;

/// The gateway's limit for the body of a request, in bytes (64 KB).
pub const MAX_BODY_BYTES: usize = 64 * 1024;

/// The size of the parts of a larger session, in bytes. It leaves room for identities and the like.
pub(crate) const MAX_PART_BYTES: usize = 60_000;

/// The JSON Pointer for a JSONPath as replies have it: `$.events[0].xdm` is `/events/0/xdm`. Empty for
/// the whole body, and for a text that is no JSONPath.
pub(crate) fn json_pointer(path: &str) -> String {
    let Some(mut rest) = path.strip_prefix('$') else { return String::new() };
    let mut pointer = String::new();
    while !rest.is_empty() {
        let (step, after) = match rest.strip_prefix('[') {
            Some(inside) => {
                let Some((step, after)) = inside.split_once(']') else { return pointer };
                (step.trim_matches(['\'', '"']), after)
            }
            None => {
                let name = rest.strip_prefix('.').unwrap_or(rest);
                name.split_at(name.find(['.', '[']).unwrap_or(name.len()))
            }
        };
        push_key(&mut pointer, step);
        rest = after;
    }
    pointer
}

#[cfg(test)]
mod tests {
    use super::json_pointer;

    #[test]
    fn json_paths() {
        for (path, pointer) in [
            ("$", ""),
            ("", ""),
            ("no path", ""),
            ("$.xdm.timestamp", "/xdm/timestamp"),
            ("$.events[0].xdm.mediaCollection.playhead", "/events/0/xdm/mediaCollection/playhead"),
            ("$.events[12].xdm.identityMap['a.b'][0].id", "/events/12/xdm/identityMap/a.b/0/id"),
            ("$['a/b~c']", "/a~1b~0c"),
            ("$.events[", "/events"),
        ] {
            assert_eq!(json_pointer(path), pointer, "{path}");
        }
    }
}
