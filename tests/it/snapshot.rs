//! The committed bindings are what the schemas give.

use crate::fixtures::files;

#[test]
fn the_snapshot_is_what_the_schemas_give() {
    let schemas = files::schemas();
    let annotations = schemas.join("annotations.json");
    let fresh = media_collection_codegen::generate(&schemas, Some(&annotations)).unwrap();
    let snapshot = schemas.with_file_name("snapshot").join("bindings.rs");
    let committed = std::fs::read_to_string(snapshot).unwrap();
    if fresh == committed {
        return;
    }
    let lines = fresh.lines().zip(committed.lines());
    let same = lines.take_while(|(fresh, committed)| fresh == committed).count();
    panic!(
        "schemas/snapshot/bindings.rs differs from line {} on. After a change to a schema, an \
         annotation or the generator, refresh it:\n\n    cargo run -p media-collection-codegen \
         -- schemas/collection > schemas/snapshot/bindings.rs\n",
        same + 1
    );
}
