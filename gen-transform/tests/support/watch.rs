//! Runs many inputs and reports each panic, each output that is not Rust, and a hang.

use super::{is_items, is_value};
use proc_macro2::TokenStream;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

/// Longer than any input takes, in a debug build on a busy machine.
const HANG: Duration = Duration::from_secs(10);

/// What goes wrong is grouped by this text, the shortest input kept.
pub type Failures = BTreeMap<String, String>;

enum Event {
    Starts(String),
    Fails(String, String),
    Done(usize),
}

/// Where the inputs of one test go.
pub struct Watch(Sender<Event>);

impl Watch {
    /// Expands `#[generator(args)] item`.
    pub fn generator(&self, args: &TokenStream, item: &TokenStream) {
        let input = format!("#[generator({args})] {item}");
        self.check(&input, is_items, || {
            gen_transform::generator(args.clone(), item.clone())
        });
        // An editor gets a body that cannot be read as it is.
        let reads = syn::parse2::<syn::ItemFn>(item.clone()).is_ok();
        let valid = |output: &TokenStream| if reads { is_items(output) } else { Ok(()) };
        self.check(&format!("{input} in an editor"), valid, || {
            gen_transform::generator_in_editor(args.clone(), item.clone())
        });
    }

    /// Expands `gen_!(tokens)`.
    pub fn block(&self, tokens: &TokenStream) {
        let input = format!("gen_!({tokens})");
        self.check(&input, is_value, || {
            gen_transform::gen_block(tokens.clone())
        });
    }

    /// Runs `expand`, whose output has to be `valid`.
    pub fn check(
        &self,
        input: &str,
        valid: impl Fn(&TokenStream) -> Result<(), String>,
        expand: impl FnOnce() -> TokenStream,
    ) {
        self.send(Event::Starts(input.to_string()));
        // What is dropped or printed in here may panic, too.
        let outcome = catch_unwind(AssertUnwindSafe(|| valid(&expand())));
        let failure = match outcome {
            Ok(Ok(())) => return,
            Ok(Err(invalid)) => format!("not Rust: {invalid}"),
            Err(panic) => format!("panic: {}", text_of(&*panic)),
        };
        self.send(Event::Fails(failure, input.to_string()));
    }

    fn send(&self, event: Event) {
        self.0.send(event).expect("the test waits");
    }
}

fn text_of(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| panic.downcast_ref::<&str>().copied());
    text.unwrap_or("without a text").to_string()
}

/// Runs `inputs`, which says how many there were.
///
/// # Panics
/// When one of them goes wrong.
pub fn watch(inputs: impl FnOnce(&Watch) -> usize + Send + 'static) {
    let failures = failures(inputs);
    let report: Vec<String> = failures
        .iter()
        .map(|(what, input)| format!("{what}\n    {input}"))
        .collect();
    assert!(report.is_empty(), "{}", report.join("\n"));
}

/// What goes wrong, each with the shortest input that does.
pub fn failures(inputs: impl FnOnce(&Watch) -> usize + Send + 'static) -> Failures {
    let (sender, events) = channel();
    let worker = std::thread::Builder::new()
        .name(WORKER.to_string())
        .stack_size(16 << 20);
    quiet();
    let spawned = worker.spawn(move || {
        let watch = Watch(sender);
        let count = inputs(&watch);
        watch.send(Event::Done(count));
    });
    drop(spawned.expect("a thread"));
    let (count, failures) = collect(&events);
    assert!(count > 0, "there was nothing to try");
    failures
}

const WORKER: &str = "inputs";

/// Panics of the inputs are counted, not printed.
fn quiet() {
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| {
        let print = take_hook();
        set_hook(Box::new(move |panic| {
            if std::thread::current().name() != Some(WORKER) {
                print(panic);
            }
        }));
    });
}

fn collect(events: &Receiver<Event>) -> (usize, Failures) {
    let (mut failures, mut current) = (Failures::new(), String::new());
    loop {
        match events.recv_timeout(HANG) {
            Ok(Event::Starts(input)) => current = input,
            Ok(Event::Fails(what, input)) => shortest(&mut failures, what, input),
            Ok(Event::Done(count)) => return (count, failures),
            Err(RecvTimeoutError::Timeout) => {
                shortest(&mut failures, "hang".to_string(), current);
                return (1, failures);
            }
            Err(RecvTimeoutError::Disconnected) => {
                shortest(&mut failures, "the test itself panics".to_string(), current);
                return (1, failures);
            }
        }
    }
}

fn shortest(failures: &mut Failures, what: String, input: String) {
    let kind: String = what.chars().take(120).collect();
    let kept = failures.entry(kind).or_insert_with(|| input.clone());
    if input.len() < kept.len() {
        *kept = input;
    }
}
