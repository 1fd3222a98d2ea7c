use gen_core::generator;

struct Person {
    age: u32,
}

#[generator]
fn ages(people: Vec<Person>) -> u32 {
    for person in people {
        yield_!(person.);
    }
}

fn main() {
    for age in ages(vec![Person { age: 1 }]) {
        let _: u32 = age;
    }
}
