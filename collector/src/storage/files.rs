//! The folder and its files, which only their owner can read: events are personal data.

use std::fs::{DirBuilder, File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Write as _};
use std::path::Path;

/// The name of the file that is locked while a collector uses the folder. It has the number of the
/// process.
const LOCK: &str = "received.lock";

/// Makes a folder, if it does not exist, that only its owner can enter.
pub(super) fn make_folder(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Makes what changed in a folder survive a loss of power: names that were added or removed.
pub(crate) fn sync_folder(path: &Path) -> io::Result<()> {
    #[cfg(unix)]
    File::open(path)?.sync_all()?;
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

/// Opens a file to read it and to append to it, and makes it if it does not exist.
pub(crate) fn append_to(path: &Path) -> io::Result<File> {
    open(path, OpenOptions::new().read(true).append(true).create(true))
}

/// Makes a file that is empty.
pub(super) fn create(path: &Path) -> io::Result<File> {
    open(path, OpenOptions::new().write(true).create(true).truncate(true))
}

/// Opens a file for its owner only, also one of an earlier version, which everybody could read.
fn open(path: &Path, options: &mut OpenOptions) -> io::Result<File> {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    let file = options.open(path)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mut permissions = file.metadata()?.permissions();
        if permissions.mode() & 0o077 != 0 {
            permissions.set_mode(0o600);
            // The file can be somebody else's, who lets this process write to it.
            if let Err(error) = file.set_permissions(permissions) {
                tracing::warn!("{}: others can read it: {error}", path.display());
            }
        }
    }
    Ok(file)
}

/// Locks a folder for this process until the returned file is dropped. The operating system also unlocks
/// it when the process dies.
pub(crate) fn lock(folder: &Path) -> io::Result<File> {
    let path = folder.join(LOCK);
    let options = &mut OpenOptions::new();
    let mut file = open(&path, options.read(true).write(true).create(true).truncate(false))?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            let mut owner = String::new();
            let _ = file.take(20).read_to_string(&mut owner);
            let owner = owner.trim();
            let message = format!(
                "another collector uses this folder (process {owner}): one at a time; stop it, or choose another folder"
            );
            return Err(io::Error::new(io::ErrorKind::ResourceBusy, message));
        }
        Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
            tracing::warn!("{}: {error}; no second collector may use this folder", path.display());
            return Ok(file);
        }
        Err(TryLockError::Error(error)) => return Err(error),
    }
    // The number is only told to whoever comes second, so that a full disk is no reason to give up.
    let _ = file.set_len(0);
    let _ = writeln!(file, "{}", std::process::id());
    Ok(file)
}
