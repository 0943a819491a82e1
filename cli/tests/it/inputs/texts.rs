//! Events by themselves, in every encoding and arrangement.

use media_collection_cli::input::Session;

use super::{parse, ping, refused, sessions, start};

fn array() -> String {
    format!("[{},{}]", start("größe 🎬"), ping(1.0))
}

#[test]
fn byte_order_marks_and_utf_16_are_read() {
    let expected = [(None, vec!["sessionStart", "ping"])];
    assert_eq!(parse(include_bytes!("../data/bom.json")).sessions[0].count, 3);
    let jsonl = format!("{}\n{}\n", start("a"), ping(1.0));
    let marked = jsonl.lines().map(|line| format!("\u{feff}{line}\r\n")).collect::<String>();
    for text in [array(), jsonl, marked, format!("\r\n {}\r\n", array())] {
        for mark in ["", "\u{feff}"] {
            let text = format!("{mark}{text}");
            assert_eq!(sessions(&parse(&text)), expected, "{text:?}");
            for units in [u16::to_le_bytes, u16::to_be_bytes] {
                let bytes: Vec<u8> = text.encode_utf16().flat_map(units).collect();
                if !text.starts_with('\r') {
                    assert_eq!(sessions(&parse(&bytes)), expected);
                }
                assert!(!refused(&bytes[..bytes.len() - 1]).is_empty());
            }
        }
    }
}

#[test]
fn one_event_an_array_and_lines() {
    assert!(parse(ping(1.0)).sessions[0].is_event);
    let one = parse(format!("[{}]", ping(1.0)));
    assert!(!one.sessions[0].is_event);
    let pretty = format!("{:#}\n{:#}", value(&start("a")), value(&ping(1.0)));
    assert_eq!(sessions(&parse(pretty)), [(None, vec!["sessionStart", "ping"])]);
    // Each start begins a session of JSON Lines; places count in the file.
    let lines = [start("a"), ping(1.0), start("b"), ping(1.0), ping(2.0)].join("\n");
    let input = parse(&lines);
    let expected =
        [(None, vec!["sessionStart", "ping"]), (None, vec!["sessionStart", "ping", "ping"])];
    assert_eq!(sessions(&input), expected);
    assert_eq!(input.sessions[1].first, 2);
    // Several arrays are several sessions, on lines or in an array.
    for text in [format!("{0}\n{0}", array()), format!("[{0},{0}]", array())] {
        let one = (None, vec!["sessionStart", "ping"]);
        assert_eq!(sessions(&parse(text)), [one.clone(), one]);
    }
    assert_eq!(parse("[]").sessions[0].count, 0);
}

#[test]
fn violations_go_to_their_session() {
    // Beside an event that cannot be decoded, the other sessions are checked.
    let wrong = ping(1.0).replace("playhead", "playHead");
    let input = parse([start("a"), ping(1.0), start("b"), wrong, ping(2.0)].join("\n"));
    let [fine, broken] = &input.sessions[..] else { panic!("{input:?}") };
    assert_eq!((fine.events.len(), fine.problems.len()), (2, 0));
    assert_eq!((broken.first, broken.count, broken.is_whole()), (2, 3, false));
    // What can be decoded keeps its place.
    assert_eq!(left(broken), [(2, "sessionStart"), (4, "ping")]);
    let array = parse(format!("[{},{},{}]", start("a"), "{\"eventType\":7}", ping(2.0)));
    assert_eq!((array.sessions[0].count, array.sessions[0].is_whole()), (3, false));
    assert_eq!(left(&array.sessions[0]), [(0, "sessionStart"), (2, "ping")]);
    assert!(broken.problems.iter().all(|problem| problem.pointer.starts_with("/3/playerTime/")));
    let single = parse(ping(1.0).replace("playhead", "playHead"));
    assert_eq!(single.sessions[0].problems[0].pointer, "/playerTime/playHead");
    let extra = ping(1.0).replace("\"ping\"", "\"ping\",\"mood\":1");
    let lines = [start("a"), extra.clone(), start("b"), ping(1.0), extra].join("\n");
    let input = parse(lines);
    let pointers: Vec<Vec<&str>> = input
        .sessions
        .iter()
        .map(|session| session.problems.iter().map(|problem| &*problem.pointer).collect())
        .collect();
    assert_eq!(pointers, [["/1/mood"], ["/4/mood"]]);
}

/// The events that can be decoded, with their places.
fn left(session: &Session) -> Vec<(usize, &str)> {
    let events = session.events.iter().enumerate();
    events.map(|(index, event)| (session.place(index), event.event_name())).collect()
}

fn value(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap()
}
