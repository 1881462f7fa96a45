//! A scale that people can read: it ends at or above the largest value, in steps of 1, 2 or 5 and zeros.

/// From zero to `top` in equal steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Scale {
    pub step: i128,
    pub top: i128,
}

/// Steps of a scale.
const STEPS: i128 = 4;

impl Scale {
    /// The scale for values up to `most`.
    pub fn up_to(most: i64) -> Scale {
        let most = i128::from(most.max(0));
        let mut power: i128 = 1;
        let step = loop {
            if let Some(step) = [1, 2, 5].into_iter().map(|digit| digit * power).find(|step| step * STEPS >= most) {
                break step;
            }
            power *= 10;
        };
        Scale { step, top: step * ((most + step - 1) / step).max(1) }
    }

    /// The numbers at the axis, from zero up.
    pub fn ticks(self) -> impl Iterator<Item = i128> {
        (0..=self.top / self.step).map(move |number| number * self.step)
    }

    /// Which part of the axis a value takes, from 0 to 1.
    pub fn part(self, value: i64) -> f64 {
        value.max(0) as f64 / self.top as f64
    }
}

/// A number in groups of three digits, as all languages of the house read it: “12 000”. From ten millions on in millions.
pub(super) fn number(number: i128) -> String {
    if number >= 10_000_000 && number % 100_000 == 0 {
        let millions = grouped(number / 1_000_000);
        let rest = number / 100_000 % 10;
        return if rest == 0 { format!("{millions}\u{202f}M") } else { format!("{millions}.{rest}\u{202f}M") };
    }
    grouped(number)
}

/// “12 000”
pub(super) fn grouped(number: i128) -> String {
    let digits = number.to_string();
    if digits.len() < 5 {
        return digits;
    }
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            // A narrow space that does not break the line.
            out.push('\u{202f}');
        }
        out.push(digit);
    }
    out
}
