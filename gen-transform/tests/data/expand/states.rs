//! Values that change their state: arms that put back what they have copied out of, and fields that become something else.

#[generator]
fn arms(mut state: State) -> usize {
    for _ in 0..3 {
        match state {
            State::Count(n) => yield_!(n),
            State::Text(text) => state = State::Count(text.len()),
            State::End => yield_!(0),
        }
    }
}

#[generator]
fn fields(mut process: Process) -> u32 {
    loop {
        yield_!(process.steps);
        process.phase = process.phase.next();
        process.steps += 1;
        if process.is_done() {
            break;
        }
        process = Process { log: sorted(process.log), ..process };
    }
}
