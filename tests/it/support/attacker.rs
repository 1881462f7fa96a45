//! Somebody who adds and subtracts: knows every sum of a table to the piece, and that a hidden number is at least one.

use microlp::{ComparisonOp, OptimizationDirection, Problem};

/// More than any number of a test's tables.
const MUCH: f64 = 10_000.0;

/// What stands in tables, and what is known of it.
#[derive(Default)]
pub struct Attacker {
    numbers: Vec<Number>,
    /// Numbers that add up to nothing, with their signs.
    sums: Vec<Vec<(usize, f64)>>,
}

struct Number {
    value: i64,
    least: f64,
    most: f64,
}

impl Attacker {
    /// A number of a table; zero is shown even where there are dots.
    pub fn number(&mut self, value: i64, hidden: bool) -> usize {
        let known = value as f64;
        let (least, most) = if hidden && value != 0 { (1.0, MUCH) } else { (known, known) };
        self.put(value, least, most)
    }

    /// A number that stands nowhere.
    pub fn unsaid(&mut self, value: i64) -> usize {
        self.put(value, if value < 0 { -MUCH } else { 0.0 }, MUCH)
    }

    /// Of which it is known that it is no more than this.
    pub fn at_most(&mut self, number: usize, most: i64) {
        self.numbers[number].most = self.numbers[number].most.min(most as f64);
    }

    fn put(&mut self, value: i64, least: f64, most: f64) -> usize {
        self.numbers.push(Number { value, least, most });
        self.numbers.len() - 1
    }

    /// These add up to that one.
    pub fn sum(&mut self, parts: impl IntoIterator<Item = usize>, whole: usize) {
        let mut sum: Vec<(usize, f64)> = parts.into_iter().map(|part| (part, 1.0)).collect();
        sum.push((whole, -1.0));
        let comes_to: f64 = sum.iter().map(|(at, sign)| sign * self.numbers[*at].value as f64).sum();
        assert!(comes_to.abs() < 0.5, "the test adds up wrongly");
        self.sums.push(sum);
    }

    /// The least and the most that a number can be.
    pub fn bounds(&self, number: usize) -> (f64, f64) {
        let bound = |direction| {
            let mut problem = Problem::new(direction);
            let unknown = |at: usize| self.numbers[at].least < self.numbers[at].most;
            let mut variables = vec![None; self.numbers.len()];
            for (at, one) in self.numbers.iter().enumerate().filter(|(at, _)| unknown(*at)) {
                let counts = if at == number { 1.0 } else { 0.0 };
                variables[at] = Some(problem.add_var(counts, (one.least, one.most)));
            }
            for sum in &self.sums {
                let open: Vec<_> = sum.iter().filter_map(|(at, sign)| Some((variables[*at]?, *sign))).collect();
                let known: f64 = sum
                    .iter()
                    .filter(|(at, _)| variables[*at].is_none())
                    .map(|(at, sign)| sign * self.numbers[*at].value as f64)
                    .sum();
                if !open.is_empty() {
                    problem.add_constraint(open.as_slice(), ComparisonOp::Eq, -known);
                }
            }
            let solved = problem.solve().expect("the true numbers are an answer");
            solved.into_solution().expect("an answer").objective()
        };
        if self.numbers[number].least == self.numbers[number].most {
            return (self.numbers[number].least, self.numbers[number].most);
        }
        (bound(OptimizationDirection::Minimize), bound(OptimizationDirection::Maximize))
    }

    /// How wide what is known of a number is.
    pub fn width(&self, number: usize) -> f64 {
        let (least, most) = self.bounds(number);
        most - least
    }
}

/// A small source of chance that is the same everywhere.
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Chance {
        Chance(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number from 0 up to this one, which it never is.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % end
    }

    pub fn of<T: Copy>(&mut self, some: &[T]) -> T {
        some[self.below(some.len())]
    }
}
