//! The committed bindings are what the schemas give.

use crate::fixtures::files;

#[test]
fn the_snapshot_is_what_the_schemas_give() {
    let schemas = files::schemas();
    let fresh = media_collection_codegen::generate(&schemas, None).unwrap();
    let edge = media_collection_codegen::generate_edge(&files::edge_schemas()).unwrap();
    for (name, fresh) in fresh.files().into_iter().chain([("edge.rs", edge.as_str())]) {
        let snapshot = schemas.with_file_name("snapshot").join(name);
        let committed = std::fs::read_to_string(snapshot).unwrap();
        if fresh == committed {
            continue;
        }
        let lines = fresh.lines().zip(committed.lines());
        let same = lines.take_while(|(fresh, committed)| fresh == committed).count();
        panic!(
            "schemas/snapshot/{name} differs from line {} on. After a change to a schema, an \
             annotation or the generator, refresh it:\n\n    cargo run -p \
             media-collection-codegen -- schemas/collection --out schemas/snapshot\n    \
             cargo run -p media-collection-codegen -- --edge schemas/edge --out schemas/snapshot\n",
            same + 1
        );
    }
}
