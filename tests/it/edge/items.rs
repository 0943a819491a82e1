//! Items one by one: a wrong one, or one of another service, does not take the others with it.

use media_collection::edge::{Items, ReadOptions, Request, Unread};
use media_collection::{Event, Policy};
use serde_json::{Value, json};

use super::disagreements::minimal;

fn options() -> ReadOptions {
    ReadOptions::new()
}

fn body(items: &[Value]) -> Vec<u8> {
    json!({"events": items, "meta": {"state": {"entries": []}}}).to_string().into_bytes()
}

fn item(event_type: &str) -> Value {
    minimal(event_type)["events"][0].clone()
}

fn pointers<T>(item: &Result<T, Unread>) -> Vec<String> {
    match item {
        Err(Unread::Invalid(found)) => found.iter().map(|found| found.pointer.clone()).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn a_wrong_session_is_named_and_the_others_are_there() {
    let good = item("downloaded");
    let list = "/xdm/mediaDownloadedEvents";
    let changed = |place: &str, value: Value| {
        let mut item = good.clone();
        *item.pointer_mut(&format!("{list}{place}")).unwrap() = value;
        item
    };
    let negative = changed("/1/mediaCollection/playhead", json!(-1));
    // An integer for the schemas, but not for an event.
    let huge = changed("/1/mediaCollection/playhead", json!(1e300));
    let empty = json!({"xdm": {"eventType": "media.downloaded"}});
    let text = body(&[negative, good.clone(), huge, empty, json!(1), good.clone()]);
    let items = Items::<Vec<Event>>::decode("downloaded", &text, &options()).unwrap();
    assert_eq!(items.envelope.meta.as_ref().unwrap().value()["state"], json!({"entries": []}));
    let [negative, first, huge, empty, number, last] = &items.items[..] else { panic!("six") };
    assert_eq!(first, last);
    let whole = Request::<Vec<Event>>::decode("downloaded", &body(&[good]), &options()).unwrap();
    assert_eq!(first.as_ref().unwrap(), &whole.items[0]);
    let playhead = |index: usize| format!("/events/{index}{list}/1/mediaCollection/playhead");
    assert_eq!(pointers(negative), [playhead(0)]);
    assert_eq!(pointers(huge), [playhead(2)]);
    assert_eq!(pointers(empty), [format!("/events/3{list}")]);
    assert_eq!(pointers(number), ["/events/4"]);

    // As a whole it is an error with all of that.
    let error = Request::<Vec<Event>>::decode("downloaded", &text, &options()).unwrap_err();
    let found: Vec<_> = error.violations().iter().map(|found| found.pointer.clone()).collect();
    let expected = [&negative, &huge, &empty, &number].map(|item| pointers(item)).concat();
    assert_eq!(found, expected);
}

#[test]
fn what_is_wrong_around_the_items_is_an_error() {
    let read = |text: &str| Items::<Event>::decode("play", text.as_bytes(), &options());
    for text in
        ["", "[]", "{}", r#"{"events":{}}"#, r#"{"events":[]}"#, r#"{"events":[{}],"meta":1}"#]
    {
        assert!(read(text).is_err(), "{text}");
        assert!(Items::decode_any(text.as_bytes(), &options()).is_err(), "{text}");
    }
    assert!(Items::<Event>::decode("applause", &body(&[item("play")]), &options()).is_err());
    let few = options().with_policy(Policy::strict().with_max_events(1));
    let two = body(&[item("play"), item("play")]);
    assert!(Items::<Event>::decode("play", &two, &few).is_err());
}

/// A page that tells of more than media: each item has its own type.
#[test]
fn events_of_media_are_found_among_others() {
    let page = json!({"xdm": {"eventType": "web.webpagedetails.pageViews", "web": {}}});
    let bare = json!({"xdm": {}, "data": {"a": 1}});
    let mut wrong = item("ping");
    wrong["xdm"]["mediaCollection"]["playhead"] = json!("7");
    let unknown = json!({"xdm": {"eventType": "media.applause"}});
    let session = item("downloaded");
    let items =
        [page.clone(), item("sessionStart"), bare.clone(), item("play"), wrong, unknown, session];
    let read = Items::decode_any(&body(&items), &options().with_arrived(1)).unwrap();
    let names: Vec<_> = read
        .items
        .iter()
        .map(|item| item.as_ref().map_or("", |item| item.content.event_name()))
        .collect();
    assert_eq!(names, ["", "sessionStart", "", "play", "", "", ""]);
    assert_eq!(read.items[0], Err(Unread::Other(page.clone())));
    assert_eq!(read.items[2], Err(Unread::Other(bare.clone())));
    assert!(!format!("{:?}", read.items[0]).contains("pageViews"));
    assert_eq!(pointers(&read.items[4]), ["/events/4/xdm/mediaCollection/playhead"]);
    assert_eq!(pointers(&read.items[5]), ["/events/5/xdm/eventType"]);
    assert_eq!(pointers(&read.items[6]), ["/events/6/xdm/eventType"]);
    assert!(Request::decode_any(&body(&items), &options()).is_err());

    let good = [page.clone(), item("sessionStart"), bare, item("play")];
    let request = Request::decode_any(&body(&good), &options()).unwrap();
    assert_eq!(request.items.len(), 2);
    assert_eq!(Some(&request.items[1]), read.items[3].as_ref().ok());
    let none = Request::decode_any(&body(&[page]), &options()).unwrap_err();
    assert_eq!(none.violations()[0].pointer, "/events/0/xdm/eventType");

    // The misnamed skip of the contract, and a title that was cut within an emoji.
    let mut skip = item("adSkip");
    skip["xdm"]["eventType"] = json!("media.adBreakSkip");
    skip["xdm"]["_id"] = json!("T X");
    let text = String::from_utf8(body(&[json!({"xdm": {}}), skip])).unwrap();
    let text = text.replace(" X", " \\ud83d");
    let request = Request::decode_any(text.as_bytes(), &options()).unwrap();
    assert_eq!(request.items[0].content.event_name(), "adSkip");
    let written = String::from_utf8(request.encode().unwrap()).unwrap();
    assert!(written.contains("T \\ud83d") && written.contains("adBreakSkip"), "{written}");
}
