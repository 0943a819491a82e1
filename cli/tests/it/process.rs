//! Runs the command.

use std::ffi::OsStr;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

use crate::support::repository;

pub const PROGRAM: &str = env!("CARGO_BIN_EXE_media-collection");

/// The folder with the payloads of the tests.
pub fn payloads() -> PathBuf {
    repository("tests/payloads")
}

/// Runs the command in the folder of the payloads, with this standard input.
pub fn run(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(PROGRAM)
        .args(arguments)
        .current_dir(payloads())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command can be started");
    // A command that does not read its input may have exited.
    let _ = child.stdin.take().expect("it is piped").write_all(input.as_bytes());
    child.wait_with_output().expect("it ends")
}

/// Runs a command that works on a store.
pub fn with_store(store: &Path, arguments: &[&str]) -> Output {
    let store = [OsStr::new("--store"), store.as_os_str()];
    Command::new(PROGRAM).args(arguments).args(store).output().expect("the command can be started")
}

pub fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("it is text")
}

/// Its standard output and standard error.
pub fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

pub fn code(output: &Output) -> i32 {
    output.status.code().expect("it ends by itself")
}

pub fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {output:?}"))
}

/// JSON Lines.
pub fn lines(output: &Output) -> Vec<Value> {
    let line =
        |line: &str| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
    out(output).lines().map(line).collect()
}
