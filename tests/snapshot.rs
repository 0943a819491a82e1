//! The committed bindings are what the schemas give.

use std::path::Path;

#[test]
fn the_snapshot_is_what_the_schemas_give() {
    let schemas = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas");
    let fresh = media_collection_codegen::generate(&schemas.join("collection"), None).unwrap();
    for (name, fresh) in fresh.files() {
        let committed = std::fs::read_to_string(schemas.join("snapshot").join(name)).unwrap();
        if fresh == committed {
            continue;
        }
        let lines = fresh.lines().zip(committed.lines());
        let same = lines.take_while(|(fresh, committed)| fresh == committed).count();
        panic!(
            "schemas/snapshot/{name} differs from line {} on. After a change to a schema, an \
             annotation or the generator, refresh it:\n\n    cargo run -p \
             media-collection-codegen -- schemas/collection --out schemas/snapshot\n",
            same + 1
        );
    }
}
