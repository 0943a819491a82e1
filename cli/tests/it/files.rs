//! The file of a store: without the right to write, too large, and damaged.

use std::fs;
use std::path::Path;

use media_collection::store::OfflineStore;

use crate::process::{code, json, lines, told, with_store};
use crate::stored::{content, path, viewing};

fn filled(path: &Path, ids: &[&str]) {
    let store = OfflineStore::open(path).expect("it opens");
    for id in ids {
        viewing(&store, id);
    }
}

/// As a user who may read the file, and write neither it nor its folder.
#[cfg(unix)]
#[test]
fn a_store_that_may_only_be_read_is_read() {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
    use std::os::unix::process::CommandExt as _;
    use std::process::Command;

    let path = path("files-read-only");
    filled(&path, &["a", "b"]);
    let folder = path.parent().expect("it is in a folder");
    let set =
        |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    set(&path, 0o444);
    set(folder, 0o555);
    let before = fs::read(&path).unwrap();
    let is_root = fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0);
    // Nobody but the owner may look into the folder of the build, so the program is beside the file.
    let program = folder.join("media-collection");
    set(folder, 0o755);
    fs::copy(crate::process::PROGRAM, &program).unwrap();
    set(folder, 0o555);
    let run = |arguments: &[&str]| {
        let mut command = Command::new(&program);
        command.args(arguments).arg("--store").arg(&path);
        // The owner of all files may write every one.
        if is_root {
            command.uid(65_534).gid(65_534);
        }
        command.output().expect("the command can be started")
    };
    let list = run(&["list", "--json"]);
    assert_eq!(code(&list), 0, "{}", told(&list));
    assert_eq!(json(&list).as_array().map(Vec::len), Some(2));
    assert_eq!(content(&run(&["export", "2"]).stdout), "b");
    assert_eq!(code(&run(&["rejected"])), 0);
    let refused = run(&["discard", "1"]);
    assert_eq!(code(&refused), 2);
    assert!(fs::read(&path).unwrap() == before, "the file was changed");
    set(folder, 0o755);
}

#[test]
fn a_file_is_made_smaller() {
    let path = path("files-compact");
    for _ in 0..3 {
        assert_eq!(
            code(&with_store(&path, &["record", "--events", "3000", "--durability", "grouped"])),
            0
        );
    }
    for session in ["1", "2", "3"] {
        assert_eq!(code(&with_store(&path, &["discard", session])), 0);
    }
    filled(&path, &["a"]);
    let before = fs::metadata(&path).unwrap().len();
    let told = json(&with_store(&path, &["compact", "--json"]));
    assert_eq!(told["before"], before);
    let after = fs::metadata(&path).unwrap().len();
    assert!(told["after"] == after && after < before, "{told}, {after}");
    assert_eq!(json(&with_store(&path, &["list", "--json"])).as_array().map(Vec::len), Some(1));
}

#[test]
fn what_is_whole_in_a_damaged_file_is_written() {
    let path = path("files-salvage");
    let folder = path.parent().expect("it is in a folder").to_owned();
    filled(&path, &["a", "b"]);
    let salvage = |out: &str| {
        let out = folder.join(out);
        with_store(&path, &["salvage", "--json", "--out", out.to_str().expect("it is text")])
    };
    let intact = salvage("intact");
    assert_eq!(code(&intact), 0, "{}", told(&intact));
    let told_of = lines(&intact);
    assert_eq!(told_of[2], serde_json::json!({ "sessions": 2, "intact": true, "searched": false }));
    assert_eq!((&told_of[0]["id"], &told_of[0]["whole"]), (&1.into(), &true.into()));
    assert_eq!((&told_of[0]["state"], &told_of[0]["events"]), (&"pending".into(), &4.into()));
    let body = fs::read(folder.join("intact/session-2.json")).unwrap();
    assert_eq!(content(&body), "b");
    // Nothing is overwritten.
    assert_eq!(code(&salvage("intact")), 2);

    // The list of sessions cannot be found any more.
    let mut bytes = fs::read(&path).unwrap();
    bytes[64..320].fill(0xff);
    fs::write(&path, &bytes).unwrap();
    let list = with_store(&path, &["list"]);
    assert_eq!(code(&list), 2);
    assert!(told(&list).contains("salvage"), "{}", told(&list));
    let damaged = salvage("damaged");
    assert_eq!(code(&damaged), 1, "{}", told(&damaged));
    let told_of = lines(&damaged);
    assert_eq!(told_of[2], serde_json::json!({ "sessions": 2, "intact": false, "searched": true }));
    assert_eq!(fs::read(folder.join("damaged/session-2.json")).unwrap(), body);
    let check = crate::process::run(
        &["check", folder.join("damaged/session-1.json").to_str().expect("it is text")],
        "",
    );
    assert_eq!(code(&check), 0, "{}", told(&check));

    // Nothing is in it.
    fs::write(&path, vec![7; 10_000]).unwrap();
    assert_eq!(code(&salvage("nothing")), 2);
    assert!(!folder.join("nothing").exists());
}
