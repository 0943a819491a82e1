//! Values at the pointers of the table, in which `*` is any key or any index.

use serde_json::{Map, Value};

/// A step of a pointer: into an object or into a list.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    Key(String),
    Index(usize),
}

pub type Path = Vec<Step>;

/// As a JSON Pointer, for messages.
pub fn shown(path: &[Step]) -> String {
    let step = |step: &Step| match step {
        Step::Key(key) => format!("/{}", key.replace('~', "~0").replace('/', "~1")),
        Step::Index(index) => format!("/{index}"),
    };
    path.iter().map(step).collect()
}

fn steps(pointer: &str) -> Vec<&str> {
    pointer.split('/').skip(1).collect()
}

/// Every value to which the pointer leads, with its path.
pub fn find<'a>(root: &'a Value, pointer: &str) -> Vec<(Path, &'a Value)> {
    let mut found = vec![(Path::new(), root)];
    for step in steps(pointer) {
        let next = found.into_iter().flat_map(|(path, value)| {
            let children: Vec<(Step, &Value)> = match value {
                Value::Object(members) => {
                    let members = members.iter().filter(|(key, _)| step == "*" || *key == step);
                    members.map(|(key, value)| (Step::Key(key.clone()), value)).collect()
                }
                Value::Array(items) => {
                    let items = items.iter().enumerate();
                    let items = items.filter(|(index, _)| step == "*" || index.to_string() == step);
                    items.map(|(index, value)| (Step::Index(index), value)).collect()
                }
                _ => Vec::new(),
            };
            let at = |(step, value)| ([path.clone(), vec![step]].concat(), value);
            children.into_iter().map(at).collect::<Vec<_>>()
        });
        found = next.collect();
    }
    found
}

/// The path that the pointer `to` means, with what `*` was in `from`. Without a `*` there, a list
/// in `to` gets its first item.
pub fn led(from: &str, path: &[Step], to: &str) -> Path {
    let stars = steps(from).into_iter().zip(path).filter(|(step, _)| *step == "*");
    let mut stars = stars.map(|(_, bound)| bound.clone());
    let step = |step: &str| match step {
        "*" => stars.next().unwrap_or(Step::Index(0)),
        number if number.bytes().all(|byte| byte.is_ascii_digit()) => {
            Step::Index(number.parse().expect("an index is small"))
        }
        key => Step::Key(key.to_owned()),
    };
    steps(to).into_iter().map(step).collect()
}

pub fn get<'a>(root: &'a Value, path: &[Step]) -> Option<&'a Value> {
    path.iter().try_fold(root, |value, step| match step {
        Step::Key(key) => value.get(key),
        Step::Index(index) => value.get(index),
    })
}

/// Puts a value there, with the objects and lists around it.
pub fn put(root: &mut Value, path: &[Step], value: Value) {
    match path {
        [] => *root = value,
        [Step::Key(key), rest @ ..] => {
            if !root.is_object() {
                *root = Value::Object(Map::new());
            }
            let members = root.as_object_mut().expect("it is an object now");
            put(members.entry(key.clone()).or_insert(Value::Null), rest, value);
        }
        [Step::Index(index), rest @ ..] => {
            if !root.is_array() {
                *root = Value::Array(Vec::new());
            }
            let items = root.as_array_mut().expect("it is a list now");
            while items.len() <= *index {
                items.push(Value::Null);
            }
            put(&mut items[*index], rest, value);
        }
    }
}

/// Every value that is no object and no list, with its path.
pub fn leaves(value: &Value) -> Vec<Path> {
    fn below(value: &Value, path: &Path, to: &mut Vec<Path>) {
        let mut each = |step: Step, value: &Value| {
            below(value, &[path.clone(), vec![step]].concat(), to);
        };
        match value {
            Value::Object(members) => {
                members.iter().for_each(|(key, value)| each(Step::Key(key.clone()), value));
            }
            Value::Array(items) => {
                items.iter().enumerate().for_each(|(index, value)| each(Step::Index(index), value));
            }
            _ => to.push(path.clone()),
        }
    }
    let mut found = Vec::new();
    below(value, &Path::new(), &mut found);
    found
}
