//! `collect`: its first line, crashes, signals and a full disk. Its responses are tested in the
//! collector's crate.

use std::io::Write as _;
use std::ops::Deref;
use std::process::{Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use crate::process::PROGRAM;
use crate::support::client::Client;
use crate::support::program::Program;
use crate::support::{event, folder, start};

/// A collector on a free port; dropping this kills it.
pub struct Running {
    pub process: Program,
    pub client: Client,
}

impl Deref for Running {
    type Target = Client;

    fn deref(&self) -> &Client {
        &self.client
    }
}

impl Running {
    pub fn start(arguments: &[&str]) -> Self {
        Self::run(Command::new(PROGRAM), arguments)
    }

    /// Starts it from a shell that runs a command first.
    fn start_below(first: &str, arguments: &[&str]) -> Self {
        let mut shell = Command::new("sh");
        shell.args(["-c", &format!("{first}; exec \"$0\" \"$@\"")]).arg(PROGRAM);
        Self::run(shell, arguments)
    }

    fn run(program: Command, arguments: &[&str]) -> Self {
        let (process, address) = Program::listen(&mut command(program, arguments));
        Self { process, client: Client { address } }
    }

    /// Kills it with SIGKILL.
    fn kill(mut self) {
        self.process.kill().expect("the collector can be killed");
        self.process.wait().expect("and waited for");
    }

    /// Sends a signal, and waits until the process exits.
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

fn command(mut program: Command, arguments: &[&str]) -> Command {
    program.args(["collect", "--listen", "127.0.0.1:0"]).args(arguments).stderr(Stdio::null());
    program
}

#[test]
fn what_is_acknowledged_survives_a_kill() {
    let data = folder("collector-kill");
    let arguments = ["--data", data.to_str().unwrap()];
    let collector = Running::start(&arguments);
    let open = collector.open("still open");
    let ended = collector.open("over <script>");
    assert_eq!(collector.event(&open, "play", 1.0).status, 204);
    assert_eq!(collector.event(&ended, "sessionEnd", 2.0).status, 204);
    let batch = format!("[{},{}]", start("whole"), event("sessionEnd", 5.0));
    assert_eq!(
        collector
            .post(
                "/api/v1/sessions",
                batch.replace("\"media.id\"", "\"media.downloaded\":true,\"media.id\"")
            )
            .status,
        201
    );
    // Many at once, which share flushes.
    std::thread::scope(|scope| {
        for thread in 0..4 {
            let (collector, open) = (&collector, &open);
            scope.spawn(move || {
                for step in 0..10 {
                    let playhead = f64::from(10 + thread * 10 + step);
                    assert_eq!(collector.event(open, "ping", playhead).status, 204);
                }
            });
        }
    });
    collector.kill();

    // Each line is self-contained; the kill truncated the last one.
    let file = data.join("received.jsonl");
    let text = std::fs::read_to_string(&file).unwrap();
    assert_eq!(text.lines().count(), 45);
    for line in text.lines() {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        assert!(line["session"].is_string() && line["received"].is_u64(), "{line}");
    }
    let mut cut = std::fs::OpenOptions::new().append(true).open(&file).unwrap();
    cut.write_all(b"{\"received\":1,\"sess").unwrap();
    drop(cut);

    for round in 0..2 {
        let collector = Running::start(&arguments);
        let sessions = collector.sessions();
        assert_eq!(sessions.len(), 3, "round {round}");
        let received = |id: &str| {
            let found = sessions.iter().find(|session| session["id"] == id).unwrap();
            found["received"].as_u64().unwrap()
        };
        assert_eq!((received(&open), received(&ended)), (42 + round, 2));
        // An open session continues, and an ended one stays ended.
        assert_eq!(collector.event(&open, "ping", 59.0).status, 204);
        assert_eq!(collector.event(&ended, "ping", 3.0).status, 410);
        assert_eq!(collector.event(&ended, "sessionEnd", 3.0).status, 204);
        collector.kill();
    }
    let _ = std::fs::remove_dir_all(data);
}

#[cfg(unix)]
#[test]
fn a_signal_ends_it_cleanly() {
    for signal in ["TERM", "INT"] {
        let collector = Running::start(&[]);
        // An idle connection does not delay the end.
        let resting = collector.connect();
        let id = collector.open("open");
        assert_eq!(collector.event(&id, "ping", 1.0).status, 204);
        let begun = Instant::now();
        assert_eq!(collector.signal(signal).code(), Some(0), "SIG{signal}");
        assert!(begun.elapsed() < Duration::from_secs(4), "SIG{signal}");
        drop(resting);
    }
}

#[test]
fn the_files_of_a_folder_are_read_together() {
    let data = folder("collector-files");
    let collector = Running::start(&[
        "--data",
        data.to_str().unwrap(),
        "--segment-size",
        "1K",
        "--keep-days=1",
    ]);
    let id = collector.open("long");
    for step in 0..30 {
        assert_eq!(collector.event(&id, "ping", f64::from(step)).status, 204);
    }
    collector.signal("TERM");
    let files = std::fs::read_dir(&data).unwrap().map(|entry| entry.unwrap().file_name());
    let names: Vec<_> = files.map(|name| name.into_string().unwrap()).collect();
    assert!(names.iter().any(|name| name.starts_with("received-00000002.jsonl")), "{names:?}");
    let output = crate::process::run(&["check", data.to_str().unwrap()], "");
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("31 events"), "{text}");
    let _ = std::fs::remove_dir_all(data);
}

#[cfg(target_os = "linux")]
#[test]
fn what_cannot_be_stored_is_not_acknowledged() {
    let data = folder("collector-full");
    // Limits the file size, as if the disk were full after one or two KiB.
    let collector =
        Running::start_below("trap '' XFSZ; ulimit -f 2", &["--data", data.to_str().unwrap()]);
    let statuses: Vec<_> =
        (0..10).map(|_| collector.post("/api/v1/sessions", start("full")).status).collect();
    let acknowledged = statuses.iter().filter(|status| **status == 201).count();
    assert!((1..10).contains(&acknowledged), "{statuses:?}");
    assert_eq!(statuses[9], 500);
    assert_eq!(collector.sessions()[0]["closed"], "not-stored");
    // The incomplete line was removed.
    let text = std::fs::read_to_string(data.join("received.jsonl")).unwrap();
    assert!(text.ends_with("}\n"), "{text}");
    assert_eq!(text.lines().count(), acknowledged);
    let _ = std::fs::remove_dir_all(data);
}

#[test]
fn a_second_process_on_a_folder_says_which_one_uses_it() {
    let data = folder("collector-second");
    let arguments = ["--data", data.to_str().unwrap()];
    let first = Running::start(&arguments);
    let id = first.open("kept");
    let second = ["collect", "--listen", "127.0.0.1:0", arguments[0], arguments[1]];
    let output = crate::process::run(&second, "");
    assert_eq!(output.status.code(), Some(1));
    let log = String::from_utf8(output.stderr).unwrap();
    assert!(log.contains(arguments[1]), "{log}");
    assert!(log.contains(&format!("process {}", first.process.id())), "{log}");
    assert_eq!(first.event(&id, "ping", 1.0).status, 204, "the first is not disturbed");
    // Also a collector that was killed leaves the folder to the next one.
    first.kill();
    assert_eq!(Running::start(&arguments).event(&id, "ping", 2.0).status, 204);
    let _ = std::fs::remove_dir_all(data);
}

/// Every option reaches the collector.
#[test]
fn options_change_what_it_does() {
    let collector = Running::start(&[
        "--tolerant",
        "--idle-timeout=0.2",
        "--still-timeout=3600",
        "--body-timeout=0.3",
        "--max-open=2",
        "--max-finished=1",
        "--max-events=3",
        "--segment-size=1K",
        "--segment-age=3600",
        "--keep-days=0.5",
        "--keep-bytes=1G",
        "--verbose",
    ]);
    let unknown = r#"{"eventType":"applause","playerTime":{"playhead":1,"ts":1}}"#;
    let batch = format!("[{},{unknown},{unknown},{unknown}]", start("many"));
    assert_eq!(collector.post("/api/v1/downloaded", batch).status, 201, "tolerant");
    let many = &collector.sessions()[0];
    let detail = collector.get(&format!("/page/session/{}", many["id"].as_str().unwrap())).json();
    assert_eq!(detail["events"].as_array().map(Vec::len), Some(3), "max-events");

    let ids = ["1", "2", "3"].map(|name| collector.open(name));
    assert_eq!(collector.event(&ids[0], "ping", 1.0).status, 410, "max-open");
    assert_eq!(collector.sessions().len(), 3, "max-finished");
    std::thread::sleep(Duration::from_millis(500));
    assert_eq!(collector.event(&ids[2], "ping", 1.0).status, 410, "idle-timeout");

    let slow = b"POST /api/v1/sessions HTTP/1.1\r\nHost: c\r\nContent-Length: 9\r\n\r\n{";
    let mut stream = collector.connect();
    stream.write_all(slow).unwrap();
    let mut response = String::new();
    std::io::Read::read_to_string(&mut stream, &mut response).unwrap();
    assert!(response.starts_with("HTTP/1.1 408 "), "{response}");

    for wrong in [
        "--segment-size=0",
        "--keep-days=-1",
        "--keep-bytes=9E",
        "--idle-timeout=0",
        "--idle-timeout=soon",
        "--max-open=0",
        "--listening",
    ] {
        let output = crate::process::run(&["collect", wrong], "");
        assert_eq!(output.status.code(), Some(2), "{wrong}");
    }
}

#[test]
fn an_address_or_a_folder_that_cannot_be_used_is_code_1() {
    let collector = Running::start(&[]);
    let output = crate::process::run(&["collect", "--listen", &collector.address], "");
    assert_eq!(output.status.code(), Some(1));
    let data = folder("collector-no-folder").join("file");
    std::fs::write(&data, "").unwrap();
    let arguments = ["collect", "--listen", "127.0.0.1:0", "--data", data.to_str().unwrap()];
    let output = crate::process::run(&arguments, "");
    assert_eq!(output.status.code(), Some(1));
    let log = String::from_utf8(output.stderr).unwrap();
    assert!(log.contains(data.to_str().unwrap()), "{log}");
}

#[test]
fn the_first_line_can_be_json() {
    let mut command = command(Command::new(PROGRAM), &["--json"]);
    let (process, lines) = Program::start(&mut command, 1);
    let line: serde_json::Value = serde_json::from_str(&lines[0]).unwrap();
    let address = line["listening"].as_str().and_then(|url| url.strip_prefix("http://"));
    let client = Client { address: address.unwrap().to_owned() };
    let collector = Running { process, client };
    assert_eq!(collector.open("json").len(), 64);
}
