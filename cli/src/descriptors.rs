//! How many files and connections this process may have open at a time.

/// Files, and what else is no connection.
#[cfg(unix)]
const OTHERS: u64 = 64;

/// Raises the limit as far as the process may. Says so if that is not enough for so many connections.
#[cfg(unix)]
pub(crate) fn raise(connections: usize) {
    use rustix::process::{Resource, getrlimit, setrlimit};

    let mut limit = getrlimit(Resource::Nofile);
    let needed = u64::try_from(connections).unwrap_or(u64::MAX).saturating_add(OTHERS);
    if limit.current.is_some_and(|current| current < needed) {
        let before = limit.current;
        limit.current = limit.maximum.map_or(Some(needed), Some);
        if setrlimit(Resource::Nofile, limit).is_err() {
            limit.current = before;
        }
    }
    if let Some(most) = limit.current.filter(|most| *most < needed) {
        let for_clients = most.saturating_sub(OTHERS);
        tracing::warn!(
            "at most {most} files may be open, enough for {for_clients} of {connections} connections: raise \
             the hard limit (`ulimit -Hn {needed}`), or lower --max-connections"
        );
    }
}

/// Other systems have no such limit, or no call for it.
#[cfg(not(unix))]
pub(crate) fn raise(_: usize) {}
