//! `convert`: what comes out is valid, is the same session, and what is lost is told.

mod large;
mod sessions;
mod telling;

use std::collections::BTreeMap;
use std::process::Output;

use jsonschema::Validator;
use serde_json::Value;

use crate::process::{code, out, run};
use crate::support::repository;

/// Judges by the schemas of this repository, in a validator of others.
pub struct Judge(BTreeMap<String, Validator>);

impl Judge {
    pub fn load(schemas: &str) -> Self {
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

    fn judge(&self, name: &str) -> &Validator {
        self.0.get(name).unwrap_or_else(|| panic!("{name} is unknown"))
    }

    pub fn is_valid(&self, name: &str, value: &Value) -> bool {
        self.judge(name).is_valid(value)
    }

    /// Pointers to what is not valid.
    pub fn places(&self, name: &str, value: &Value) -> Vec<String> {
        self.judge(name).iter_errors(value).map(|error| error.instance_path().to_string()).collect()
    }

    fn assert_valid(&self, name: &str, value: &Value) {
        if let Some(error) = self.judge(name).iter_errors(value).next() {
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
