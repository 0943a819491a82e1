//! What is lost, what has no form, and the options.

use serde_json::{Value, json};

use super::{Judge, SETTINGS, convert, values};
use crate::inputs::edge::{body, id, item};
use crate::process::{code, json, lines, out, run, told};
use crate::support::{event, folder, start};

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
    let short = body(&[item("play", 1, Some("e1"))]).to_string();
    assert_eq!(play(&[], &short), ["e1"]);
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

/// What got an error from the collector, as `report` leaves it out.
#[test]
fn what_was_refused_is_told_and_left_out_if_wanted() {
    let refused = ["edge/alloy-start-207.json", "edge/alloy-event-404.json"];
    for (file, all) in refused.into_iter().zip([true, false]) {
        for to in ["edge", "collection"] {
            let arguments = ["convert", "--to", to, "--json", file];
            let kept = run(&arguments, "");
            let said = String::from_utf8_lossy(&kept.stderr).into_owned();
            assert!(said.contains("converted nevertheless; --accepted leaves it out"), "{said}");
            let accepted = run(&[&arguments[..], &["--accepted"]].concat(), "");
            assert_eq!(code(&accepted), 0, "{}", told(&accepted));
            let said = String::from_utf8_lossy(&accepted.stderr).into_owned();
            assert!(said.contains("in the recording (the first "), "{said}");
            assert!(said.contains("): left out"), "{said}");
            let count = |output| -> usize {
                let sessions = json(output);
                let list = |one: &Value| {
                    let form = one.get("requests").or(one.get("events")).unwrap();
                    form.as_array().unwrap().len()
                };
                sessions.as_array().unwrap().iter().map(list).sum()
            };
            assert!(count(&accepted) < count(&kept), "{file} to {to}");
            assert_eq!(count(&accepted) == 0, all, "{file} to {to}");
        }
    }
    // Nothing is said of a recording without a refusal.
    let output = run(&["convert", "--to", "edge", "--accepted", "edge/alloy-live.json"], "");
    assert!(!told(&output).contains("in the recording"), "{}", told(&output));
}
