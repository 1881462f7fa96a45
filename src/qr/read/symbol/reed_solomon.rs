//! Reed–Solomon over GF(256): puts right the codewords that are wrong, and gives back those that nobody could read.
//!
//! A block with `n` correction codewords bears `e` wrong and `s` missing ones as long as 2e + s ≤ n: a codeword known to be
//! unreadable costs half of what a wrong one costs. The field is that of ISO/IEC 18004 (x⁸ + x⁴ + x³ + x² + 1, generator 2);
//! the method is Berlekamp and Massey's, begun with the locator of the missing ones (Blahut 1983, chapter 7).

const fn tables() -> ([u8; 512], [u8; 256]) {
    let (mut powers, mut logs) = ([0u8; 512], [0u8; 256]);
    let mut value = 1u16;
    let mut at = 0;
    while at < 255 {
        powers[at] = value as u8;
        powers[at + 255] = value as u8;
        logs[value as usize] = at as u8;
        value <<= 1;
        if value & 0x100 != 0 {
            value ^= 0x11d;
        }
        at += 1;
    }
    (powers, logs)
}

static POWERS: [u8; 512] = tables().0;
static LOGS: [u8; 256] = tables().1;

#[inline]
fn times(a: u8, b: u8) -> u8 {
    if a == 0 || b == 0 { 0 } else { POWERS[usize::from(LOGS[usize::from(a)]) + usize::from(LOGS[usize::from(b)])] }
}

#[inline]
fn divided(a: u8, b: u8) -> u8 {
    if a == 0 { 0 } else { POWERS[usize::from(LOGS[usize::from(a)]) + 255 - usize::from(LOGS[usize::from(b)])] }
}

/// The polynomial's value; the first coefficient is the constant one.
fn value(polynomial: &[u8], x: u8) -> u8 {
    polynomial.iter().rev().fold(0, |sum, &coefficient| times(sum, x) ^ coefficient)
}

/// Most correction codewords of a block in any version, and room for one more.
const ROOM: usize = 32;

/// Puts a block right, in which the codewords at the places `missing` count as unreadable. Gives the number of codewords that
/// were wrong besides; `None`, and the block as it was, if it cannot be put right.
pub fn correct(block: &mut [u8], correction: usize, missing: &[usize]) -> Option<usize> {
    debug_assert!(correction < ROOM && correction < block.len() && block.len() <= 255);
    if missing.len() > correction {
        return None;
    }
    let mut syndromes = [0u8; ROOM];
    let mut all_zero = true;
    for (power, syndrome) in syndromes[..correction].iter_mut().enumerate() {
        *syndrome = block.iter().fold(0, |sum, &codeword| times(sum, POWERS[power]) ^ codeword);
        all_zero &= *syndrome == 0;
    }
    if all_zero {
        return Some(0);
    }
    let (locator, degree) = locate(&syndromes[..correction], block.len(), missing)?;
    // The value polynomial: syndromes × locator, as far as there are syndromes.
    let mut evaluator = [0u8; ROOM];
    for (at, out) in evaluator[..correction].iter_mut().enumerate() {
        *out = (0..=at.min(degree)).fold(0, |sum, part| sum ^ times(locator[part], syndromes[at - part]));
    }
    let mut repaired = [(0usize, 0u8); ROOM];
    let mut roots = 0;
    for place in 0..block.len() {
        let power = block.len() - 1 - place;
        let inverse = POWERS[(255 - power % 255) % 255];
        if value(&locator[..=degree], inverse) != 0 {
            continue;
        }
        if roots == degree {
            return None;
        }
        // The derivative: in a field of characteristic 2 only the odd terms remain, each one power lower.
        let square = times(inverse, inverse);
        let slope = (1..degree + 1).step_by(2).rev().fold(0, |sum, at| times(sum, square) ^ locator[at]);
        if slope == 0 {
            return None;
        }
        // The first power of the generator is 0, so the value is multiplied by the place once more (Forney 1965).
        let error = times(POWERS[power % 255], divided(value(&evaluator[..correction], inverse), slope));
        repaired[roots] = (place, error);
        roots += 1;
    }
    if roots != degree {
        return None;
    }
    for &(place, error) in &repaired[..roots] {
        block[place] ^= error;
    }
    let right =
        (0..correction).all(|power| block.iter().fold(0, |sum, &codeword| times(sum, POWERS[power]) ^ codeword) == 0);
    if !right {
        for &(place, error) in &repaired[..roots] {
            block[place] ^= error;
        }
        return None;
    }
    Some(repaired[..roots].iter().filter(|(place, error)| *error != 0 && !missing.contains(place)).count())
}

/// The polynomial whose roots are the places of the missing and the wrong codewords, and its degree.
fn locate(syndromes: &[u8], length: usize, missing: &[usize]) -> Option<([u8; ROOM], usize)> {
    let correction = syndromes.len();
    let mut locator = [0u8; ROOM];
    locator[0] = 1;
    for (known, &place) in missing.iter().enumerate() {
        let root = POWERS[(length - 1 - place) % 255];
        for at in (1..=known + 1).rev() {
            locator[at] ^= times(locator[at - 1], root);
        }
    }
    let mut degree = missing.len();
    let mut before = locator;
    let mut shift = 1;
    let mut discrepancy_before = 1u8;
    for step in missing.len()..correction {
        let discrepancy = (0..=degree.min(step)).fold(0, |sum, at| sum ^ times(locator[at], syndromes[step - at]));
        if discrepancy == 0 {
            shift += 1;
            continue;
        }
        let scale = divided(discrepancy, discrepancy_before);
        let kept = locator;
        for at in shift..ROOM {
            locator[at] ^= times(scale, before[at - shift]);
        }
        if 2 * degree <= step + missing.len() {
            degree = step + 1 + missing.len() - degree;
            before = kept;
            discrepancy_before = discrepancy;
            shift = 1;
        } else {
            shift += 1;
        }
    }
    (degree < ROOM && 2 * (degree - missing.len().min(degree)) + missing.len() <= correction)
        .then_some((locator, degree))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn encoded(data: &[u8], correction: usize) -> Vec<u8> {
        let mut generator = vec![1u8];
        for &root in &POWERS[..correction] {
            let mut next = vec![0; generator.len() + 1];
            for (at, &coefficient) in generator.iter().enumerate() {
                next[at] ^= coefficient;
                next[at + 1] ^= times(coefficient, root);
            }
            generator = next;
        }
        let mut rest = data.to_vec();
        rest.resize(data.len() + correction, 0);
        for at in 0..data.len() {
            let factor = rest[at];
            for (offset, &coefficient) in generator.iter().enumerate() {
                rest[at + offset] ^= times(coefficient, factor);
            }
        }
        [data, &rest[data.len()..]].concat()
    }

    proptest! {
        #[test]
        fn wrong_and_missing_codewords_are_put_right_up_to_the_bound(
            data in prop::collection::vec(any::<u8>(), 1..120), correction in 2usize..31, wrong_share in 0.0..1.0f64,
            places in Just((0..160usize).collect::<Vec<_>>()).prop_shuffle(), noise in prop::collection::vec(1u8..=255, 160),
        ) {
            let right = encoded(&data, correction);
            let places: Vec<usize> = places.into_iter().filter(|&place| place < right.len()).collect();
            let wrong = ((correction / 2) as f64 * wrong_share) as usize;
            let missing = (correction - 2 * wrong).min(places.len() - wrong);
            let mut block = right.clone();
            for &place in &places[..wrong + missing] {
                block[place] ^= noise[place];
            }
            let found = correct(&mut block, correction, &places[wrong..wrong + missing]);
            prop_assert_eq!(found, Some(wrong));
            prop_assert_eq!(block, right);
        }

        #[test]
        fn what_cannot_be_put_right_stays_as_it_was(block in prop::collection::vec(any::<u8>(), 26), missing in 0usize..3) {
            let mut tried = block.clone();
            // Random words are hardly ever within eight of a valid one.
            if correct(&mut tried, 17, &(0..missing).collect::<Vec<_>>()).is_none() {
                prop_assert_eq!(tried, block);
            }
        }
    }
}
