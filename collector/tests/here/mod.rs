//! A collector in the process of the test.
#![allow(dead_code)]

use std::net::TcpListener;
use std::ops::Deref;
use std::path::Path;

use media_collection_collector::{Collector, Options, Running};

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

/// Everything that the files have.
pub fn everything(data: &Path) -> String {
    let files = std::fs::read_dir(data).unwrap();
    let text = |path| String::from_utf8_lossy(&std::fs::read(path).unwrap()).into_owned();
    files.map(|file| text(file.unwrap().path())).collect()
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
