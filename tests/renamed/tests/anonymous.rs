//! `gen_!` takes no options: where gen-core has another name, `extern crate` at the root makes its own known.
#![deny(warnings)]

extern crate gen as gen_core;

use gen::gen_;

#[test]
fn it_runs() {
    let limit = 3;
    let numbers = gen_!({
        for n in 0..limit {
            yield_!(n);
        }
    });
    assert!(numbers.eq([0, 1, 2]));
}
