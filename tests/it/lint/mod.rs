//! What the lint says: of each kind of fault, and of real traffic.

mod consequences;
mod order;
mod rules;
mod serialised;
mod speeds;
pub mod table;
mod told;

use media_collection::lint::Rule;

#[test]
fn rules_are_named_once_and_explained() {
    let mut names: Vec<_> = Rule::ALL.iter().map(|rule| rule.name()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), Rule::ALL.len());
    for rule in Rule::ALL {
        assert!(rule.sentence().ends_with(['.', ')']) && !rule.source().is_empty(), "{rule}");
        // What is wrong is no sentence of its own, and not the rule.
        assert!(!rule.fault().ends_with('.') && rule.fault() != rule.sentence(), "{rule}");
    }
}
