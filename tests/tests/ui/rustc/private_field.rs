use gen_core::generator;

mod bank {
    #[derive(Default)]
    pub struct Account {
        balance: u32,
    }
}

#[generator]
fn balances() -> u32 {
    let account = bank::Account::default();
    yield_!(account.balance);
}

fn main() {}
