//! How the commands read their files.

use clap::Args;
use media_collection_cli::input::{self, Input, Options};

/// What bodies of Media Edge do not say.
#[derive(Debug, Clone, Args)]
pub struct Reading {
    /// The path to which bodies of Media Edge were sent, such as `play`, where the file does not say
    /// it. Without this option, the type of the event counts
    #[arg(long, value_name = "NAME", value_parser = endpoint)]
    endpoint: Option<String>,
    /// The prefix of your own fields, such as `_acme`: names of metadata have it in Media Edge, and lose
    /// it in the Media Collection API and in reports
    #[arg(long, value_name = "PREFIX", value_parser = tenant)]
    pub tenant: Option<String>,
}

fn tenant(text: &str) -> Result<String, String> {
    let name = text.trim_end_matches('.');
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    let name = Some(name).filter(|name| !name.is_empty() && name.bytes().all(is_name));
    name.map(str::to_owned).ok_or_else(|| "must be a name such as _acme".to_owned())
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
        let (endpoint, tenant) = (self.endpoint.clone(), self.tenant.clone());
        Options { endpoint, tenant, ..Options::default() }
    }
}

/// The sessions of a file, or what is wrong with it.
pub fn read(file: &str, options: &Options) -> Result<Input, String> {
    let bytes = input::read(file).map_err(|error| format!("cannot be read: {error}"))?;
    input::parse_with(&bytes, options).map_err(|error| error.message)
}
