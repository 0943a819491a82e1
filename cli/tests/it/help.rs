//! The help, and wrong command lines.

use crate::process::{code, out, run, told};

const COMMANDS: [&str; 14] = [
    "check", "timeline", "report", "convert", "collect", "record", "list", "upload", "rejected",
    "export", "retry", "discard", "compact", "salvage",
];

#[test]
fn each_command_documents_its_exit_codes_and_its_json() {
    let all = out(&run(&["--help"], ""));
    for command in COMMANDS {
        assert!(all.contains(&format!("\n  {command} ")), "{command} is not in {all}");
        let output = run(&[command, "--help"], "");
        assert_eq!(code(&output), 0);
        let help = out(&output);
        for part in ["Exit codes:\n  0  ", "\n  2  ", "--json", "Output:\n"] {
            assert!(help.contains(part), "{part} is not in {help}");
        }
    }
    assert!(out(&run(&["--version"], "")).ends_with(concat!(env!("CARGO_PKG_VERSION"), "\n")));
}

#[test]
fn a_wrong_command_line_is_code_2() {
    for arguments in [
        &[][..],
        &["applaud"],
        &["check", "--jsno", "file"],
        &["list"],
        &["record", "--store", "x", "--durability", "never"],
        &["export", "--store", "x"],
        &["export", "--store", "x", "one"],
        &["upload", "--store", "x"],
        &["upload", "--store", "x", "--collector", "ftp://example.com"],
        &["upload", "--store", "x", "--collector", "https://example.hb.omtrdc.net"],
        &["upload", "--store", "x", "--collector", "https://edge.adobedc.net/ee"],
        &["timeline"],
        &["compact"],
        &["salvage", "--store", "x"],
        &["completions", "abacus"],
    ] {
        let output = run(arguments, "");
        assert_eq!(code(&output), 2, "{arguments:?}");
        assert!(told(&output).contains("Usage:") || told(&output).contains("--help"));
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn shells_complete_every_command() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = out(&run(&["completions", shell], ""));
        for command in COMMANDS {
            assert!(script.contains(command), "{command} in {shell}");
        }
    }
}

/// A reader that closes the pipe, as `head` does, is not an error.
#[cfg(unix)]
#[test]
fn a_closed_pipe_is_no_failure() {
    let program = crate::process::PROGRAM;
    let script =
        format!("'{program}' timeline --json recorded-session.jsonl; echo \"code $?\" >&2");
    let output = std::process::Command::new("sh")
        .args(["-c", &format!("{{ {script}; }} | true")])
        .current_dir(crate::process::payloads())
        .output()
        .expect("there is a shell");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "code 0\n");
}
