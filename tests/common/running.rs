//! The collector example, running, and HTTP down to the byte to talk to it.
#![allow(dead_code)]

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Shutdown, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant, SystemTime};

use serde_json::Value;

/// A collector on a free port; it is killed with this value.
pub struct Running {
    process: Child,
    pub address: String,
}

/// An answer, as far as the tests look at it.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    head: String,
    pub body: String,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().skip(1).find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then(|| value.trim())
        })
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    /// The id in `Location`.
    pub fn session(&self) -> String {
        assert_eq!(self.status, 201, "{self:?}");
        let location = self.header("Location").expect("a 201 has a Location");
        let id = location.strip_prefix("/api/v1/sessions/").expect("the Location is relative");
        id.to_owned()
    }
}

impl Running {
    pub fn start(arguments: &[&str]) -> Self {
        Self::run(Command::new(binary()), arguments)
    }

    /// Below a shell that runs something first.
    pub fn start_below(first: &str, arguments: &[&str]) -> Self {
        let mut shell = Command::new("sh");
        shell.args(["-c", &format!("{first}; exec \"$0\" \"$@\"")]).arg(binary());
        Self::run(shell, arguments)
    }

    fn run(mut command: Command, arguments: &[&str]) -> Self {
        let mut process = command
            .args(["--listen", "127.0.0.1:0"])
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the collector can be started");
        let mut line = String::new();
        let out = process.stdout.take().expect("its output is piped");
        BufReader::new(out).read_line(&mut line).expect("its output can be read");
        let address = line.trim_end().strip_prefix("listening on http://");
        let address = address.unwrap_or_else(|| panic!("the first line is {line:?}")).to_owned();
        Self { process, address }
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(&self.address).expect("the collector listens");
        let limit = Some(Duration::from_secs(20));
        stream.set_read_timeout(limit).unwrap();
        stream.set_write_timeout(limit).unwrap();
        stream
    }

    /// Sends these bytes, and nothing after them.
    pub fn raw(&self, request: &[u8]) -> Option<Answer> {
        let mut stream = self.connect();
        // The collector may have answered and gone before everything was sent.
        let _ = stream.write_all(request);
        let _ = stream.shutdown(Shutdown::Write);
        answer(stream)
    }

    pub fn send(&self, method: &str, path: &str, headers: &str, body: &[u8]) -> Answer {
        let length = body.len();
        let mut request = format!(
            "{method} {path} HTTP/1.1\r\nHost: collector\r\nConnection: close\r\n\
             Content-Length: {length}\r\n{headers}\r\n"
        )
        .into_bytes();
        request.extend(body);
        let mut stream = self.connect();
        let _ = stream.write_all(&request);
        answer(stream).unwrap_or_else(|| panic!("no answer to {method} {path}"))
    }

    pub fn post(&self, path: &str, body: impl AsRef<[u8]>) -> Answer {
        self.send("POST", path, "", body.as_ref())
    }

    pub fn get(&self, path: &str) -> Answer {
        self.send("GET", path, "", b"")
    }

    /// The page's list of sessions.
    pub fn sessions(&self) -> Vec<Value> {
        let overview = self.get("/page/overview").json();
        overview["sessions"].as_array().expect("a list").clone()
    }

    /// Opens a session, and returns its id.
    pub fn open(&self, name: &str) -> String {
        self.post("/api/v1/sessions", start(name)).session()
    }

    pub fn event(&self, id: &str, kind: &str, playhead: f64) -> Answer {
        self.post(&format!("/api/v1/sessions/{id}/events"), event(kind, playhead))
    }

    /// As a power cut or an impatient person would.
    pub fn kill(mut self) {
        self.process.kill().expect("the collector can be killed");
        self.process.wait().expect("and waited for");
    }

    /// Sends a signal, and waits for the end.
    pub fn signal(mut self, name: &str) -> ExitStatus {
        let process = self.process.id().to_string();
        let sent = Command::new("sh").args(["-c", &format!("kill -{name} {process}")]).status();
        assert!(sent.expect("there is a shell").success());
        let begun = Instant::now();
        loop {
            if let Some(status) = self.process.try_wait().expect("it can be waited for") {
                return status;
            }
            assert!(begun.elapsed() < Duration::from_secs(10), "SIG{name} does not end it");
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn answer(mut stream: TcpStream) -> Option<Answer> {
    let mut bytes = Vec::new();
    // A reset after the answer is no matter; what was read counts.
    let _ = stream.read_to_end(&mut bytes);
    parse(&bytes)
}

pub fn parse(bytes: &[u8]) -> Option<Answer> {
    let text = String::from_utf8_lossy(bytes);
    let (head, body) = text.split_once("\r\n\r\n")?;
    let status = head.split(' ').nth(1)?.parse().ok()?;
    Some(Answer { status, head: head.to_owned(), body: body.to_owned() })
}

pub fn start(name: &str) -> String {
    serde_json::json!({
        "eventType": "sessionStart",
        "playerTime": {"playhead": 0, "ts": 1_700_000_000_000_i64},
        "params": {
            "analytics.trackingServer": "t.example.com", "analytics.reportSuite": "suite",
            "visitor.marketingCloudOrgId": "ORG@AdobeOrg", "media.id": name, "media.length": 60,
            "media.contentType": "vod", "media.playerName": "player", "media.channel": "channel",
        },
    })
    .to_string()
}

pub fn event(kind: &str, playhead: f64) -> String {
    let ts = 1_700_000_000_001 + (playhead * 1_000.0) as i64;
    let time = serde_json::json!({"playhead": playhead, "ts": ts});
    serde_json::json!({"eventType": kind, "playerTime": time}).to_string()
}

/// An empty folder for a test.
pub fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    folder
}

/// The example's binary. `cargo test` builds it; `cargo test --test NAME` does not, and then it
/// is built here.
fn binary() -> &'static Path {
    static BINARY: OnceLock<PathBuf> = OnceLock::new();
    BINARY.get_or_init(|| {
        let own = std::env::current_exe().expect("a test knows where it is");
        let profile = own.ancestors().nth(2).expect("target/PROFILE/deps/TEST").to_owned();
        let binary =
            profile.join("examples").join(format!("collector{}", std::env::consts::EXE_SUFFIX));
        let built = std::fs::metadata(&binary).and_then(|file| file.modified());
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let sources =
            ["examples/collector", "protocol", "schemas"].map(|part| newest(&root.join(part)));
        if !built.is_ok_and(|built| sources.iter().all(|changed| *changed <= built)) {
            let mut build = Command::new(env!("CARGO"));
            build.args(["build", "--quiet", "--example", "collector"]).current_dir(root);
            build.arg("--target-dir").arg(profile.parent().expect("target/PROFILE"));
            if profile.ends_with("release") {
                build.arg("--release");
            }
            assert!(build.status().expect("cargo is there").success(), "the example builds");
        }
        assert!(
            binary.exists(),
            "{} is missing: cargo build --example collector",
            binary.display()
        );
        binary
    })
}

fn newest(path: &Path) -> SystemTime {
    let own = std::fs::metadata(path).and_then(|file| file.modified());
    let inside = std::fs::read_dir(path).into_iter().flatten().flatten();
    inside.map(|entry| newest(&entry.path())).chain(own).max().unwrap_or(SystemTime::UNIX_EPOCH)
}
