//! The command line.

use std::path::PathBuf;
use std::time::Duration;

use media_collection::Policy;

use crate::sessions::Limits;

pub const USAGE: &str = "\
usage: collector [OPTIONS]

  --listen ADDRESS:PORT    where to listen (127.0.0.1:8080); port 0 takes a free one
  --data DIR               keep what is accepted in DIR, and show it again after a restart
  --tolerant               take unknown keys and event types, which the back end refuses

  --idle-timeout SECONDS   close a session after so long without an event (600)
  --still-timeout SECONDS  close it after so long without movement of the playhead (1800)
  --body-timeout SECONDS   how long a request's body may take to arrive (30)
  --max-open N             open sessions at most; the oldest idle is closed first (10000)
  --max-finished N         finished sessions kept for the page (500)
  --max-events N           events kept for the page, per session (5000)
  --verbose                log every request
  -h, --help               this text

The first line on standard output is `listening on http://ADDRESS:PORT`; the log goes to standard
error.";

#[derive(Debug)]
pub struct Options {
    pub listen: String,
    pub data: Option<PathBuf>,
    pub policy: Policy,
    pub body_timeout: Duration,
    pub limits: Limits,
    pub verbose: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            listen: "127.0.0.1:8080".to_owned(),
            data: None,
            policy: Policy::strict(),
            body_timeout: Duration::from_secs(30),
            limits: Limits::default(),
            verbose: false,
        }
    }
}

impl Options {
    /// Reads the arguments; `None` if the help is asked for.
    pub fn parse(arguments: impl IntoIterator<Item = String>) -> Result<Option<Self>, String> {
        let mut options = Self::default();
        let mut arguments = arguments.into_iter();
        while let Some(name) = arguments.next() {
            let mut value =
                || arguments.next().ok_or_else(|| format!("{name} needs a value after it"));
            match name.as_str() {
                "--listen" => options.listen = value()?,
                "--data" => options.data = Some(value()?.into()),
                "--tolerant" => options.policy = Policy::tolerant(),
                "--idle-timeout" => options.limits.idle = seconds(&name, &value()?)?,
                "--still-timeout" => options.limits.still = seconds(&name, &value()?)?,
                "--body-timeout" => options.body_timeout = seconds(&name, &value()?)?,
                "--max-open" => options.limits.open = count(&name, &value()?)?,
                "--max-finished" => options.limits.finished = count(&name, &value()?)?,
                "--max-events" => options.limits.events = count(&name, &value()?)?,
                "--verbose" => options.verbose = true,
                "-h" | "--help" => return Ok(None),
                _ => return Err(format!("there is no option {name:?}")),
            }
        }
        Ok(Some(options))
    }
}

fn seconds(name: &str, text: &str) -> Result<Duration, String> {
    text.parse()
        .ok()
        .and_then(|seconds| Duration::try_from_secs_f64(seconds).ok())
        .filter(|time| !time.is_zero())
        .ok_or_else(|| format!("{name} takes seconds, such as 600 or 0.5, not {text:?}"))
}

fn count(name: &str, text: &str) -> Result<usize, String> {
    text.parse()
        .ok()
        .filter(|count| *count > 0)
        .ok_or_else(|| format!("{name} takes a number of at least 1, not {text:?}"))
}
