//! A collector in the process of the test.
#![allow(dead_code)]

use std::io::{BufRead as _, Read as _};
use std::net::TcpListener;
use std::ops::Deref;
use std::path::Path;

use media_collection_collector::{
    Collector, Forgotten, Options, Redaction, Running, forget as forget_in_folder, received,
};

use crate::support::client::Client;

/// A collector on a free port, until this is dropped.
pub struct Here {
    client: Client,
    _running: Running,
}

impl Here {
    pub fn start() -> Self {
        Self::with(|_| {})
    }

    /// With a folder, or none, in whatever way the tests run.
    pub fn embedded(change: impl FnOnce(&mut Options)) -> Self {
        Self::with(change)
    }

    pub fn with(change: impl FnOnce(&mut Options)) -> Self {
        let mut options = Options::default();
        change(&mut options);
        let collector = Collector::open(options).expect("the folder can be used");
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let running = collector.start(listener).expect("it starts");
        Self { client: Client { address: running.address().to_string() }, _running: running }
    }
}

/// Whether these collectors have a folder.
pub const HAS_FOLDER: bool = true;

/// The lines of the log in the file that is written.
pub fn lines(data: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(data.join("received.jsonl")).unwrap_or_default();
    let whole = text.rfind('\n').map_or("", |end| &text[..end]);
    whole.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// The lines of all files of the log.
pub fn all_lines(data: &Path) -> Vec<String> {
    let files = received::files(data).unwrap().into_iter();
    let lines = files.flat_map(|file| received::open(&file).unwrap().lines());
    lines.map(Result::unwrap).filter(|line| !line.is_empty()).collect()
}

/// Everything that the files have, decompressed.
pub fn everything(data: &Path) -> String {
    let mut all = String::new();
    for file in std::fs::read_dir(data).unwrap() {
        let (path, mut text) = (file.unwrap().path(), Vec::new());
        if path.extension().is_some_and(|extension| extension == "gz") {
            received::open(&path).unwrap().read_to_end(&mut text).unwrap();
        } else {
            text = std::fs::read(&path).unwrap();
        }
        all += &String::from_utf8_lossy(&text);
    }
    all
}

/// Forgets visitors.
pub fn forget(data: &Path, visitors: &[String], redaction: Option<&Redaction>) -> Forgotten {
    forget_in_folder(data, visitors, redaction).unwrap()
}

/// What forwarding has set aside.
pub fn aside(data: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(data.join("forward-rejected.jsonl")).unwrap_or_default();
    text.lines().map(str::to_owned).collect()
}

impl Deref for Here {
    type Target = Client;

    fn deref(&self) -> &Client {
        &self.client
    }
}
