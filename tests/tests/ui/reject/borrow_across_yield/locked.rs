use gen_core::generator;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::{Arc, Mutex};

#[generator]
fn in_the_head(list: Mutex<Vec<u32>>) -> u32 {
    for x in list.lock().unwrap().iter() {
        yield_!(*x);
    }
}

#[generator]
fn of_a_shared_cell(list: Rc<RefCell<Vec<u32>>>) -> u32 {
    for x in list.borrow().iter() {
        yield_!(*x);
    }
}

#[generator]
fn of_a_borrowed_cell(list: &RefCell<Vec<u32>>) -> u32 {
    for x in list.borrow().iter() {
        yield_!(*x);
    }
}

#[generator]
fn in_a_condition(jobs: Arc<Mutex<Vec<u32>>>) -> u32 {
    while let Some(job) = jobs.lock().unwrap().pop() {
        yield_!(job);
    }
}

#[generator]
fn of_a_guard(list: &Mutex<Vec<u32>>) -> u32 {
    let guard = list.lock().unwrap();
    for x in guard.iter() {
        yield_!(*x);
    }
}

#[generator]
fn by_index(list: &Mutex<Vec<u32>>) -> u32 {
    let guard = list.lock().unwrap();
    for i in 0..guard.len() {
        yield_!(guard[i]);
    }
}

fn main() {}
