//! Drawn pictures of the commands, as strokes on a square of 24 × 24.

use super::pdf::Canvas;
use crate::codes::Command;

type Stroke = &'static [(f64, f64)];

/// The strokes of a command's picture; none for what is shown by a sign instead, see [`sign`].
fn strokes(command: Command) -> &'static [Stroke] {
    match command {
        Command::Yes => &[&[(4.0, 13.0), (9.0, 18.0), (20.0, 6.0)]],
        Command::Cancel => &[&[(5.0, 5.0), (19.0, 19.0)], &[(19.0, 5.0), (5.0, 19.0)]],
        Command::Undo => &[
            &[(9.0, 4.0), (3.0, 9.5), (9.0, 15.0)],
            &[(3.0, 9.5), (15.0, 9.5), (19.0, 11.0), (20.5, 14.5), (19.0, 18.0), (15.0, 19.5), (8.0, 19.5)],
        ],
        Command::Finish => &[&[(5.0, 21.0), (5.0, 3.0), (19.0, 3.0), (15.0, 8.0), (19.0, 13.0), (5.0, 13.0)]],
        Command::ModeHandout => &[TRAY, &[(12.0, 15.0), (12.0, 3.0)], &[(7.0, 8.0), (12.0, 3.0), (17.0, 8.0)]],
        Command::ModeIntake => &[TRAY, &[(12.0, 3.0), (12.0, 15.0)], &[(7.0, 10.0), (12.0, 15.0), (17.0, 10.0)]],
        Command::ModeReturn => &[
            &[(3.0, 4.0), (3.0, 20.0)],
            &[(8.0, 15.0), (17.0, 15.0), (20.0, 12.5), (20.0, 9.5), (17.0, 7.0), (8.0, 7.0)],
            &[(12.0, 11.0), (8.0, 15.0), (12.0, 19.0)],
        ],
        Command::ModeMove => &[
            &[(3.0, 8.0), (20.0, 8.0)],
            &[(16.0, 4.0), (20.0, 8.0), (16.0, 12.0)],
            &[(21.0, 16.0), (4.0, 16.0)],
            &[(8.0, 12.0), (4.0, 16.0), (8.0, 20.0)],
        ],
        Command::ModeStocktake => &[
            &[(8.0, 4.0), (4.0, 4.0), (4.0, 22.0), (20.0, 22.0), (20.0, 4.0), (16.0, 4.0)],
            &[(8.0, 2.0), (16.0, 2.0), (16.0, 6.0), (8.0, 6.0), (8.0, 2.0)],
            &[(8.0, 12.0), (10.5, 14.5), (16.0, 9.0)],
            &[(8.0, 18.0), (16.0, 18.0)],
        ],
        Command::ModeLookup => &[
            &[
                (10.0, 3.0),
                (14.9, 5.1),
                (17.0, 10.0),
                (14.9, 14.9),
                (10.0, 17.0),
                (5.1, 14.9),
                (3.0, 10.0),
                (5.1, 5.1),
                (10.0, 3.0),
            ],
            &[(15.0, 15.0), (21.0, 21.0)],
        ],
        Command::Print => &[
            &[(6.0, 9.0), (6.0, 3.0), (18.0, 3.0), (18.0, 9.0)],
            &[(6.0, 17.0), (3.0, 17.0), (3.0, 9.0), (21.0, 9.0), (21.0, 17.0), (18.0, 17.0)],
            &[(6.0, 14.0), (18.0, 14.0), (18.0, 21.0), (6.0, 21.0), (6.0, 14.0)],
        ],
        Command::Lock => &[
            &[(5.0, 11.0), (19.0, 11.0), (19.0, 21.0), (5.0, 21.0), (5.0, 11.0)],
            &[(8.0, 11.0), (8.0, 7.0), (9.2, 4.2), (12.0, 3.0), (14.8, 4.2), (16.0, 7.0), (16.0, 11.0)],
        ],
        Command::Test => &[
            &[(5.0, 5.0), (5.0, 19.0)],
            &[(9.0, 5.0), (9.0, 19.0)],
            &[(12.0, 5.0), (12.0, 19.0)],
            &[(16.0, 5.0), (16.0, 19.0)],
            &[(19.0, 5.0), (19.0, 19.0)],
            &[(1.0, 12.0), (23.0, 12.0)],
        ],
        Command::Help | Command::Quantity(_) => &[],
    }
}

const TRAY: Stroke = &[(3.0, 13.0), (3.0, 20.0), (21.0, 20.0), (21.0, 13.0)];

/// What is written instead of a picture: “×5”, “?”.
pub fn sign(command: Command) -> Option<String> {
    match command {
        Command::Quantity(count) => Some(format!("×{count}")),
        Command::Help => Some("?".to_owned()),
        _ => None,
    }
}

/// Draws the picture with its left top corner `at`, `side` mm wide and high.
pub fn draw(canvas: &mut Canvas, command: Command, at: (f64, f64), side: f64) {
    let unit = side / 24.0;
    canvas.pen(unit * 2.2);
    for stroke in strokes(command) {
        let corners: Vec<(f64, f64)> = stroke.iter().map(|(x, y)| (at.0 + x * unit, at.1 + y * unit)).collect();
        canvas.path(&corners);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_has_a_picture_within_its_square() {
        for command in Command::ALL {
            assert!(sign(command).is_some() == strokes(command).is_empty(), "{command:?}");
            let corners = strokes(command).iter().flat_map(|stroke| stroke.iter());
            assert!(corners.into_iter().all(|(x, y)| (0.0..=24.0).contains(x) && (0.0..=24.0).contains(y)));
        }
    }
}
