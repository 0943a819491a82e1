//! What must not compile does not, and the compiler says what to do. What is allowed compiles in
//! `tests/it/typed`.
//!
//! After a change of a message: `TRYBUILD=overwrite cargo test --test ui`, and read what has
//! changed.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use trybuild::TestCases;

/// The compiler that said what is recorded. Each has words of its own.
const RECORDED_WITH: &str = "rustc 1.95.";

#[test]
fn wrong_sessions_do_not_compile() {
    if messages_are_comparable() {
        TestCases::new().compile_fail("tests/ui/fail/*.rs");
    } else {
        println!("the messages were recorded with {RECORDED_WITH}x: they are not compared");
        compile_without_messages();
    }
}

/// The messages point at the bindings, which are the recorded ones only as they are generated
/// from this crate's own schemas. And they shorten a type's path where no other crate has a
/// type of that name, so they depend on the features as well.
fn messages_are_comparable() -> bool {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let version = Command::new(rustc).arg("--version").output().expect("the compiler runs").stdout;
    String::from_utf8_lossy(&version).starts_with(RECORDED_WITH)
        && cfg!(all(
            feature = "codegen",
            feature = "quickcheck",
            feature = "schemars",
            feature = "store",
            feature = "validator"
        ))
        && env::var_os("MEDIA_COLLECTION_SCHEMAS").is_none()
}

/// Has every case compiled or refused, in this test's own process again: trybuild takes any
/// message where it is to write it down, and it writes it beside a copy of the case.
fn compile_without_messages() {
    let copies = copies();
    let _ = fs::remove_dir_all(&copies);
    fs::create_dir_all(&copies).expect("the target folder can be written");
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui/fail");
    for entry in fs::read_dir(cases).expect("the cases are there") {
        let case = entry.expect("the folder can be read").path();
        if case.extension().is_some_and(|extension| extension == "rs") {
            fs::copy(&case, copies.join(case.file_name().unwrap())).expect("a case can be copied");
        }
    }
    let status = Command::new(env::current_exe().expect("the test knows itself"))
        .args(["--ignored", "--exact", "copies_do_not_compile"])
        .env("TRYBUILD", "overwrite")
        .status()
        .expect("the test runs again");
    assert!(status.success(), "what must not compile does");
}

#[test]
#[ignore = "a part of the other test, for other compilers"]
fn copies_do_not_compile() {
    if env::var_os("TRYBUILD").is_some() {
        TestCases::new().compile_fail(copies().join("*.rs"));
    }
}

fn copies() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("ui")
}
