//! Drives Chromium: visits pages, evaluates expressions in them, and presses keys.
//!
//! It speaks the DevTools protocol over two pipes, which Chromium expects as the files 3 and 4. A
//! shell makes them of its input and output, so this needs no library and no port.

use std::cell::RefCell;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::support::folder;

/// How long a response of Chromium, or a condition, is waited for.
const PATIENCE: Duration = Duration::from_secs(60);

/// A page in a browser of its own.
pub struct Browser {
    process: Child,
    profile: PathBuf,
    messages: mpsc::Receiver<Value>,
    inner: RefCell<Inner>,
}

struct Inner {
    input: ChildStdin,
    sent: u64,
    session: Option<String>,
    /// What the page complained about: exceptions, and violations of its policy.
    complaints: Vec<String>,
}

impl Browser {
    pub fn open(chromium: &Path, name: &str) -> Self {
        let profile = folder(&format!("browser-{name}"));
        let mut process = Command::new("sh")
            .args(["-c", r#"exec 3<&0 4>&1 </dev/null >/dev/null; exec "$@""#, "sh"])
            .arg(chromium)
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic"])
            .args(["--no-first-run", "--disable-background-networking", "--disable-sync"])
            .args(["--disable-component-update", "--disable-dev-shm-usage"])
            .args(["--window-size=1280,900", "--remote-debugging-pipe"])
            .arg(format!("--user-data-dir={}", profile.display()))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("a shell can be started");
        let input = process.stdin.take().expect("it is piped");
        let output = BufReader::new(process.stdout.take().expect("it is piped"));
        let (sender, messages) = mpsc::channel();
        std::thread::spawn(move || {
            for message in output.split(0).map_while(Result::ok) {
                let Ok(message) = serde_json::from_slice(&message) else { return };
                if sender.send(message).is_err() {
                    return;
                }
            }
        });
        let inner = Inner { input, sent: 0, session: None, complaints: Vec::new() };
        let browser = Self { process, profile, messages, inner: RefCell::new(inner) };
        let target = browser.call("Target.createTarget", json!({"url": "about:blank"}));
        let target = json!({"targetId": target["targetId"], "flatten": true});
        let session = browser.call("Target.attachToTarget", target)["sessionId"].clone();
        browser.inner.borrow_mut().session = session.as_str().map(str::to_owned);
        for domain in ["Page", "Runtime", "Log"] {
            browser.call(&format!("{domain}.enable"), json!({}));
        }
        browser
    }

    /// Calls a method of the protocol.
    pub fn call(&self, method: &str, params: Value) -> Value {
        let mut inner = self.inner.borrow_mut();
        inner.sent += 1;
        let id = inner.sent;
        let mut message = json!({"id": id, "method": method, "params": params});
        if let Some(session) = &inner.session {
            message["sessionId"] = session.as_str().into();
        }
        let mut text = message.to_string().into_bytes();
        text.push(0);
        inner.input.write_all(&text).expect("Chromium reads");
        loop {
            let message = self.messages.recv_timeout(PATIENCE);
            let message = message.unwrap_or_else(|error| panic!("{method}: {error}"));
            if message["id"] == id {
                assert!(message["error"].is_null(), "{method}: {message}");
                return message["result"].clone();
            }
            inner.note(&message);
        }
    }

    pub fn visit(&self, url: &str) {
        self.call("Page.navigate", json!({"url": url}));
    }

    /// The value of an expression, or of the promise that it is.
    #[track_caller]
    pub fn value(&self, expression: &str) -> Value {
        let options =
            json!({"expression": expression, "awaitPromise": true, "returnByValue": true});
        let result = self.call("Runtime.evaluate", options);
        assert!(result["exceptionDetails"].is_null(), "{expression}: {result}");
        result["result"]["value"].clone()
    }

    #[track_caller]
    pub fn text(&self, expression: &str) -> String {
        let value = self.value(expression);
        value.as_str().unwrap_or_else(|| panic!("{expression} is {value}")).to_owned()
    }

    #[track_caller]
    pub fn number(&self, expression: &str) -> f64 {
        let value = self.value(expression);
        value.as_f64().unwrap_or_else(|| panic!("{expression} is {value}"))
    }

    /// Waits until an expression is true.
    #[track_caller]
    pub fn wait(&self, condition: &str) {
        let begun = Instant::now();
        let condition = format!("!!({condition})");
        while self.value(&condition) != true {
            if begun.elapsed() > PATIENCE {
                let page = self.text("document.body.innerText");
                panic!("never true: {condition}\n{:?}\n{page}", self.complaints());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Presses a key: its name, or a letter.
    pub fn press(&self, key: &str) {
        self.press_with(key, 0);
    }

    pub fn press_with_shift(&self, key: &str) {
        self.press_with(key, 8);
    }

    fn press_with(&self, key: &str, modifiers: u32) {
        let code = match key {
            "Tab" => 9,
            "Enter" => 13,
            " " => 32,
            "PageUp" => 33,
            "PageDown" => 34,
            "End" => 35,
            "Home" => 36,
            "ArrowLeft" => 37,
            "ArrowUp" => 38,
            "ArrowRight" => 39,
            "ArrowDown" => 40,
            _ => key.to_ascii_uppercase().bytes().next().map_or(0, u32::from),
        };
        let text = if key.len() == 1 { key } else { "" };
        let text = if key == "Enter" { "\r" } else { text };
        for (kind, text) in [("keyDown", text), ("keyUp", "")] {
            let mut event = json!({
                "type": kind, "key": key, "windowsVirtualKeyCode": code, "modifiers": modifiers,
            });
            if !text.is_empty() {
                event["text"] = text.into();
            }
            self.call("Input.dispatchKeyEvent", event);
        }
    }

    /// Moves the pointer over the middle of the first element that matches.
    #[track_caller]
    pub fn point_at(&self, selector: &str) {
        let place = self.value(&format!(
            "(() => {{ const one = document.querySelector({}); one.scrollIntoView({{block: 'center'}});
               const box = one.getBoundingClientRect();
               return [box.x + box.width / 2, box.y + box.height / 2]; }})()",
            json!(selector)
        ));
        let event = json!({"type": "mouseMoved", "x": place[0], "y": place[1]});
        self.call("Input.dispatchMouseEvent", event);
    }

    /// What the page complained about so far.
    pub fn complaints(&self) -> Vec<String> {
        let mut inner = self.inner.borrow_mut();
        while let Ok(message) = self.messages.try_recv() {
            inner.note(&message);
        }
        inner.complaints.clone()
    }
}

impl Inner {
    fn note(&mut self, message: &Value) {
        let params = &message["params"];
        let complaint = match message["method"].as_str() {
            Some("Runtime.exceptionThrown") => &params["exceptionDetails"],
            Some("Log.entryAdded") if params["entry"]["level"] == "error" => &params["entry"],
            Some("Runtime.consoleAPICalled") if params["type"] == "error" => &params["args"],
            _ => return,
        };
        self.complaints.push(complaint.to_string());
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Closes the browser with all its processes; killing one would leave the others.
        let close = b"{\"id\":0,\"method\":\"Browser.close\"}\0";
        let _ = self.inner.borrow_mut().input.write_all(close);
        let begun = Instant::now();
        while matches!(self.process.try_wait(), Ok(None))
            && begun.elapsed() < Duration::from_secs(10)
        {
            std::thread::sleep(Duration::from_millis(20));
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}
