//! The calibration page of a stock: print it on the stock itself, read four numbers off, write them into a profile.

use super::layout::{self, Line};
use super::pdf::{Canvas, Document};
use super::profile::Profile;
use super::stocks::Stock;
use super::{PaperError, font, points};

/// Ticks of the gauges: every half millimetre, four to each side of the edge.
const TICK: f64 = 0.5;
const TICKS: i32 = 4;

/// A PDF with the outline of every label, a cross hair in the middle of each corner label, and gauges across the outer
/// edges: the tick on which the real edge of the label falls says how far the printer is off, in steps of 0.5 mm, the
/// longest tick being the edge as it should be. With a profile the page shows whether the profile is right.
///
/// # Errors
/// [`PaperError::Pdf`] if the file cannot be put together.
pub fn test_page(stock: &Stock, profile: Profile) -> Result<Vec<u8>, PaperError> {
    let mut document = Document::new(stock.page_size());
    document.page(|canvas| draw(canvas, stock, profile));
    document.finish(&format!("Test page {}", stock.name))
}

fn draw(canvas: &mut Canvas, stock: &Stock, profile: Profile) {
    let (width, height) = (stock.label.width, stock.label.height);
    let last_column = stock.label.columns - 1;
    let last = stock.per_page() - 1;
    let at = |on_page: usize, x: f64, y: f64| {
        let (left, top) = layout::corner(stock, on_page);
        profile.correct(left + x, top + y)
    };
    canvas.pen(0.1);
    for on_page in 0..=last {
        canvas.frame(at(on_page, 0.0, 0.0), (width, height), stock.label.corner);
    }
    let mut corners = vec![0, last_column, last - last_column, last];
    corners.dedup();
    for on_page in corners {
        cross_hair(canvas, at(on_page, width / 2.0, height / 2.0), height / 4.0);
    }
    // The gauges stand where the text does not: a quarter down each outer edge of the first and the last label.
    for (on_page, x, y, across) in [
        (0, 0.0, height / 4.0, true),
        (0, width / 4.0, 0.0, false),
        (last, width, height * 0.75, true),
        (last, width * 0.75, height, false),
    ] {
        gauge(canvas, at(on_page, x, y), across);
    }
    let (x, baseline) = at(0, 0.0, height - 1.5);
    let text = format!("{} · 100 %", stock.name);
    let pt = 6.0;
    let wide = text.chars().count() as f64 * font::ADVANCE * pt;
    let pt = if wide > points(width - 4.0) { pt * points(width - 4.0) / wide } else { pt };
    canvas.text(&Line { text, x: x + 2.0, baseline, pt });
}

fn cross_hair(canvas: &mut Canvas, (x, y): (f64, f64), reach: f64) {
    canvas.stroke((x - reach, y), (x + reach, y));
    canvas.stroke((x, y - reach), (x, y + reach));
}

/// Ticks on a line across an edge: `across` the left or right edge, else across the upper or lower one.
fn gauge(canvas: &mut Canvas, (x, y): (f64, f64), across: bool) {
    for step in -TICKS..=TICKS {
        let off = f64::from(step) * TICK;
        let half = match step {
            0 => 2.0,
            step if step % 2 == 0 => 1.2,
            _ => 0.7,
        };
        if across {
            canvas.stroke((x + off, y - half), (x + off, y + half));
        } else {
            canvas.stroke((x - half, y + off), (x + half, y + off));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::stocks;

    #[test]
    fn every_stock_has_a_test_page() {
        for stock in stocks::all() {
            assert!(test_page(stock, Profile::default()).unwrap().starts_with(b"%PDF-1.7"), "{}", stock.name);
        }
    }
}
