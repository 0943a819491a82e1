//! `convert`: what comes out is valid, is the same session, and what is lost is told.

use std::collections::BTreeMap;
use std::process::Output;

use jsonschema::Validator;
use serde_json::{Value, json};

use crate::inputs::edge::{body, id, item};
use crate::process::{code, json, lines, out, payloads, run, told};
use crate::support::{event, folder, repository, start};

/// Judges by the schemas of this repository, in a validator of others.
struct Judge(BTreeMap<String, Validator>);

impl Judge {
    fn load(schemas: &str) -> Self {
        let files = std::fs::read_dir(repository(schemas)).expect("the schemas are there");
        let mut judge = BTreeMap::new();
        for path in files.map(|entry| entry.unwrap().path()) {
            let schema: Value = match std::fs::read_to_string(&path) {
                Ok(text) if path.extension().is_some_and(|end| end == "json") => {
                    serde_json::from_str(&text).unwrap()
                }
                _ => continue,
            };
            if schema.get("$schema").is_some() {
                let options = jsonschema::options().should_validate_formats(true);
                let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
                judge.insert(name, options.build(&schema).expect("it is a schema"));
            }
        }
        assert!(judge.len() >= 19, "{}", judge.len());
        Self(judge)
    }

    fn assert_valid(&self, name: &str, value: &Value) {
        let judge = self.0.get(name).unwrap_or_else(|| panic!("{name} is unknown"));
        if let Some(error) = judge.iter_errors(value).next() {
            panic!("{name}: {error} at {}: {value}", error.instance_path());
        }
    }
}

fn convert(to: &str, arguments: &[&str], text: &str) -> String {
    let output = run(&[&["convert", "--to", to], arguments].concat(), text);
    assert_eq!(code(&output), 0, "{}", errors(&output));
    out(&output)
}

/// What was told of faults.
fn errors(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr);
    let is_wrong = |line: &&str| !line.starts_with("  lost") && !line.starts_with("  setting");
    said.lines().filter(is_wrong).take(20).collect::<Vec<_>>().join("\n")
}

const SETTINGS: [&str; 6] = [
    "--set",
    "analytics.reportSuite=rs",
    "--set",
    "analytics.trackingServer=t.example.com",
    "--set",
    "visitor.marketingCloudOrgId=ORG@AdobeOrg",
];

fn values(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// All sessions that Adobe's SDKs sent to the older API, and those of its documentation.
fn recorded() -> Vec<String> {
    let mut files = vec!["recorded-session.jsonl".to_owned()];
    for folder in ["captures", "timelines"] {
        let entries = std::fs::read_dir(payloads().join(folder)).expect("the folder is there");
        files.extend(entries.map(|entry| {
            format!("{folder}/{}", entry.unwrap().file_name().into_string().unwrap())
        }));
    }
    files.sort_unstable();
    files
}

/// Every recorded session in one run: what comes out is valid by the schemas of Media Edge, and what
/// comes back by those of the older API.
#[test]
fn recorded_sessions_are_valid_in_the_other_api_and_come_back() {
    let (edge, collection) = (Judge::load("schemas/edge"), Judge::load("schemas/collection"));
    let files = recorded();
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    let output = run(&[&["convert", "--to", "edge"], &files[..]].concat(), "");
    // Some timelines of the documentation violate the schemas.
    assert!(code(&output) <= 1, "{}", errors(&output));
    let converted = out(&output);
    let requests = values(&converted);
    for request in &requests {
        edge.assert_valid(request["endpoint"].as_str().unwrap(), &request["body"]);
    }
    assert!(requests.len() > 1_500, "{}", requests.len());
    let back = convert("collection", &[&SETTINGS[..], &["-"]].concat(), &converted);
    let sessions = values(&back);
    for event in sessions.iter().flat_map(|session| session.as_array().unwrap()) {
        collection.assert_valid(event["eventType"].as_str().unwrap(), event);
    }
    // What the second way around is not able to lose.
    let again = convert("edge", &["-"], &back);
    assert_eq!(values(&again).len(), requests.len());
    let names = |text: &str| -> Vec<_> {
        let named = |line: &Value| (line["endpoint"].clone(), line["body"].clone());
        values(text).iter().map(named).collect()
    };
    let third = convert("collection", &[&SETTINGS[..], &["-"]].concat(), &again);
    assert_eq!(third, back);
    assert_eq!(names(&convert("edge", &["-"], &third)), names(&again));
}

/// A body for all sessions, with as many as fit into a request.
#[test]
fn downloaded_bodies_have_as_many_sessions_as_fit() {
    let edge = Judge::load("schemas/edge");
    let files = recorded();
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    let arguments = ["convert", "--to", "edge", "--downloaded", "--identity", "FPID=d1"];
    let output = run(&[&arguments[..], &files[..]].concat(), "");
    let bodies = out(&output);
    let mut count = 0;
    let lines: Vec<&str> = bodies.lines().collect();
    for (index, text) in lines.iter().enumerate() {
        let body: Value = serde_json::from_str(text).unwrap();
        edge.assert_valid("downloaded", &body);
        let items = body["events"].as_array().unwrap();
        assert!(text.len() <= 65_536 || items.len() == 1, "{} bytes", text.len());
        assert!(items.iter().all(|item| item["xdm"]["identityMap"]["FPID"][0]["id"] == "d1"));
        // The first of the next would not have fit.
        if let Some(next) = lines.get(index + 1) {
            let next: Value = serde_json::from_str(next).unwrap();
            assert!(text.len() + next["events"][0].to_string().len() > 60_000);
        }
        count += items.len();
    }
    assert!(bodies.lines().count() > 1 && count > 100, "{count}");
    let checked = json(&run(&["check", "--json", "-"], &bodies));
    assert_eq!(checked.as_array().unwrap().len(), count);
    // One is too large for a request, and is told.
    let back = run(&[&["convert", "--to", "collection"], &SETTINGS[..]].concat(), &bodies);
    let said = errors(&back);
    assert!(said.matches("  violation").count() == 1 && said.contains("(limit)"), "{said}");
    let back = out(&back);
    let mut starts = values(&back);
    starts.retain(|session| session[0]["eventType"] == "sessionStart");
    assert!(starts.len() > 100);
    assert!(starts.iter().all(|session| session[0]["params"]["media.downloaded"] == true));
}

/// What a session says is the same on both sides.
#[test]
fn a_report_of_a_session_is_the_same_in_both_apis() {
    let (mut compared, mut equal) = (0, 0);
    for file in recorded() {
        let report = |file: &str, text: &str| {
            let mut all = json(&run(&["report", "--json", file], text));
            let report = &mut all.as_array_mut().unwrap()[0];
            // The id differs, and it is a value.
            report["values"]
                .as_array_mut()
                .unwrap()
                .retain(|value| value["xdm"] != "sessionDetails.ID");
            report["values"].clone()
        };
        let output = run(&["convert", "--to", "edge", &file], "");
        let requests = out(&output);
        // A playhead of 1e300 has no form, and one that is null none at all.
        if requests.is_empty() {
            assert!(file.contains("odd_playheads"), "{file}");
            continue;
        }
        compared += 1;
        // Fractions of seconds are not said there: the same session without them.
        let whole = convert("collection", &SETTINGS, &requests);
        assert_eq!(report("-", &requests), report("-", &whole), "{file}");
        let told = json(&run(&["convert", "--to", "edge", "--json", &file], ""));
        let lost = told.as_array().unwrap().iter().flat_map(|one| one["lost"].as_array().unwrap());
        let is_of_visitor = |lost: &Value| {
            let pointer = lost["pointer"].as_str().unwrap();
            pointer.starts_with("/params/analytics.") || pointer.starts_with("/params/visitor.")
        };
        if code(&output) == 0 && lost.into_iter().all(is_of_visitor) {
            assert_eq!(report("-", &requests), report(&file, ""), "{file}");
            equal += 1;
        }
    }
    assert!(compared > 100 && equal > 0, "{compared} compared, {equal} without a loss");
}

/// What the Web SDK sent is the same after a way back and forth, but for what is told.
#[test]
fn requests_of_the_web_sdk_come_back() {
    let edge = Judge::load("schemas/edge");
    for name in ["auto-pings", "live", "manual-end", "manual-everything"] {
        let file = format!("edge/alloy-{name}.json");
        let same = values(&convert("edge", &[&file], ""));
        let capture = std::fs::read_to_string(payloads().join(&file)).unwrap();
        let capture: Value = serde_json::from_str(&capture).unwrap();
        for (request, sent) in same.iter().zip(capture["requests"].as_array().unwrap()) {
            // A session of the API itself loses nothing.
            let sent: Value = serde_json::from_str(sent["raw"].as_str().unwrap()).unwrap();
            assert_eq!(request["body"], sent);
        }
        let events = convert("collection", &[&SETTINGS[..], &[&*file]].concat(), "");
        let session = same[0]["session"].as_str().unwrap();
        let back = values(&convert("edge", &["--session-id", session], &events));
        assert_eq!(back.len(), same.len());
        for (request, sent) in back.iter().zip(&same) {
            let name = sent["endpoint"].as_str().unwrap();
            assert_eq!(request["endpoint"], name);
            edge.assert_valid(name, &request["body"]);
            let media = |line: &Value| {
                let xdm = &line["body"]["events"][0]["xdm"];
                let mut media = xdm["mediaCollection"].clone();
                if let Some(list) = media["customMetadata"].as_array_mut() {
                    list.sort_by_key(|pair| pair["name"].to_string());
                }
                media.as_object_mut().unwrap().retain(|_, value| !value.is_null());
                (xdm["timestamp"].clone(), xdm["eventType"].clone(), media)
            };
            assert_eq!(media(request), media(sent), "{name} of {file}");
        }
    }
}

#[test]
fn what_is_lost_is_listed() {
    let mut begin: Value = serde_json::from_str(&start("c")).unwrap();
    begin["params"]["media.length"] = json!(60.5);
    let text = format!("[{begin},{},{}]", event("play", 0.0), event("ping", 1.5));
    let output = run(&["convert", "--to", "edge", "-"], &text);
    assert_eq!(code(&output), 0);
    let said = String::from_utf8(output.stderr.clone()).unwrap();
    assert!(said.starts_with("-: converted; 2 values lost, 3 settings left out\n"), "{said}");
    assert!(said.contains("  lost        /0/params/media.length: The fraction is lost"), "{said}");
    assert!(said.contains("  lost        /2/playerTime/playhead: "), "{said}");
    assert_eq!(said.matches("  setting  ").count(), 2, "{said}");
    // The other way, with JSONPaths.
    let mut begin = item("sessionStart", 0, None);
    begin["xdm"]["_id"] = json!("u1");
    let output = run(&["convert", "--to", "collection", "-"], &body(&[begin]).to_string());
    let said = String::from_utf8(output.stderr.clone()).unwrap();
    assert!(said.contains("  lost        /0 $.events[0].xdm._id: "), "{said}");
    assert!(said.contains("give them with --set"), "{said}");
    // As JSON, in a file and beside the requests.
    let place = folder("convert-lost").join("lost.json");
    let file = place.to_str().unwrap();
    let output = run(&["convert", "--to", "edge", "--lost", file, "-"], &text);
    assert_eq!(output.stderr, b"");
    let lost: Value = serde_json::from_slice(&std::fs::read(&place).unwrap()).unwrap();
    let whole = json(&run(&["convert", "--to", "edge", "--json", "-"], &text));
    assert_eq!(whole[0]["lost"], lost[0]["lost"]);
    assert_eq!(whole[0]["requests"], json!(lines(&output)));
    let settings = lost[0]["lost"].as_array().unwrap().iter();
    assert_eq!(settings.filter(|lost| lost["is_setting"] == true).count(), 3);
    assert_eq!(lost[0].get("requests"), None);
}

/// What must not be lost, or what the other API does not take.
#[test]
fn what_has_no_form_is_an_error_that_names_event_and_member() {
    let mut begin: Value = serde_json::from_str(&start("c")).unwrap();
    begin["params"]["analytics.optOutShare"] = json!(true);
    let ad = |id: &str| {
        json!({"eventType": "adStart", "playerTime": {"playhead": 1, "ts": 1_700_000_001_500_i64},
            "params": {"media.ad.id": id, "media.ad.length": 5, "media.ad.podPosition": 1,
                "media.ad.playerName": "p"}})
    };
    let fine = format!("[{},{}]", start("fine"), event("play", 0.0));
    let wrong = format!("[{begin},{},{}]", event("play", -1.0), ad(""));
    for arguments in [&[][..], &["--downloaded"]] {
        let arguments = [&["convert", "--to", "edge"], arguments].concat();
        let output = run(&arguments, &format!("{fine}\n{wrong}\n"));
        assert_eq!(code(&output), 1);
        // The other session is converted.
        let converted = out(&output);
        assert!(converted.contains("\"fine\"") && !converted.contains("\"c\""), "{converted}");
        let said = told(&output);
        assert!(said.contains("-: not converted\n") || said.contains("[session 2]: not converted"));
        for place in [
            "  no form     /0/params/analytics.optOutShare: in `sessionStart`: ",
            "  no form     /1/playerTime/playhead: in `play`: ",
            "  no form     /2/params/media.ad.id: in `adStart`: ",
        ] {
            assert!(said.contains(place), "{said}");
        }
        let all = json(&run(&[&arguments[..], &["--json"]].concat(), &wrong));
        let errors = all[0]["errors"].as_array().unwrap();
        assert_eq!(errors.len(), 3, "{errors:?}");
        assert_eq!(
            (&errors[2]["event"], &errors[2]["pointer"]),
            (&json!(2), &json!("/params/media.ad.id"))
        );
        assert_eq!(all[0].get("requests"), None);
    }
}

/// Events that violate the schemas are converted if they can be read, and are told.
#[test]
fn sessions_that_violate_the_schemas_are_told() {
    let odd = start("odd").replace("\"media.length\"", "\"media.mood\":1,\"media.length\"");
    let output = run(&["convert", "--to", "edge", "-"], &format!("[{odd}]"));
    assert_eq!(code(&output), 1);
    assert!(told(&output).contains("  violation   /0/params/media.mood: "), "{}", told(&output));
    Judge::load("schemas/edge").assert_valid("sessionStart", &lines(&output)[0]["body"]);
    let wrong = start("odd").replace("\"media.length\":60", "\"media.length\":null");
    let output =
        run(&["convert", "--to", "edge", "-"], &format!("[{wrong},{}]", event("play", 0.0)));
    assert_eq!((code(&output), out(&output)), (1, String::new()));
    assert!(
        told(&output).contains("-: not converted: 1 event cannot be read"),
        "{}",
        told(&output)
    );
    // Of Media Edge: what a tolerant reader takes is valid afterwards.
    let mut begin = item("sessionStart", 0, None);
    begin["xdm"]["mediaCollection"]["sessionDetails"].as_object_mut().unwrap().remove("channel");
    let text = body(&[begin]).to_string();
    let output = run(&["convert", "--to", "edge", "-"], &text);
    assert_eq!(code(&output), 1);
    Judge::load("schemas/edge").assert_valid("sessionStart", &lines(&output)[0]["body"]);
    let output = run(&[&["convert", "--to", "collection"], &SETTINGS[..]].concat(), &text);
    Judge::load("schemas/collection").assert_valid("sessionStart", &lines(&output)[0][0]);
}

/// Ids, identities and files.
#[test]
fn what_the_other_side_needs_is_given() {
    let text = format!("[{},{}]", start("c"), event("play", 0.0));
    let play = |arguments: &[&str], text: &str| {
        let all = values(&convert("edge", arguments, text));
        all.iter()
            .map(|line| {
                let media = &line["body"]["events"][0]["xdm"]["mediaCollection"];
                media["sessionID"].as_str().unwrap_or("-").to_owned()
            })
            .collect::<Vec<_>>()
    };
    let number = |number: u32| format!("{number:064}");
    assert_eq!(play(&[], &text), ["-", &number(1)]);
    assert_eq!(play(&["--session-id", "own"], &text), ["-", "own"]);
    assert_eq!(play(&[], &format!("{text}\n{text}")), ["-", &number(1), "-", &number(2)]);
    let known = body(&[item("play", 1, Some(&id('a')))]).to_string();
    assert_eq!(play(&[], &known), [id('a')]);
    assert_eq!(play(&["--session-id", &id('b')], &known), [id('b')]);
    let two = run(&["convert", "--to", "edge", "--session-id", "x"], &format!("{text}\n{text}"));
    assert_eq!(code(&two), 2);

    let identities = ["--identity", "email=m", "--identity", "FPID=d", "--identity", "email=n"];
    let all = values(&convert("edge", &identities, &text));
    assert_eq!(
        all[0]["body"]["events"][0]["xdm"]["identityMap"],
        json!({"FPID": [{"id": "d"}], "email": [{"id": "m", "primary": true}, {"id": "n"}]})
    );
    assert_eq!(all[1]["body"]["events"][0]["xdm"].get("identityMap"), None);
    let one = values(&convert("edge", &["--identity", "FPID=a=b"], &text));
    assert_eq!(one[0]["body"]["events"][0]["xdm"]["identityMap"], json!({"FPID": [{"id": "a=b"}]}));

    let set = ["--set", "analytics.enableSSL=true", "--set", "analytics.reportSuite=true"];
    let back = values(&convert(
        "collection",
        &set,
        &values(&convert("edge", &[], &text))
            .iter()
            .map(|line| line.to_string() + "\n")
            .collect::<String>(),
    ));
    let params = &back[0][0]["params"];
    assert_eq!(params["analytics.enableSSL"], true);
    assert_eq!(params["analytics.reportSuite"], "true");

    let place = folder("convert-out").join("out.jsonl");
    let arguments = ["--out", place.to_str().unwrap(), "-", "recorded-session.jsonl"];
    assert_eq!(convert("edge", &arguments, &text), "");
    let written = std::fs::read_to_string(&place).unwrap();
    assert_eq!(written.lines().count(), 2 + 27);
    let events = convert("collection", &["--lines", place.to_str().unwrap()], "");
    assert_eq!(events.lines().count(), 2 + 27);
    assert!(values(&events).iter().all(|event| event["eventType"].is_string()));
}

#[test]
fn a_session_of_the_api_itself_is_written_in_the_form_of_the_command() {
    let text = format!("{}\n{}\n", start("c"), event("play", 0.0));
    let same = values(&convert("collection", &["-"], &text));
    assert_eq!(same[0].as_array().unwrap().len(), 2);
    // Requests as a downloaded session: what stands around a start is kept.
    let mut begin = item("sessionStart", 0, None);
    begin["xdm"]["identityMap"] = json!({"FPID": [{"id": "d"}]});
    begin["xdm"]["mediaCollection"]["sessionDetails"]["cdn"] = json!("x");
    let mut play = item("play", 1, Some("e1"));
    play["xdm"]["_id"] = json!("u2");
    let text = json!({"events": [begin, play]}).to_string();
    let output = run(&["convert", "--to", "edge", "--downloaded"], &text);
    let made = &lines(&output)[0];
    Judge::load("schemas/edge").assert_valid("downloaded", made);
    assert_eq!(made["events"][0]["xdm"]["identityMap"], json!({"FPID": [{"id": "d"}]}));
    let said = told(&output);
    assert!(said.contains("/1 $.events[0].xdm._id: "), "{said}");
    assert!(said.contains("/0 $.events[0].xdm.mediaCollection.sessionDetails.cdn: "), "{said}");
    assert!(!said.contains("identityMap.FPID"), "{said}");
}

#[test]
fn options_of_the_other_direction_are_refused() {
    for arguments in [
        &["--to", "edge", "--set", "analytics.reportSuite=a"][..],
        &["--to", "edge", "--lines"],
        &["--to", "collection", "--downloaded"],
        &["--to", "collection", "--identity", "FPID=a"],
        &["--to", "collection", "--session-id", "a"],
        &["--to", "collection", "--set", "media.id=a"],
        &["--to", "collection", "--set", "analytics.enableSSL=a"],
        &["--to", "collection", "--set", "analytics.reportSuite"],
        &["--to", "edge", "--identity", "FPID"],
        &["--to", "edge", "--endpoint", "a b"],
        &["--to", "heartbeat"],
        &["recorded-session.jsonl"],
    ] {
        let output = run(&[&["convert"], arguments].concat(), &start("a"));
        assert_eq!(code(&output), 2, "{arguments:?}");
        assert_eq!(out(&output), "");
    }
    let output = run(&["convert", "--to", "edge", "no-such-file", "recorded-session.jsonl"], "");
    assert_eq!((code(&output), lines(&output).len()), (2, 27));
}
