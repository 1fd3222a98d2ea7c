//! The pipeline, tested in one process and without rustc.
//!
//! | module | question |
//! | --- | --- |
//! | `ir` | does lowering and analysis mean what we think: `data/ir/<construct>.rs` against `.ir` |
//! | `expand` | is the generated code readable and unchanged: `data/expand/<construct>.rs` against `.expanded.rs` |
//! | `verifier` | does the verifier find what is wrong with a graph, and nothing in the bodies of the other packages |
//! | `every_body` | does every small body come through without a panic, and out as code that parses |
//! | `scale` | does a large body come through, at a cost that grows as the body does |
//!
//! `UPDATE_EXPECT=1 cargo test -p gen-transform` rewrites the expected files; the diff is then the thing to review.

mod every_body;
mod expand;
mod fixtures;
mod golden;
mod ir;
mod scale;
mod verifier;
