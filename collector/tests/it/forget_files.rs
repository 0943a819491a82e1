//! Forgetting a visitor, in the files of a folder.

use serde_json::json;

use crate::forget::{JANE, JOHN, all_lines, of, report, with_segments};
use crate::here::{everything, forget};
use crate::support::folder;

#[test]
fn a_folder_in_use_is_refused() {
    let data = folder("collector-forget-in-use");
    let _collector = with_segments(&data, |_| {});
    let refused = media_collection_collector::forget(&data, &[JANE.to_owned()], None);
    let error = refused.unwrap_err().to_string();
    assert!(error.contains("another collector uses this folder"), "{error}");
}

/// A line that cannot be read is erased if it has the id.
#[test]
fn lines_that_cannot_be_read_are_erased() {
    let data = folder("collector-forget-unreadable");
    let collector = with_segments(&data, |_| {});
    report(&collector);
    drop(collector);
    let path = data.join("received.jsonl");
    let mut text = std::fs::read_to_string(&path).unwrap();
    text.push_str(&format!("{{\"v\":1,\"sess{JANE}\n{{\"v\":1,\"sess{JOHN}\n"));
    let torn =
        r#"{"v":1,"received":1795685444102,"session":"torn","start":{"eventType":"sessionStart","#;
    text.push_str(&format!("{torn}{JANE}\n"));
    std::fs::write(&path, text).unwrap();
    forget(&data, &[JANE.to_owned()], None);
    let all = everything(&data);
    assert!(!all.contains(JANE) && all.contains(&format!("sess{JOHN}")));
}

/// A plan that was cut off is carried out by the next start.
#[test]
fn a_start_goes_on_with_what_was_cut_off() {
    let data = folder("collector-forget-cut-off");
    let collector = with_segments(&data, |_| {});
    report(&collector);
    drop(collector);
    let jane = of(&all_lines(&data), JANE);
    let plan = json!({"v": 1, "sessions": jane, "texts": [JANE]});
    std::fs::write(data.join("received.forget"), plan.to_string()).unwrap();
    // Left by a kill, with what was to be kept in it.
    std::fs::write(data.join("received.jsonl.rewritten"), JANE).unwrap();
    drop(with_segments(&data, |_| {}));
    let all = everything(&data);
    assert!(!all.contains(JANE) && jane.iter().all(|id| !all.contains(&**id)));
    assert!(!data.join("received.forget").exists());
}
