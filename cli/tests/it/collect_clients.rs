//! `collect` and its clients: the log that they cause, who may see the page, and the limits for them.

use std::process::{ChildStderr, Command, Stdio};
use std::time::Duration;

use crate::collect::Running;
use crate::process::PROGRAM;
use crate::support::client::Client;
use crate::support::folder;
use crate::support::program::Program;

/// A collector whose log is a pipe, with the other end of it.
fn with_log(arguments: &[&str]) -> (Running, ChildStderr) {
    with_log_below("true", arguments)
}

/// The same, started from a shell that runs a command first.
pub fn with_log_below(first: &str, arguments: &[&str]) -> (Running, ChildStderr) {
    let mut shell = Command::new("sh");
    shell
        .args(["-c", &format!("{first}; exec \"$0\" \"$@\"")])
        .arg(PROGRAM)
        .args(["collect", "--listen", "127.0.0.1:0"])
        .args(arguments)
        .stderr(Stdio::piped());
    let (mut process, address) = Program::listen(&mut shell);
    let log = process.stderr.take().expect("it is piped");
    (Running { process, client: Client { address } }, log)
}

/// A pipe that nobody reads is full after 64 KiB; each of these requests is a line.
#[cfg(unix)]
#[test]
fn a_log_that_nobody_reads_stops_nothing() {
    let (collector, log) = with_log(&["--verbose"]);
    for _ in 0..2_000 {
        assert_eq!(collector.post("/api/v1/sessions", "refused").status, 400);
    }
    let id = collector.open("served");
    assert_eq!(collector.event(&id, "ping", 1.0).status, 204);
    assert!(!collector.sessions().is_empty());
    assert_eq!(collector.signal("TERM").code(), Some(0));
    drop(log);
}

#[cfg(unix)]
#[test]
fn what_clients_cause_fills_no_log() {
    let (collector, mut log) = with_log(&["--max-open=1"]);
    let reading = std::thread::spawn(move || {
        let mut text = String::new();
        std::io::Read::read_to_string(&mut log, &mut text).expect("it is text");
        text
    });
    for _ in 0..1_000 {
        assert_eq!(collector.post("/api/v1/sessions", "refused").status, 400);
        collector.open("closes the one before");
    }
    assert_eq!(collector.signal("TERM").code(), Some(0));
    let text = reading.join().expect("it does not panic");
    for (what, words) in [("refused", "rejected with 400"), ("closed", "closed: too many sessions")]
    {
        let lines = text.lines().filter(|line| line.contains(words)).count();
        assert!((50..300).contains(&lines), "{what}: {lines}");
    }
    assert!(text.contains("more lines about rejected requests were left out"), "{text}");
    assert!(text.contains("more lines about closed sessions were left out"), "{text}");
    assert!(text.contains("stopped"), "the last line is written: {text}");
}

/// The lines that a collector prints at first.
fn first_lines(arguments: &[&str], count: usize) -> (Program, Vec<String>) {
    let mut command = Command::new(PROGRAM);
    Program::start(command.arg("collect").args(arguments).stderr(Stdio::null()), count)
}

#[test]
fn beyond_loopback_the_second_line_is_a_link_to_the_page() {
    let (process, lines) = first_lines(&["--listen", "0.0.0.0:0"], 2);
    let url = lines[0].strip_prefix("listening on ").expect("the first line").to_owned();
    let token = lines[1].strip_prefix(&format!("page at {url}/?token=")).expect("the link");
    assert_eq!(token.len(), 64);
    let port = url.rsplit_once(':').expect("a port").1;
    let client = Client { address: format!("127.0.0.1:{port}") };
    let collector = Running { process, client };
    assert_eq!(collector.get("/page/overview").status, 401);
    let bearer = format!("Authorization: Bearer {token}\r\n");
    assert_eq!(collector.send("GET", "/page/overview", &bearer, b"").status, 200);
    assert_eq!(collector.open("without a token").len(), 64);

    let (process, lines) = first_lines(&["--listen", "0.0.0.0:0", "--json"], 2);
    let line: serde_json::Value = serde_json::from_str(&lines[1]).expect("it is JSON");
    assert!(line["page"].as_str().is_some_and(|url| url.contains("/?token=")), "{line}");
    drop(Running { process, client: Client { address: String::new() } });
}

#[test]
fn the_page_can_have_a_chosen_token_another_name_or_be_missing() {
    let folder = folder("collector-page");
    let file = folder.join("token");
    std::fs::write(&file, "a-chosen-token.of_letters~\n").unwrap();
    let file = file.to_str().unwrap();
    let bearer = "Authorization: Bearer a-chosen-token.of_letters~\r\n";
    let collector = Running::start(&["--page-token", file]);
    assert_eq!(collector.get("/page/overview").status, 401);
    assert_eq!(collector.send("GET", "/page/overview", bearer, b"").status, 200);

    let collector = Running::start(&["--page-host", "tests.example"]);
    for (host, expected) in [("tests.example", 200), ("other.example", 403)] {
        let request = format!("GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        assert_eq!(collector.raw(request.as_bytes()).unwrap().status, expected);
    }
    let collector = Running::start(&["--no-page"]);
    assert_eq!(collector.get("/").status, 404);
    assert_eq!(collector.open("without a page").len(), 64);

    for (text, problem) in [("short", "at least 16"), ("with spaces in it, and more", "letters")] {
        std::fs::write(folder.join("wrong"), text).unwrap();
        let wrong = folder.join("wrong");
        let output = crate::process::run(
            &["collect", "--listen", "127.0.0.1:0", "--page-token", wrong.to_str().unwrap()],
            "",
        );
        assert_eq!(output.status.code(), Some(1));
        let log = String::from_utf8(output.stderr).unwrap();
        assert!(log.contains(problem) && log.contains("--page-token"), "{log}");
    }
    let output = crate::process::run(&["collect", "--no-page", "--page-token", file], "");
    assert_eq!(output.status.code(), Some(2));
    let _ = std::fs::remove_dir_all(folder);
}

/// Every limit for clients reaches the collector.
#[test]
fn limits_for_clients_are_options() {
    let collector = Running::start(&["--max-open-per-address=2"]);
    let ids = ["1", "2", "3"].map(|name| collector.open(name));
    let status = |id: &String| collector.event(id, "ping", 1.0).status;
    assert_eq!(ids.iter().map(status).collect::<Vec<_>>(), [410, 204, 204]);
    for option in ["--max-connections=8", "--max-connections-per-address=8"] {
        let collector = Running::start(&[option, "--response-timeout=5"]);
        let mut silent: Vec<_> = (0..8).map(|_| collector.connect()).collect();
        std::thread::sleep(Duration::from_millis(300));
        collector.open("makes room");
        silent[0].set_read_timeout(Some(Duration::from_secs(5))).unwrap();
        let closed = std::io::Read::read(&mut silent[0], &mut [0]);
        assert!(matches!(closed, Ok(0) | Err(_)), "{closed:?}");
        assert!(!closed.is_err_and(|error| error.kind() == std::io::ErrorKind::WouldBlock));
    }
}
