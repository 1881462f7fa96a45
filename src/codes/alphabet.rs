//! The 29 symbols of a code and the check character over them.

/// The symbols in the order of their values 0 … 28. No I, L, O, U (taken for 1, 1, 0, V), no Q (A on a French keyboard),
/// no Y and Z (swapped on a German one). 29 is prime, which is what makes the check character find every swap.
pub const SYMBOLS: &[u8; 29] = b"0123456789ABCDEFGHJKMNPRSTVWX";

/// How many symbols there are.
pub const BASE: u32 = 29;

/// The value of a symbol, 0 … 28; `None` for anything that is not in the alphabet.
pub fn value(symbol: u8) -> Option<u32> {
    SYMBOLS.iter().position(|&s| s == symbol).map(|at| at as u32)
}

/// The check character for the first nine symbols of a code.
///
/// Weights 10, 9, …, 2 for the nine and 1 for the check character make the sum divisible by 29 (the ISBN-10 idea on a
/// prime field): each single wrong symbol and each swap of any two symbols is found.
pub fn check_symbol(first_nine: &[u8; 9]) -> Option<u8> {
    let mut sum = 0;
    for (weight, &symbol) in (2..=10).rev().zip(first_nine) {
        sum += weight * value(symbol)?;
    }
    Some(SYMBOLS[((BASE - sum % BASE) % BASE) as usize])
}
