//! The comparison, and that it notices what changes.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::differences::{self, Difference};
use crate::documents::{self, CONTRACT, Documents, XDM};

/// The listed deviations, one for each event type and place.
fn listed() -> BTreeSet<Difference> {
    let list = documents::read_json(&documents::ours().join("deviations.json"));
    let types: Vec<_> = documents::schemas().into_keys().collect();
    let mut listed = BTreeSet::new();
    for entry in list.as_array().expect("it is a list") {
        let texts = |key: &str| match &entry[key] {
            Value::String(all) if all == "all" && key == "events" => types.clone(),
            Value::String(one) => vec![one.clone()],
            Value::Array(items) => {
                items.iter().map(|item| item.as_str().expect("a text").to_owned()).collect()
            }
            _ => vec![String::new()],
        };
        assert!(entry["reason"].as_str().is_some_and(|reason| reason.len() > 20), "{entry}");
        for event in texts("events") {
            for at in texts("at") {
                let is_new = listed.insert(Difference {
                    document: texts("document").remove(0),
                    event: event.clone(),
                    at: at.clone(),
                    keyword: texts("keyword").remove(0),
                    published: entry["published"].to_string(),
                    ours: entry["ours"].to_string(),
                });
                assert!(is_new, "{event} {at} is listed twice");
            }
        }
    }
    listed
}

/// What the documents say that the list does not, and the other way round.
fn news(published: &Path) -> Vec<String> {
    let documents = match Documents::read(published) {
        Ok(documents) => documents,
        Err(error) => return vec![error],
    };
    let (found, listed) = (differences::all(&documents), listed());
    let new = found.difference(&listed).map(|one| format!("new: {one}"));
    let gone = listed.difference(&found).map(|one| format!("listed, but not so: {one}"));
    new.chain(gone).collect()
}

/// The folder that the variable names, from the workspace on, or that of the repository.
fn folder() -> PathBuf {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    std::env::var_os("MEDIA_COLLECTION_EDGE_SCHEMAS")
        .map_or_else(documents::published, |named| workspace.join(named))
}

#[test]
fn the_schemas_deviate_from_the_published_documents_only_as_listed() {
    let news = news(&folder());
    assert!(
        news.is_empty(),
        "{} differences. Change the schemas in schemas/edge, or list them in \
         schemas/edge/deviations.json with a reason:\n{}",
        news.len(),
        news.join("\n")
    );
}

#[test]
fn enough_is_compared_to_mean_something() {
    let documents = Documents::read(&documents::published()).unwrap();
    assert_eq!(documents.contract.len(), 19);
    let members: usize = documents.contract.values().map(|members| members.len()).sum();
    assert!(members > 300, "{members} members in the contract");
    assert!(documents.xdm.len() > 120, "{} members in XDM", documents.xdm.len());
    let required = documents.contract.values().flat_map(|members| members.values());
    assert!(required.filter(|rules| rules.required).count() > 120);
}

/// A copy of the published documents.
struct Copy(PathBuf);

impl Copy {
    fn new(name: &str) -> Self {
        let to = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join(format!("edge-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&to);
        copy(&documents::published(), &to);
        Self(to)
    }

    /// With the first of a text in a file below replaced.
    fn with(self, file: &str, from: &str, to: &str) -> Self {
        let path = self.0.join(file);
        let text = fs::read_to_string(&path).expect("the copy is there");
        let changed = text.replacen(from, to, 1);
        assert!(text != changed, "{file} has no `{from}`");
        fs::write(path, changed).expect("the copy can be written");
        self
    }

    /// The one or more news that the copy has.
    fn news(&self) -> String {
        news(&self.0).join("\n")
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the folder for tests can be written");
    for entry in fs::read_dir(from).expect("the folder can be read") {
        let path = entry.expect("the folder can be read").path();
        let to = to.join(path.file_name().expect("it has a name"));
        if path.is_dir() {
            copy(&path, &to);
        } else {
            fs::write(to, fs::read(path).expect("it can be read")).expect("it can be written");
        }
    }
}

/// A change of a published document, and what is said of it.
struct Change {
    file: &'static str,
    from: &'static str,
    to: &'static str,
    told: &'static [&'static str],
}

const SESSION: &str = "xdm/components/datatypes/sessiondetails.schema.json";
const IDENTITY: &str = "xdm/components/datatypes/identityitem.schema.json";

const CHANGES: &[Change] = &[
    // Members.
    Change {
        file: CONTRACT,
        from: "                                  adLoad:\n",
        to: "                                  adColour: {type: string}\n                                  adLoad:\n",
        told: &[
            "new: contract of sessionStart: `events[].xdm.mediaCollection.sessionDetails.adColour`: member is true there, false here",
        ],
    },
    Change {
        file: CONTRACT,
        from: "                                  adLoad:\n",
        to: "                                  cdn:\n",
        told: &["sessionDetails.cdn`: member is true there, false here"],
    },
    Change {
        file: SESSION,
        from: "\"xdm:channel\": {",
        to: "\"xdm:colour\": {\"type\": \"string\"},\n        \"xdm:channel\": {",
        told: &["new: xdm: `xdm.mediaCollection.sessionDetails.colour`: member is true there"],
    },
    // Types and values.
    Change {
        file: CONTRACT,
        from: "playhead:\n                                type: integer",
        to: "playhead:\n                                type: number",
        told: &[
            "new: contract of sessionStart: `events[].xdm.mediaCollection.playhead`: type is \"number\" there, \"integer\" here",
        ],
    },
    Change {
        file: SESSION,
        from: "\"title\": \"Media Content Length\",\n          \"type\": \"integer\"",
        to: "\"title\": \"Media Content Length\",\n          \"type\": \"number\"",
        told: &["new: xdm: `xdm.mediaCollection.sessionDetails.length`: type is \"number\" there"],
    },
    Change {
        file: CONTRACT,
        from: "- loggedOut\n",
        to: "- loggedOut\n                                        - unknown\n",
        told: &[
            "new: contract of sessionStart: `events[].xdm.identityMap.*[].authenticatedState`: enum is",
        ],
    },
    Change {
        file: IDENTITY,
        from: "\"loggedOut\"],",
        to: "\"loggedOut\", \"unknown\"],",
        told: &["new: xdm: `xdm.identityMap.*[].authenticatedState`: enum is", "\"unknown\""],
    },
    // A keyword that no document has today.
    Change {
        file: SESSION,
        from: "\"pattern\": \"^.{1,}$\",",
        to: "\"pattern\": \"^.{1,}$\", \"maxLength\": 100,",
        told: &[
            "new: xdm: `xdm.mediaCollection.sessionDetails.name`: maxLength is 100 there, null here",
        ],
    },
    // What is required.
    Change {
        file: CONTRACT,
        from: "                              - playhead\n                              - sessionDetails\n",
        to: "                              - sessionDetails\n",
        told: &[
            "new: contract of sessionStart: `events[].xdm.mediaCollection.playhead`: required is false there, true here",
        ],
    },
    Change {
        file: IDENTITY,
        from: "\"definitions\": {\n    \"identityitem\": {",
        to: "\"definitions\": {\n    \"identityitem\": {\n      \"required\": [\"xdm:id\"],",
        told: &["new: xdm: `xdm.identityMap.*[].id`: required is true there, false here"],
    },
    Change {
        file: CONTRACT,
        from: "                                  adLoad:\n                                    type: string\n",
        to: "                                  adLoad:\n",
        told: &["sessionDetails.adLoad`: type is null there, \"string\" here"],
    },
    // Event types.
    Change {
        file: CONTRACT,
        from: "  /pauseStart:\n",
        to: "  /seekStart: {post: {}}\n  /pauseStart:\n",
        told: &["new: contract of seekStart: ``: member is true there, false here"],
    },
    Change {
        file: CONTRACT,
        from: "  /pauseStart:\n",
        to: "  /pause:\n",
        told: &[
            "new: contract of pause:",
            "new: contract of pauseStart: ``: member is false there, true here",
        ],
    },
    Change {
        file: CONTRACT,
        from: "  /pauseStart:\n    post:\n",
        to: "  /pauseStart:\n    put:\n",
        told: &["/pauseStart has the method put"],
    },
    Change {
        file: CONTRACT,
        from: "name: configId",
        to: "name: datastreamId",
        told: &["new: contract of sessionStart: `?datastreamId`: member is true there, false here"],
    },
    // A slip that is corrected: the list is too long then.
    Change {
        file: CONTRACT,
        from: "media.adBreakSkip",
        to: "media.adSkip",
        told: &["listed, but not so: contract of adSkip: `events[].xdm.eventType`"],
    },
    Change { file: CONTRACT, from: "openapi:", to: "{openapi:", told: &["media-edge.yaml: "] },
];

#[test]
fn each_change_of_a_published_document_is_told() {
    for (index, change) in CHANGES.iter().enumerate() {
        let copy = Copy::new(&format!("change-{index}"));
        let news = copy.with(change.file, change.from, change.to).news();
        for part in change.told {
            assert!(news.contains(part), "`{part}` is not told of {}:\n{news}", change.to);
        }
    }
}

/// Another text, another order, another sample: nothing that a schema says.
#[test]
fn what_decides_nothing_is_no_news() {
    let same = Copy::new("same")
        .with(CONTRACT, "description: The rating", "description: A rating")
        .with(CONTRACT, "\"dayPart\": \"dayPart\"", "\"dayPart\": \"morning\"")
        .with(
            CONTRACT,
            "- playhead\n                              - sessionDetails\n",
            "- sessionDetails\n                              - playhead\n",
        )
        .with(SESSION, "\"title\": \"Content ID\"", "\"title\": \"Id\"");
    assert_eq!(same.news(), "");
}

#[test]
fn a_document_that_is_missing_is_named() {
    let missing = Copy::new("missing");
    fs::remove_file(missing.0.join(CONTRACT)).expect("it was there");
    assert!(missing.news().contains("media-edge.yaml"), "{}", missing.news());
    let missing = Copy::new("missing-xdm");
    fs::remove_dir_all(missing.0.join(XDM)).expect("it was there");
    assert!(missing.news().contains("components"), "{}", missing.news());
}
