#[generator]
fn bytes(text: &str) -> u8 {
    let mut at = 0;
    unsafe {
        while at < text.len() {
            yield_!(*text.as_bytes().get_unchecked(at));
            at += 1;
        }
    }
}

// A name that is no local may be that of a `static mut`.
#[generator]
fn last() -> u8 {
    unsafe {
        yield_!(LAST);
        LAST = 1;
    }
}
