use gen_core::generator;

struct View<'a> {
    of: &'a str,
    name: Name,
}

struct Name;

impl Drop for Name {
    fn drop(&mut self) {}
}

impl View<'_> {
    fn len(&self) -> usize {
        self.of.len()
    }
}

#[generator]
fn lengths(text: String) -> usize {
    let name = Name;
    let view = View { of: &text, name };
    let length = view.len();
    yield_!(length);
}

fn main() {}
