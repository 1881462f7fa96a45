//! What became of a company's gifts, on one page worth framing: a large number, what it is made of, which needs it met, how
//! fast, and what could come next. With many groups of products a second page has all the numbers.

use super::flow::{Align, Column, Ink, Margins, Row, Sheet, SheetSetup, Text};
use super::{PaperError, espr::grouped};
use crate::domain::disclosure::Reach;
use crate::domain::impact::{Impact, Pieces, Place, Wish};
use crate::domain::wanted::Level;
use crate::texts::{Lang, Message, Texts, say};

/// The figures and what they are printed with.
#[derive(Clone, Debug)]
pub struct ImpactPaper {
    pub lang: Lang,
    pub site: String,
    pub impact: Impact,
    pub wishes: Vec<Wish>,
}

/// Table linen and pine, as on screen.
const PINE: Ink = (27, 90, 69);
const LIGHT: Ink = (196, 220, 207);
const LINEN: Ink = (238, 242, 237);
const INK: Ink = (23, 35, 29);
const QUIET: Ink = (74, 90, 81);
const RED: Ink = (143, 10, 30);
const WHITE: Ink = (255, 255, 255);
/// Colours of the parts: handed out, in the house, in care, passed on, not usable. Told apart in grey as well.
const PARTS: [Ink; 5] = [PINE, (121, 176, 148), (192, 127, 0), (91, 134, 201), (176, 186, 179)];

const PAGE: (f64, f64) = (210.0, 297.0);
const LEFT: f64 = 18.0;
const WIDE: f64 = PAGE.0 - 2.0 * LEFT;
/// Height of the green field at the top.
const FIELD: f64 = 56.0;
/// Groups that fit on the first page; with more, the second has all.
const MOST_GROUPS: usize = 6;
const MOST_PURPOSES: usize = 6;
const MOST_WISHES: usize = 8;

/// Draws the page, or both.
///
/// # Errors
/// [`PaperError::Pdf`] if the file cannot be put together.
pub fn draw(paper: &ImpactPaper) -> Result<Vec<u8>, PaperError> {
    let t = Texts::of(paper.lang);
    let title = format!("{} · {}", t.company_public_title(), paper.impact.donor);
    let margins = Margins { start: LEFT, end: LEFT, top: 18.0, bottom: 16.0 };
    let mut sheet = Sheet::new(SheetSetup { margins, ..SheetSetup::new(title, paper.lang) });
    let mut drawn = Drawn { sheet: &mut sheet, t, lang: paper.lang };
    drawn.head(paper);
    let y = drawn.first(&paper.impact);
    let y = drawn.numbers(&paper.impact, y);
    let y = drawn.columns(&paper.impact, y);
    drawn.wishes(&paper.wishes, y);
    drawn.foot(paper);
    if paper.impact.groups.len() > MOST_GROUPS {
        drawn.all_numbers(&paper.impact);
    }
    sheet.finish()
}

struct Drawn<'s> {
    sheet: &'s mut Sheet,
    t: &'static Texts,
    lang: Lang,
}

/// What a purpose is called, and the picture that stands for it.
fn purpose(word: &str) -> (Option<Message>, &'static str) {
    match word {
        "basic" => (Some(say::purpose_basic()), "top"),
        "newborn" => (Some(say::purpose_newborn()), "bab"),
        "school_start" => (Some(say::purpose_school_start()), "sch"),
        "first_home" => (Some(say::purpose_first_home()), "hou"),
        "hygiene" => (Some(say::purpose_hygiene()), "hyg"),
        "special" => (Some(say::purpose_special()), ""),
        "not_listed" => (Some(say::company_purpose_chosen()), "acc"),
        _ => (None, ""),
    }
}

impl Drawn<'_> {
    fn told(&self, pieces: Pieces) -> String {
        pieces.map_or_else(|| "•".to_owned(), |pieces| grouped(pieces, self.lang))
    }

    /// A rounded number of the first line, which says that it is one.
    fn about(&self, pieces: i64) -> String {
        if pieces == 0 { "0".to_owned() } else { self.t.company_paper_about(grouped(pieces, self.lang)) }
    }

    /// Text that is made smaller until it fits on one line.
    fn fitted(&mut self, (x, y): (f64, f64), width: f64, text: &str, style: Text) {
        let wide = self.sheet.width_of(text, &style);
        let style = if wide > width { style.size(style.pt * width / wide * 0.995) } else { style };
        self.sheet.at(x, y, width, text, &style);
    }

    /// The green field with the house's name, the title and the donor, and the checked cloth at its edge.
    fn head(&mut self, paper: &ImpactPaper) {
        let (t, impact) = (self.t, &paper.impact);
        self.sheet.rectangle((0.0, 0.0), (PAGE.0, FIELD), PINE);
        let square = PAGE.0 / 84.0;
        for row in 0..3 {
            for column in (0..84).filter(|column| (column + row) % 2 == 0) {
                let corner = (f64::from(column) * square, FIELD + f64::from(row) * square);
                self.sheet.rectangle(corner, (square, square), if row == 1 { LIGHT } else { PINE });
            }
        }
        let small = Text::body().size(10.5).ink(LIGHT);
        self.sheet.at(LEFT, 12.0, WIDE, &paper.site, &small.bold());
        let period = match impact.period.quarter {
            Some(quarter) => t.company_quarter(i64::from(quarter), impact.period.year.to_string()),
            None => t.company_year(impact.period.year.to_string()),
        };
        self.sheet.at(LEFT, 12.0, WIDE, &period, &small.align(Align::End));
        self.fitted((LEFT, 21.0), WIDE, &t.company_public_title(), Text::title().size(30.0).ink(WHITE));
        self.fitted((LEFT, 38.0), WIDE, &impact.donor, Text::body().size(15.0).ink(WHITE));
    }

    /// The large number with its sentence, and the bar of all pieces. Gives where the next thing begins.
    fn first(&mut self, impact: &Impact) -> f64 {
        let t = self.t;
        let y = FIELD + 15.0;
        let (number, said) = match (impact.received, impact.handed_out()) {
            (Some(received), Some(handed_out)) if received > 0 => {
                (self.about(handed_out), t.company_paper_of_pieces(grouped(received, self.lang)))
            }
            (Some(received), _) if received > 0 => (self.about(received), t.company_paper_few()),
            (None, _) => ("•".to_owned(), t.company_impact_few_all()),
            _ => ("0".to_owned(), t.company_impact_nothing()),
        };
        let large = Text::body().size(58.0).bold().ink(PINE).leading(1.0);
        let wide = self.sheet.width_of(&number, &large);
        self.sheet.at(LEFT, y, wide + 2.0, &number, &large);
        let beside = LEFT + wide + 7.0;
        let style = Text::body().size(17.0).ink(INK).leading(1.25);
        let high = self.sheet.height_of(&said, PAGE.0 - LEFT - beside, &style);
        self.sheet.at(beside, y + (large.lead() - high) / 2.0 + 0.8, PAGE.0 - LEFT - beside, &said, &style);
        self.bar(impact, y + 25.0)
    }

    fn bar(&mut self, impact: &Impact, y: f64) -> f64 {
        let parts: Vec<(Place, i64, Ink)> = impact
            .places
            .iter()
            .zip(PARTS)
            .filter_map(|((place, pieces), ink)| Some((*place, (*pieces)?, ink)))
            .filter(|(_, pieces, _)| *pieces > 0)
            .collect();
        let all: i64 = parts.iter().map(|(_, pieces, _)| pieces).sum();
        if all == 0 {
            return y;
        }
        let mut x = LEFT;
        for (at, (_, pieces, ink)) in parts.iter().enumerate() {
            let wide = *pieces as f64 / all as f64 * WIDE;
            let gap = if at + 1 < parts.len() { 0.6 } else { 0.0 };
            self.sheet.rectangle((x, y), ((wide - gap).max(0.3), 9.0), *ink);
            x += wide;
        }
        let (mut x, mut y) = (LEFT, y + 12.5);
        for (place, pieces, ink) in parts {
            let (number, name) = (grouped(pieces, self.lang), self.t.say(&place.words()));
            let (bold, plain) = (Text::body().size(10.0).bold().ink(INK), Text::body().size(10.0).ink(QUIET));
            let (first, second) = (self.sheet.width_of(&number, &bold), self.sheet.width_of(&name, &plain));
            let wide = 5.5 + first + 1.5 + second;
            if x + wide > PAGE.0 - LEFT && x > LEFT {
                x = LEFT;
                y += 6.0;
            }
            self.sheet.rectangle((x, y + 0.8), (3.4, 3.4), ink);
            self.sheet.at(x + 5.5, y, first + 1.0, &number, &bold);
            self.sheet.at(x + 5.5 + first + 1.5, y, second + 1.0, &name, &plain);
            x += wide + 8.0;
        }
        y + 11.0
    }

    /// Tiles with what is worth a large number.
    fn numbers(&mut self, impact: &Impact, y: f64) -> f64 {
        let t = self.t;
        let mut tiles = Vec::new();
        // A dot alone is no number worth a tile.
        if !matches!(impact.households, Reach::Hidden | Reach::None) {
            tiles.push((t.say(&impact.households.words()), t.company_number_households()));
        }
        tiles.extend(impact.speed.half_within_days.map(|days| (t.report_days(days), t.company_number_half())));
        let share = |&(weeks, share): &(i64, Option<i64>)| {
            share.map(|share| (format!("{share}\u{a0}%"), t.company_number_within(weeks)))
        };
        let told: Vec<_> = impact.speed.within.iter().filter_map(share).collect();
        // The first and the last say most.
        tiles.extend(told.first().cloned());
        tiles.extend(told.last().filter(|_| told.len() > 1).cloned());
        if tiles.is_empty() {
            return y + 4.0;
        }
        let (gap, high) = (4.0, 25.0);
        let wide = (WIDE - gap * (tiles.len() - 1) as f64) / tiles.len() as f64;
        // A tile alone does not stretch over the page.
        let wide = wide.min(82.0);
        for (at, (number, label)) in tiles.iter().enumerate() {
            let x = LEFT + at as f64 * (wide + gap);
            self.sheet.rectangle((x, y), (wide, high), LINEN);
            self.sheet.rectangle((x, y), (1.2, high), PINE);
            self.fitted((x + 5.0, y + 3.2), wide - 8.0, number, Text::body().size(19.0).bold().ink(PINE).leading(1.1));
            self.sheet.at(x + 5.0, y + 12.6, wide - 8.0, label, &Text::body().size(8.8).ink(QUIET).leading(1.2));
        }
        y + high + 9.0
    }

    /// Groups on the left, needs on the right.
    fn columns(&mut self, impact: &Impact, y: f64) -> f64 {
        let t = self.t;
        let gap = 10.0;
        let wide = (WIDE - gap) / 2.0;
        let mut groups: Vec<_> = impact.groups.iter().collect();
        groups.sort_by_key(|group| std::cmp::Reverse(group.received));
        let most = groups.iter().filter_map(|group| group.received).max().unwrap_or_default().max(1);
        let mut left = self.column_head(LEFT, y, wide, &t.report_by_group());
        for group in groups.iter().take(MOST_GROUPS) {
            let received = group.received;
            let said = match (group.handed_out, received) {
                (Some(out), Some(all)) => t.company_paper_out_of(grouped(out, self.lang), grouped(all, self.lang)),
                _ => self.told(received),
            };
            let of = |pieces: i64| pieces as f64 / most as f64;
            let out = group.handed_out.unwrap_or_default().min(received.unwrap_or_default());
            let bars = [(of(out), PARTS[0]), (of(received.unwrap_or_default() - out), LIGHT)];
            let picture = group.code.to_lowercase();
            left = self.line((LEFT, left), wide, &picture, group.names.get(self.lang), &said, &bars);
        }
        if groups.len() > MOST_GROUPS {
            let more = t.company_paper_more(groups.len() - MOST_GROUPS);
            self.sheet.at(LEFT, left, wide, &more, &Text::body().size(8.5).ink(QUIET));
            left += 5.0;
        }
        let x = LEFT + wide + gap;
        let mut needs: Vec<_> = impact.purposes.iter().filter(|one| one.handed_out != Some(0)).collect();
        needs.sort_by_key(|one| std::cmp::Reverse(one.handed_out));
        if needs.is_empty() {
            return left + 4.0;
        }
        let most = needs.iter().filter_map(|one| one.handed_out).max().unwrap_or_default().max(1);
        let mut right = self.column_head(x, y, wide, &t.report_by_need());
        for one in needs.iter().take(MOST_PURPOSES) {
            let (name, picture) = purpose(&one.purpose);
            let name = name.map_or_else(|| one.purpose.clone(), |name| t.say(&name));
            let bars = [(one.handed_out.unwrap_or_default() as f64 / most as f64, PARTS[0])];
            let said = self.told(one.handed_out);
            right = self.line((x, right), wide, picture, &name, &said, &bars);
        }
        left.max(right) + 4.0
    }

    fn column_head(&mut self, x: f64, y: f64, wide: f64, head: &str) -> f64 {
        self.sheet.at(x, y, wide, head, &Text::body().size(12.5).bold().ink(INK));
        self.sheet.line((x, y + 7.2), (x + wide, y + 7.2), 0.35, PINE);
        y + 10.0
    }

    /// A picture, a name with its number, and a bar below.
    fn line(
        &mut self,
        (x, y): (f64, f64),
        wide: f64,
        picture: &str,
        name: &str,
        said: &str,
        bars: &[(f64, Ink)],
    ) -> f64 {
        if !picture.is_empty() {
            self.sheet.picture(picture, (x, y + 0.2), 8.4, PINE);
        }
        let (x, wide) = (x + 11.5, wide - 11.5);
        let value = Text::body().size(9.5).bold().ink(INK);
        let aside = self.sheet.width_of(said, &value) + 2.0;
        self.fitted((x, y), wide - aside, name, Text::body().size(9.5).ink(INK));
        self.sheet.at(x, y, wide, said, &value.align(Align::End));
        self.sheet.rectangle((x, y + 5.5), (wide, 2.6), LINEN);
        let mut at = x;
        for (part, ink) in bars.iter().filter(|(part, _)| *part > 0.0) {
            self.sheet.rectangle((at, y + 5.5), (part * wide, 2.6), *ink);
            at += part * wide;
        }
        y + 11.2
    }

    /// What is asked for now and could come from this donor: as many as there is room for.
    fn wishes(&mut self, wishes: &[Wish], y: f64) {
        let t = self.t;
        let bottom = PAGE.1 - 24.0;
        let (columns, gap, high) = (4, 4.0, 13.0);
        let rows = ((bottom - y - 10.0) / (high + 3.0)).floor().max(0.0) as usize;
        let fit = (rows * columns).min(MOST_WISHES);
        if wishes.is_empty() || fit == 0 {
            return;
        }
        let top = self.column_head(LEFT, y, WIDE, &t.company_wishes());
        let wide = (WIDE - gap * (columns - 1) as f64) / columns as f64;
        for (at, wish) in wishes.iter().take(fit).enumerate() {
            let x = LEFT + (at % columns) as f64 * (wide + gap);
            let y = top + (at / columns) as f64 * (high + 3.0);
            let (ink, level) = match wish.level {
                Level::Urgent => (RED, t.wanted_level_urgent()),
                _ => (PINE, t.wanted_level_needed()),
            };
            self.sheet.frame((x, y), (wide, high), 1.6, 0.3, LIGHT);
            self.sheet.picture(&wish.picture, (x + 2.0, y + 1.8), 9.4, PINE);
            let name = wish.names.get(self.lang).to_owned();
            self.fitted((x + 13.0, y + 1.8), wide - 14.5, &name, Text::body().size(9.5).bold().ink(INK));
            self.fitted((x + 13.0, y + 6.8), wide - 14.5, &level, Text::body().size(8.0).ink(ink));
        }
    }

    fn foot(&mut self, paper: &ImpactPaper) {
        let t = self.t;
        let dot = if paper.impact.hides_something() { format!(" {}", t.company_impact_dot()) } else { String::new() };
        let said = format!("{}{dot}", t.company_impact_definition(paper.impact.as_of));
        let style = Text::small().size(7.4).ink(QUIET).leading(1.3);
        let high = self.sheet.height_of(&said, WIDE, &style);
        let y = PAGE.1 - 10.0 - high;
        self.sheet.line((LEFT, y - 2.0), (PAGE.0 - LEFT, y - 2.0), 0.2, LIGHT);
        self.sheet.at(LEFT, y, WIDE, &said, &style);
    }

    /// The second page: every number in a table.
    fn all_numbers(&mut self, impact: &Impact) {
        let t = self.t;
        self.sheet.page_break();
        self.sheet.text(&t.company_paper_all_numbers(), &Text::title().ink(PINE));
        let columns = [
            Column::new(t.csv_group(), 4.0),
            Column::new(t.csv_received(), 1.4).end(),
            Column::new(t.company_place_handed_out(), 1.8).end(),
        ];
        let rows = impact.groups.iter().map(|group| {
            let name = group.names.get(self.lang).to_owned();
            Row::new([name, self.told(group.received), self.told(group.handed_out)])
        });
        let total = Row::total([t.csv_total(), self.told(impact.received), self.told(impact.handed_out())]);
        let rows: Vec<Row> = rows.chain([total]).collect();
        self.sheet.table(&columns, &rows);
    }
}
