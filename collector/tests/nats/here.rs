//! A collector on NATS in the process of the test: what the tests of the collector without NATS use.

use std::net::TcpListener;
use std::ops::Deref;
use std::path::Path;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use media_collection_collector::{
    Collector, ForgetSteps, Forgotten, NatsCreate, NatsOptions, Options, Redaction, Running,
    forget as forget_in_folder, forget_by_steps,
};

use crate::servers::{Servers, program};
use crate::streams;
use crate::support::client::Client;

/// A collector on a free port, until this is dropped.
pub struct Here {
    client: Client,
    running: Option<Running>,
}

/// The options of a collector that is one of several.
pub fn shared(urls: &[String], name: &str) -> NatsOptions {
    let mut nats = NatsOptions::new(urls);
    nats.name = name.to_owned();
    nats.partitions = 6;
    nats.lease = Duration::from_secs(2);
    let mut create = NatsCreate::default();
    create.replicas = urls.len();
    nats.create = Some(create);
    nats
}

/// The address of a server for several tests. It ends when this process does.
fn server() -> String {
    static SERVER: OnceLock<Servers> = OnceLock::new();
    SERVER.get_or_init(|| Servers::start("suite", 1, "")).nodes[0].url.clone()
}

impl Here {
    pub fn start() -> Self {
        Self::with(|_| {})
    }

    /// With these options. A folder names the streams, so that a test that opens it again finds what
    /// was there.
    pub fn with(change: impl FnOnce(&mut Options)) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let mut options = Options::default();
        change(&mut options);
        if program().is_none() {
            // The test goes on with a collector that has no NATS, and shows nothing.
            return Self::open(options);
        }
        let name = match options.data.take() {
            Some(folder) => name_of(&folder),
            None => format!("t-{}", COUNT.fetch_add(1, Ordering::Relaxed)),
        };
        options.nats = Some(shared(&[server()], &name));
        let here = Self::open(options);
        here.wait_for_owners();
        here
    }

    /// A collector without NATS.
    pub fn embedded(change: impl FnOnce(&mut Options)) -> Self {
        let mut options = Options::default();
        change(&mut options);
        Self::open(options)
    }

    /// One of several collectors with this name on these servers.
    pub fn on(urls: &[String], name: &str, change: impl FnOnce(&mut Options)) -> Self {
        let mut options = Options::default();
        options.nats = Some(shared(urls, name));
        change(&mut options);
        let here = Self::open(options);
        here.wait_for_owners();
        here
    }

    /// One of several collectors that knows only some of the servers.
    pub fn on_with(urls: &[String], replicas: usize, name: &str) -> Self {
        Self::on(urls, name, |options| {
            let create = options.nats.as_mut().unwrap().create.as_mut();
            create.unwrap().replicas = replicas;
        })
    }

    fn open(options: Options) -> Self {
        let collector = Collector::open(options).expect("it can be opened");
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let running = collector.start(listener).expect("it starts");
        let client = Client { address: running.address().to_string() };
        Self { client, running: Some(running) }
    }

    /// Waits until each partition has an owner, which shows its sessions.
    pub fn wait_for_owners(&self) {
        let until = Instant::now() + Duration::from_secs(60);
        for id in 0..32 {
            while self.client.get(&format!("/page/session/{id:064x}")).status == 503 {
                assert!(Instant::now() < until, "a partition has no owner");
                std::thread::sleep(Duration::from_millis(50));
            }
        }
    }
}

/// Whether these collectors have a folder.
pub const HAS_FOLDER: bool = false;

/// The name of the streams that stand for a folder.
pub fn name_of(folder: &Path) -> String {
    let name = folder.file_name().unwrap().to_str().unwrap();
    format!("f-{}", name.trim_start_matches("collector-"))
}

/// The lines of all streams that stand for a folder, or of the folder if it is one.
pub fn lines(data: &Path) -> Vec<String> {
    let has_files = std::fs::read_dir(data).is_ok_and(|mut files| files.next().is_some());
    if program().is_none() || has_files {
        let text = std::fs::read_to_string(data.join("received.jsonl")).unwrap_or_default();
        let whole = text.rfind('\n').map_or("", |end| &text[..end]);
        return whole.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect();
    }
    let name = name_of(data);
    let streams: Vec<_> = (0..6).map(|at| format!("{name}-events-{at}")).collect();
    let mut lines = streams::lines(&[server()], &streams);
    // As one log would have them.
    lines.sort_by_key(|line| {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        line["received"].as_u64()
    });
    lines
}

/// Everything that all streams and buckets have, with what was removed and is still on the disk.
pub fn everything(data: &Path) -> String {
    if program().is_none() {
        let files = std::fs::read_dir(data).unwrap();
        let text = |path| String::from_utf8_lossy(&std::fs::read(path).unwrap()).into_owned();
        return files.map(|file| text(file.unwrap().path())).collect();
    }
    let name = name_of(data);
    let all = streams::names(&[server()]).into_iter();
    let all: Vec<_> = all.filter(|stream| stream.contains(&format!("{name}-"))).collect();
    streams::everything(&[server()], &all)
}

/// The lines of all streams that stand for a folder.
pub fn all_lines(data: &Path) -> Vec<String> {
    lines(data)
}

/// Forgets visitors.
pub fn forget(data: &Path, visitors: &[String], redaction: Option<&Redaction>) -> Forgotten {
    if program().is_none() {
        return forget_in_folder(data, visitors, redaction).unwrap();
    }
    let (options, steps) = forgetting(&[server()], &name_of(data));
    forget_by_steps(&options, visitors, redaction, steps).unwrap()
}

/// How it is done in tests: nobody needs to know for long which sessions were forgotten.
pub fn forgetting(urls: &[String], name: &str) -> (NatsOptions, ForgetSteps) {
    let (mut options, mut steps) = (shared(urls, name), ForgetSteps::default());
    options.remember = Duration::from_secs(3);
    steps.settled = Duration::from_secs(1);
    steps.anew = Duration::from_secs(5);
    (options, steps)
}

/// What forwarding has set aside.
pub fn aside(data: &Path) -> Vec<String> {
    if program().is_none() {
        let text = std::fs::read_to_string(data.join("forward-rejected.jsonl"));
        return text.unwrap_or_default().lines().map(str::to_owned).collect();
    }
    streams::lines(&[server()], &[format!("{}-rejected", name_of(data))])
}

impl Deref for Here {
    type Target = Client;

    fn deref(&self) -> &Client {
        &self.client
    }
}

impl Drop for Here {
    fn drop(&mut self) {
        drop(self.running.take());
    }
}
