//! The commands for sessions that are stored in a file on this device.

mod address;
pub mod http;
pub mod list;
pub mod record;
pub mod rejected;
pub mod single;
pub mod upload;

use std::error::Error;
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::Args;
use media_collection::store::{OfflineStore, StoreOptions};

/// The argument that selects the store.
#[derive(Debug, Args)]
pub struct Store {
    /// The file with the sessions; it is created if it is missing
    #[arg(long = "store", value_name = "FILE")]
    file: PathBuf,
}

impl Store {
    fn open(&self) -> Result<OfflineStore, Box<dyn Error>> {
        self.open_with(StoreOptions::default())
    }

    fn open_with(&self, options: StoreOptions) -> Result<OfflineStore, Box<dyn Error>> {
        OfflineStore::open_with(&self.file, options)
            .map_err(|error| format!("{}: {error}", self.file.display()).into())
    }
}

/// Milliseconds since the Unix epoch.
fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}
