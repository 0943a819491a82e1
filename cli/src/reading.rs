//! How the commands read their files.

use clap::Args;
use media_collection_cli::input::{self, Input, Options};

/// The option for bodies of Media Edge that do not say where they were sent.
#[derive(Debug, Clone, Args)]
pub struct Reading {
    /// The path to which bodies of Media Edge were sent, such as `play`, where the file does not say
    /// it. Without this option, the type of the event counts
    #[arg(long, value_name = "NAME", value_parser = endpoint)]
    endpoint: Option<String>,
}

/// The last segment of a path.
fn endpoint(text: &str) -> Result<String, String> {
    let name = text.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let name = is_name.then(|| name.to_owned());
    name.ok_or_else(|| "must be the last part of a path, such as sessionStart or play".to_owned())
}

impl Reading {
    pub fn options(&self) -> Options {
        Options { endpoint: self.endpoint.clone(), ..Options::default() }
    }
}

/// The sessions of a file, or what is wrong with it.
pub fn read(file: &str, options: &Options) -> Result<Input, String> {
    let bytes = input::read(file).map_err(|error| format!("cannot be read: {error}"))?;
    input::parse_with(&bytes, options).map_err(|error| error.message)
}
