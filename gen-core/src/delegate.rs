//! `yield_from!`.
