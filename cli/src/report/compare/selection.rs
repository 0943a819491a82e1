//! The session that a word of the command line names: `FILE`, or `FILE#ID`.

use std::path::Path;

use media_collection::report::ReportOptions;
use media_collection_cli::input::Options;

use crate::report::layout::plain;
use crate::report::reading::{Reported, read};

/// The only session of a file, or the one with this id or number.
pub fn select(named: &str, how: &Options, options: &ReportOptions) -> Result<Reported, String> {
    let (file, id) = match named.rsplit_once('#') {
        Some((file, id)) if !Path::new(named).exists() => (file, Some(id)),
        _ => (named, None),
    };
    let mut sessions = read(file, how, options);
    if let [only] = &sessions[..]
        && !only.is_session()
    {
        let fault = only.faults().into_iter().next().map(|fault| fault.message);
        return Err(format!("{file}: {}", fault.unwrap_or_default()));
    }
    let found = match id {
        None if sessions.len() == 1 => Some(0),
        None => None,
        Some(id) => {
            // Sessions that go on under their id after a restart: the first.
            let by_id = sessions.iter().position(|session| session.id.as_deref() == Some(id));
            let number = || id.parse::<usize>().ok()?.checked_sub(1);
            by_id.or_else(number).filter(|at| *at < sessions.len())
        }
    };
    match found {
        Some(at) => Ok(sessions.swap_remove(at)),
        None => {
            let keys: Vec<_> = sessions.iter().map(|session| plain(&session.key())).collect();
            let problem =
                id.map_or("several sessions".to_owned(), |id| format!("no session `{id}`"));
            let keys = crate::output::listed(&keys);
            Err(format!("{file} contains {problem}: name one as {file}#ID, with an ID of {keys}"))
        }
    }
}
