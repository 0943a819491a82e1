//! Writes the initial inputs to `corpus/`, made from the payloads of the tests.

use std::fs;
use std::path::{Path, PathBuf};

use media_collection_fuzz::scratch::repository;
use serde_json::Value;

struct Corpus(PathBuf);

impl Corpus {
    fn add(&self, target: &str, bytes: impl AsRef<[u8]>) {
        let folder = self.0.join(target);
        fs::create_dir_all(&folder).expect("the corpus can be written");
        let count = fs::read_dir(&folder).expect("the corpus can be read").count();
        fs::write(folder.join(format!("seed-{count:04}")), bytes).expect("a seed can be written");
    }
}

fn main() {
    let corpus = Corpus(Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus"));
    for target in [
        "event", "batch", "location", "router", "recorder", "store", "schemas", "har", "log",
        "gzip", "report", "tracker", "edge",
    ] {
        let folder = corpus.0.join(target);
        // Keeps inputs that were found; replaces the seeds.
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            if entry.file_name().to_string_lossy().starts_with("seed-") {
                fs::remove_file(entry.path()).expect("an old seed can be removed");
            }
        }
    }
    bodies(&corpus);
    of_edge(&corpus);
    addresses(&corpus);
    choices(&corpus);
    inputs(&corpus);
}

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = repository("tests/payloads").join(folder);
    let entries = fs::read_dir(folder).expect("the payloads are there");
    let mut files: Vec<_> = entries.map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    files
}

/// Real requests of the Media Edge API, and ones that were made for the tests.
fn of_edge(corpus: &Corpus) {
    let add = |path: &str, body: &str| {
        let request = format!("POST {path}\n{body}");
        corpus.add("router", &request);
        corpus.add("edge", request);
    };
    for file in files("edge") {
        let text = fs::read_to_string(&file).unwrap_or_default();
        if file.extension().is_some_and(|kind| kind == "json") {
            let capture: Value = serde_json::from_str(&text).expect("it is a capture");
            for sent in capture["requests"].as_array().into_iter().flatten() {
                let query = sent["query"].as_str().unwrap_or("configId=1");
                let path = sent["path"].as_str().expect("it has a path");
                let query = query.trim_start_matches('?');
                add(&format!("{path}?{query}"), sent["raw"].as_str().expect("it has a body"));
            }
        } else if file.extension().is_some_and(|kind| kind == "jsonl") {
            for case in text.lines().map(serde_json::from_str::<Value>) {
                let case = case.expect("a line is a request");
                let path = case["path"].as_str().expect("it has a path");
                add(&format!("{path}?configId=1"), &case["body"].to_string());
            }
        }
    }
}

fn bodies(corpus: &Corpus) {
    let minimal = fs::read(repository("tests/payloads/minimal.jsonl")).expect("it is there");
    corpus.add("batch", &minimal);
    for line in minimal.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
        corpus.add("event", line);
        corpus.add("router", [b"POST /va/api/v1/sessions/3f2a/events\n", line].concat());
        corpus.add("router", [b"POST /api/v1/sessions\n", line].concat());
    }
    for file in files("timelines").into_iter().chain(files("invalid")) {
        let text = fs::read(file).expect("a payload can be read");
        corpus.add("batch", &text);
        corpus.add("router", [b"POST /api/v1/downloaded\n", &*text].concat());
        corpus.add("event", &text);
    }
    // Every eighth scenario: the others add little, and each costs time.
    for file in files("captures").iter().step_by(8) {
        let text = fs::read(file).expect("a capture can be read");
        // A scenario with a lone surrogate cannot be a `Value`.
        let Ok(scenario) = serde_json::from_slice::<Value>(&text) else { continue };
        for request in scenario["requests"].as_array().into_iter().flatten().take(12) {
            let Some(raw) = request["raw"].as_str() else { continue };
            let target = if raw.starts_with('[') { "batch" } else { "event" };
            corpus.add(target, raw);
        }
    }
    for text in [
        r#"{"eventType":"play","playerTime":{"playhead":-0.0,"ts":1e3},"mood":[1.50,"\ud800"]}"#,
        r#"{"eventType":"applause","params":[],"playerTime":{"playhead":1,"ts":2,"x":{}}}"#,
        r#"[{"eventType":"\ud83d\ude00","playerTime":{"playhead":1,"ts":-1}}]"#,
    ] {
        corpus.add("event", text);
        corpus.add("batch", text);
    }
}

fn addresses(corpus: &Corpus) {
    for text in [
        "https://host:8080/va/api/v1/sessions/a1?x=1#y",
        "/sessions/x/sessions/y",
        "/api/v1/sessions/%2E%2e",
        "/api/v1/sessions/a b%zz",
        "http://[::1]/base/",
        "https://user:secret@example.com",
        "..%2Fadmin\r\nX: y",
    ] {
        corpus.add("location", text);
    }
    for line in [
        "OPTIONS /api/v1/sessions/x/events",
        "GET /base/api/v1/schemas/adStart",
        "PUT /api/v1/sessions/%2e./events",
        "POST /api/v1/sessions\n[]",
    ] {
        corpus.add("router", line);
    }
}

/// Random lists of choices of several lengths, from which the fuzzer starts.
fn choices(corpus: &Corpus) {
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    for len in [1, 4, 16, 64, 200] {
        for _ in 0..8 {
            let bytes: Vec<u8> = (0..len)
                .map(|_| {
                    state ^= state << 13;
                    state ^= state >> 7;
                    state ^= state << 17;
                    state as u8
                })
                .collect();
            for target in ["recorder", "store", "har", "log", "gzip", "report", "tracker"] {
                corpus.add(target, &bytes);
            }
            if len < 100 {
                corpus.add("schemas", &bytes);
            }
        }
    }
    // A viewing with a break and an ad, half an hour of pause, and another one, in each mode.
    for mode in 0..8 {
        let calls = [0, 3, 9, 13, 10, 17, 5, 20, 4, 21, 3, 23, 2, 0, 3, 1];
        let calls = calls.into_iter().flat_map(|call| [call, 40 + call]);
        corpus.add("tracker", [mode].into_iter().chain(calls).collect::<Vec<_>>());
    }
    // An ad in a break in a chapter, then the collector loses the session.
    let online = [1, 20, 0, 9, 20, 0, 4, 20, 0, 6, 20, 0, 0, 20, 4, 4, 4, 4, 4, 4, 4, 2, 4, 0, 7];
    corpus.add("recorder", online);
    corpus
        .add("recorder", [0, 20, 9, 20, 4, 20, 6, 20, 7, 20, 5, 20, 12, 20, 3, 14, 20, 2, 3, 2, 4]);
}

/// What the command reads: captures, logs, and what a collector stored.
fn inputs(corpus: &Corpus) {
    let read = |file: &str| fs::read(repository(file)).expect("it is there");
    let har = read("cli/tests/it/data/capture.har");
    for text in [
        &har,
        &read("cli/tests/it/data/edge.json"),
        &read("cli/tests/it/data/bom.json"),
        &read("collector/tests/it/data/received-0.1.jsonl"),
        &read("tests/payloads/captures/js-online-vod_simple.json"),
        &br#"[{"method":"POST","host":"h","path":"/api/v1/sessions","request":{"body":{"encoding":"base64","encoded":"eyJldmVudFR5cGUiOiJwaW5nIn0="}}}]"#
            .to_vec(),
    ] {
        corpus.add("har", text);
        corpus.add("gzip", text);
    }
    for text in [
        "127.0.0.1:1: POST https://h/api/v1/sessions HTTP/2.0\n    x: y\n\n    {\"eventType\":\"ping\"}\n\n << HTTP/2.0 201 x\n    location: /api/v1/sessions/a1\n",
        "> POST /api/v1/sessions/a1/events HTTP/2\n> Host: h\n>\n{\"eventType\":\"ping\"}\n< HTTP/2 204\n",
        "[x] POST https://h/api/v1/sessions \"{\\\"eventType\\\":\\\"ping\\\"}\" 201 /api/v1/sessions/a1",
        "curl -XPOST 'https://h/api/v1/downloaded' --data-raw '[{\"eventType\":\"ping\"}]'",
        "GET https://x.hb.omtrdc.net/?s:event:type=play HTTP/1.1",
        "D/App: {\"eventType\":\"ping\",\"playerTime\":{\"playhead\":1,\"ts\":2}}",
    ] {
        corpus.add("log", text);
    }
    corpus.add("log", &har);
}
