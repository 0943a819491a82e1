//! What is forwarded of a folder, and what is kept of it.

use std::sync::Arc;

use media_collection_collector::{Collector, Forward, Options, Sender};

use super::{Fate, Way, aside, collection, folders, gateway, sessions, stores, takes, until};

pub fn forwarding_needs_a_folder() {
    let (_, there) = folders("memory");
    let other = takes(&there);
    let mut options = Options::default();
    options.forward = Some(Forward::new(collection(), Way::open(&other) as Arc<dyn Sender>));
    let error = Collector::open(options).unwrap_err().to_string();
    assert!(error.contains("needs a folder"), "{error}");
}

pub fn what_a_folder_has_is_forwarded_once() {
    let (here, there) = folders("before");
    let before = stores(&here);
    let id = before.open("before");
    assert_eq!(before.event(&id, "play", 0.0).status, 204);
    drop(before);
    let other = takes(&there);
    let way = Way::open(&other);
    for name in ["first", "second"] {
        let gateway = gateway(&here, collection(), &way, |_| {});
        gateway.open(name);
        until("it arrives", || sessions(&there).contains_key(name));
        until("with what was before", || {
            sessions(&there).get("before").is_some_and(|all| all[0].len() == 2)
        });
    }
    assert!(sessions(&there).values().all(|all| all.len() == 1));
}

pub fn only_what_is_new_is_forwarded_if_that_is_asked_for() {
    let (here, there) = folders("only-new");
    let before = stores(&here);
    let old = before.open("before");
    drop(before);
    let other = takes(&there);
    let way = Way::open(&other);
    let new = |options: &mut Options| options.forward.as_mut().unwrap().only_new = true;
    for name in ["first", "second"] {
        let gateway = gateway(&here, collection(), &way, new);
        assert_eq!(gateway.event(&old, "play", 1.0).status, 204);
        gateway.open(name);
        until("it arrives", || sessions(&there).contains_key(name));
    }
    assert!(!sessions(&there).contains_key("before"));
    assert!(aside(&here).is_empty());
}

pub fn a_journal_of_a_newer_version_is_left_as_it_is() {
    let (here, _) = folders("newer-journal");
    let journal = here.join("forwarded.jsonl");
    let newer = "{\"v\":2,\"from\":{\"somewhere\":\"else\"}}\n";
    for (text, is_read) in [(newer, false), ("{\"v\":1,\"what\":2}\n{\"v\":1,\"fr", true)] {
        std::fs::write(&journal, text).unwrap();
        let mut options = Options::default();
        options.data = Some(here.clone());
        let way = Way::at("127.0.0.1:1", |_, _| Fate::Lost) as Arc<dyn Sender>;
        options.forward = Some(Forward::new(collection(), way));
        match Collector::open(options) {
            Ok(_) => assert!(is_read, "{text}"),
            Err(error) => {
                let error = error.to_string();
                assert!(!is_read, "{text}: {error}");
                assert!(
                    error.contains("forwarded.jsonl") && error.contains("version 2"),
                    "{error}"
                );
                assert_eq!(std::fs::read_to_string(&journal).unwrap(), text);
            }
        }
    }
}
