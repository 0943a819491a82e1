//! The commands for sessions that are stored in a file on this device.

mod address;
pub mod compact;
pub mod list;
pub mod record;
pub mod rejected;
pub mod salvage;
pub mod single;
pub mod upload;

use std::error::Error;
use std::io::ErrorKind;
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::Args;
use media_collection::store::{OfflineStore, StoreError, StoreOptions};

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
        OfflineStore::open_with(&self.file, options).map_err(|error| self.failed(&error))
    }

    /// For reading only, if nobody may write the file, its folder or its file system.
    fn open_to_read(&self) -> Result<OfflineStore, Box<dyn Error>> {
        let may_not_write = |error: &StoreError| {
            matches!(error, StoreError::Disk(error) if matches!(
                error.kind(),
                ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem
            ))
        };
        match OfflineStore::open(&self.file) {
            Err(error) if may_not_write(&error) => OfflineStore::open_read_only(&self.file),
            opened => opened,
        }
        .map_err(|error| self.failed(&error))
    }

    fn failed(&self, error: &StoreError) -> Box<dyn Error> {
        let file = self.file.display();
        let hint = match error {
            StoreError::Damaged(_) => ". `salvage` reads what is whole in it",
            _ => "",
        };
        format!("{file}: {error}{hint}").into()
    }
}

/// Milliseconds since the Unix epoch.
fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}
