//! Writing a file again without some of its lines: it is the old or the new one at every moment.

use std::borrow::Cow;
use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, BufRead as _, BufWriter, Read as _, Seek as _, SeekFrom, Write};
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;

use super::{files, segments};

/// The extension of a file that is being written.
pub(super) const EXTENSION: &str = "rewritten";

/// Writes a file, or replaces it: it has its name when it is whole and on the disk. The function says whether
/// it is to have it.
pub(super) fn replace(
    path: &Path,
    partial: &Path,
    write: impl FnOnce(File) -> io::Result<Option<File>>,
) -> io::Result<bool> {
    let written = files::create(partial).and_then(write).and_then(|file| {
        file.as_ref().map_or(Ok(()), File::sync_all)?;
        Ok(file.is_some())
    });
    if !matches!(written, Ok(true)) {
        let _ = std::fs::remove_file(partial);
        return written;
    }
    std::fs::rename(partial, path)?;
    files::sync_folder(path.parent().unwrap_or(Path::new(".")))?;
    Ok(true)
}

/// Where a file is written before it has its name.
pub(super) fn partial(path: &Path) -> PathBuf {
    let mut partial = path.as_os_str().to_owned();
    partial.push(".");
    partial.push(EXTENSION);
    partial.into()
}

/// Writes a file of lines again, compressed if it is: each line, with its end, as the function has it, or
/// not at all. The age of the file stays.
pub(crate) fn rewrite(
    path: &Path,
    mut line: impl for<'a> FnMut(&'a [u8]) -> Option<Cow<'a, [u8]>>,
) -> io::Result<()> {
    let mut from = segments::open(path)?;
    let modified = std::fs::metadata(path)?.modified()?;
    let mut copy = |to: &mut dyn Write| {
        let mut text = Vec::new();
        while from.read_until(b'\n', &mut text)? > 0 {
            if let Some(text) = line(&text) {
                to.write_all(&text)?;
            }
            text.clear();
        }
        Ok::<_, io::Error>(())
    };
    let is_compressed = path.extension() == Some(OsStr::new("gz"));
    let write = |file: File| {
        let file = if is_compressed {
            let mut encoder = GzEncoder::new(BufWriter::new(file), Compression::fast());
            copy(&mut encoder)?;
            encoder.finish()?.into_inner()?
        } else {
            let mut buffer = BufWriter::new(file);
            copy(&mut buffer)?;
            buffer.into_inner()?
        };
        file.set_modified(modified)?;
        Ok(Some(file))
    };
    replace(path, &partial(path), write).map(drop)
}

/// Whether a file is empty or ends in the end of a line.
pub(crate) fn ends_a_line(mut file: &File) -> io::Result<bool> {
    if file.metadata()?.len() == 0 {
        return Ok(true);
    }
    file.seek(SeekFrom::End(-1))?;
    let mut last = [0];
    file.read_exact(&mut last)?;
    Ok(last == *b"\n")
}
