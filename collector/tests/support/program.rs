//! A program that says in its first line where it listens, such as the command `collect`.

use std::io::{BufRead as _, BufReader};
use std::ops::{Deref, DerefMut};
use std::process::{Child, Command, Stdio};

/// A program that runs until this is dropped.
pub struct Program(Child);

impl Program {
    /// Starts it, and waits until it has printed so many lines or nothing more.
    pub fn start(command: &mut Command, lines: usize) -> (Self, Vec<String>) {
        let started = command.stdout(Stdio::piped()).spawn();
        let mut process = started.expect("the program can be started");
        let out = BufReader::new(process.stdout.take().expect("it is piped"));
        let lines = out.lines().take(lines).map(|line| line.expect("it is text")).collect();
        (Self(process), lines)
    }

    /// Starts it, and returns its address, or else what it says, if that is something else.
    pub fn try_listen(command: &mut Command) -> (Self, Result<String, String>) {
        let (process, mut lines) = Self::start(command, 1);
        let line = lines.pop().unwrap_or_default();
        let address = line.strip_prefix("listening on http://").map(str::to_owned);
        (process, address.ok_or(line))
    }

    /// Starts it, and returns its address.
    pub fn listen(command: &mut Command) -> (Self, String) {
        let (process, address) = Self::try_listen(command);
        (process, address.unwrap_or_else(|line| panic!("the first line is {line:?}")))
    }
}

impl Deref for Program {
    type Target = Child;

    fn deref(&self) -> &Child {
        &self.0
    }
}

impl DerefMut for Program {
    fn deref_mut(&mut self) -> &mut Child {
        &mut self.0
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
