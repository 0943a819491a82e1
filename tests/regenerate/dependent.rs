//! A crate that depends on this one, built with schemas of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

use crate::changes::{self, Documents};

/// The crate, with a program for each case. All share one target folder, so that the other
/// dependencies are built once.
pub struct Dependent(PathBuf);

impl Dependent {
    pub fn new(programs: &[(&str, &str)]) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("regenerate");
        let source = folder.join("src/bin");
        let _ = fs::remove_dir_all(&source);
        fs::create_dir_all(&source).unwrap();
        for (name, text) in programs {
            fs::write(source.join(format!("{name}.rs")), text).unwrap();
        }
        let package = Path::new(env!("CARGO_MANIFEST_DIR"));
        // The path goes in as a TOML string, which escapes as JSON does.
        let path = Value::from(package.to_str().unwrap());
        let manifest = format!(
            "[package]\n\
             name = \"dependent\"\n\
             version = \"0.0.0\"\n\
             edition = \"2024\"\n\n\
             [dependencies.media-collection]\n\
             path = {path}\n\
             default-features = false\n\
             features = [\"codegen\", \"quickcheck\", \"report\", \"schemars\", \"store\", \"validator\"]\n\n\
             [dependencies]\n\
             serde_json = \"1\"\n\n\
             [workspace]\n"
        );
        fs::write(folder.join("Cargo.toml"), manifest).unwrap();
        // The versions that are there already: nothing is asked of a network.
        fs::copy(package.join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
        Self(folder)
    }

    /// Builds one program with the schemas and runs it.
    pub fn run(&self, program: &str, schemas: &Schemas) -> Outcome {
        self.run_with(program, schemas, &[])
    }

    /// As [`run`](Self::run), with more variables.
    pub fn run_with(
        &self,
        program: &str,
        schemas: &Schemas,
        variables: &[(&str, &Path)],
    ) -> Outcome {
        let output = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
            .args(["run", "--offline", "--quiet", "--bin", program])
            .current_dir(&self.0)
            .envs(variables.iter().copied())
            .env("MEDIA_COLLECTION_SCHEMAS", &schemas.0)
            .env("CARGO_TARGET_DIR", self.0.join("target"))
            .env("CARGO_INCREMENTAL", "0")
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .env("CARGO_TERM_COLOR", "never")
            .output()
            .expect("cargo runs");
        let Output { status, stdout, stderr } = output;
        Outcome {
            succeeded: status.success(),
            printed: String::from_utf8(stdout).unwrap(),
            complaint: String::from_utf8_lossy(&stderr).into_owned(),
        }
    }
}

pub struct Outcome {
    succeeded: bool,
    printed: String,
    complaint: String,
}

impl Outcome {
    /// What the program printed.
    pub fn printed(self) -> String {
        assert!(self.succeeded, "{}", self.complaint);
        self.printed
    }

    /// What the compiler or the build script said.
    pub fn complaint(self) -> String {
        assert!(!self.succeeded, "it was built, and printed {}", self.printed);
        self.complaint
    }
}

/// A copy of the schemas, to be changed.
pub struct Schemas(PathBuf);

impl Schemas {
    pub fn copy(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("regenerate-schemas").join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas/collection");
        for entry in fs::read_dir(own).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "json") {
                fs::copy(&path, folder.join(path.file_name().unwrap())).unwrap();
            }
        }
        Self(folder)
    }

    /// A folder of other schemas, without annotations.
    pub fn of(name: &str, documents: &Documents) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("regenerate-schemas").join(name);
        changes::write(documents, &folder);
        Self(folder)
    }

    /// The path of a folder of [`copy`](Self::copy) from the dependent crate.
    pub fn inside(name: &str) -> Self {
        Self(Path::new("../regenerate-schemas").join(name))
    }

    /// A path that is taken as it is, for instance a relative one.
    pub fn at(path: &str) -> Self {
        Self(path.into())
    }

    pub fn without_annotations(self) -> Self {
        fs::remove_file(self.0.join("annotations.json")).unwrap();
        self
    }

    /// Changes what one schema says of an event's `params`.
    pub fn params(self, event_type: &str, change: impl FnOnce(&mut Value)) -> Self {
        let file = self.0.join(format!("{event_type}.json"));
        let mut schema: Value = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
        change(&mut schema["definitions"][event_type]["properties"]["params"]);
        fs::write(file, schema.to_string()).unwrap();
        self
    }

    /// A schema of a new type, like that of another. The lists of all types in the other
    /// schemas stay as they are.
    pub fn new_type(self, name: &str, like: &str) -> Self {
        let text = fs::read_to_string(self.0.join(format!("{like}.json"))).unwrap();
        fs::write(self.0.join(format!("{name}.json")), text.replace(like, name)).unwrap();
        self
    }
}
