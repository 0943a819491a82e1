//! Lists the Rust names, so that a change of them can be reviewed.

use crate::model::Model;
use crate::naming;

pub(crate) fn list(model: &Model) -> String {
    let mut lines = vec!["events".to_owned()];
    for event in &model.events {
        let constructors: Vec<_> = event.constructors().collect();
        let (event_type, variant) = (&event.event_type, &event.variant);
        lines.push(format!("    {event_type} -> {variant}, {}", constructors.join(", ")));
    }
    for (name, object) in &model.objects {
        lines.push(name.clone());
        for member in &object.members {
            lines.push(format!("    {} -> {}", member.key, naming::field(&member.key)));
        }
    }
    for (name, values) in &model.choices {
        lines.push(name.clone());
        lines
            .extend(values.iter().map(|value| format!("    {value} -> {}", naming::pascal(value))));
    }
    lines.push(String::new());
    lines.join("\n")
}
