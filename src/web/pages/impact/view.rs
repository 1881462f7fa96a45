//! The figures as a page shows them: sentences, pictures, and the tables behind the pictures.

use super::period_name;
use crate::domain::impact::{GroupImpact, Impact, Pieces, Wish};
use crate::domain::wanted::Level;
use crate::reports::donor_gifts::Purpose;
use crate::texts::Texts;
use crate::web::charts::{ChartRow, Key, Rows, legend};

/// Shown instead of a number by which somebody could be found.
pub(super) const DOT: &str = "•";

pub(super) struct View {
    pub period: String,
    pub sentence: String,
    /// The whole in its parts: class, first piece, pieces, label. Empty where too little may be told.
    pub parts: Vec<Part>,
    pub whole: i64,
    pub words: String,
    /// Large numbers with what they mean.
    pub numbers: Vec<(String, String)>,
    /// Whether anything came at all.
    pub has_gifts: bool,
    pub groups: Figure,
    pub purposes: Figure,
    /// Percent and its words, for each number of weeks.
    pub weeks: Vec<(Option<i64>, String)>,
    pub wishes: Vec<WishView>,
    pub definition: String,
    pub hides: bool,
}

pub(super) struct Part {
    pub class: &'static str,
    pub start: i64,
    pub pieces: i64,
    pub label: String,
}

/// A picture with its table.
pub(super) struct Figure {
    pub svg: String,
    pub legend: Vec<Key>,
    pub heads: Vec<String>,
    pub rows: Vec<(String, Vec<String>)>,
}

pub(super) struct WishView {
    pub name: String,
    pub picture: String,
    pub level: Level,
    pub level_label: String,
}

pub(super) fn told(pieces: Pieces) -> String {
    pieces.map_or_else(|| DOT.to_owned(), |pieces| pieces.to_string())
}

impl View {
    pub fn of(t: &Texts, impact: &Impact, wishes: &[Wish]) -> View {
        let received = impact.received.unwrap_or_default();
        let sentence = match (impact.received, impact.handed_out()) {
            (Some(0), _) => t.company_impact_nothing(),
            (Some(received), Some(handed_out)) => t.company_impact_sentence(received, handed_out),
            (Some(received), None) => t.company_impact_few(received),
            (None, _) => t.company_impact_few_all(),
        };
        let (parts, whole) = parts(t, impact);
        let words = t.listed(parts.iter().map(|part| format!("{} {}", part.pieces, part.label)));
        View {
            period: period_name(t, impact.period),
            sentence,
            parts,
            whole,
            words,
            numbers: numbers(t, impact),
            has_gifts: impact.received.is_none() || received > 0,
            groups: groups(t, impact),
            purposes: purposes(t, impact),
            weeks: impact
                .speed
                .within
                .iter()
                .map(|(weeks, share)| {
                    let said = share.map_or_else(|| DOT.to_owned(), |share| format!("{share}\u{a0}%"));
                    (*share, t.company_within(*weeks, said))
                })
                .collect(),
            wishes: wishes.iter().map(|wish| wish_view(t, wish)).collect(),
            definition: t.company_impact_definition(impact.as_of),
            hides: impact.hides_something(),
        }
    }
}

impl View {
    /// Without the boxes in which nothing but dots would stand: who only looks is told once, by the sentence, why there is no
    /// number.
    pub fn without_dots(mut self) -> View {
        self.numbers.retain(|(number, _)| number != DOT);
        self.weeks.retain(|(share, _)| share.is_some());
        let says = |cell: &String| cell != DOT && cell != "0";
        let tells = |figure: &Figure| figure.rows.iter().any(|(_, cells)| cells.last().is_some_and(says));
        for figure in [&mut self.groups, &mut self.purposes] {
            if !tells(figure) {
                figure.rows.clear();
            }
        }
        self.hides &= [&self.groups, &self.purposes].iter().any(|figure| !figure.rows.is_empty());
        self
    }
}

fn wish_view(t: &Texts, wish: &Wish) -> WishView {
    WishView {
        name: wish.names.get(t.lang()).to_owned(),
        picture: wish.picture.clone(),
        level: wish.level,
        level_label: match wish.level {
            Level::Urgent => t.wanted_level_urgent(),
            Level::Needed => t.wanted_level_needed(),
            Level::Enough => t.wanted_level_enough(),
        },
    }
}

fn parts(t: &Texts, impact: &Impact) -> (Vec<Part>, i64) {
    let (mut parts, mut start) = (Vec::new(), 0);
    if impact.handed_out().is_none() {
        return (parts, 0);
    }
    let classes = ["part-1", "part-2", "part-3", "part-4", "part-5"];
    for (class, (place, pieces)) in classes.into_iter().zip(&impact.places) {
        let pieces = pieces.unwrap_or_default();
        if pieces > 0 {
            parts.push(Part { class, start, pieces, label: t.say(&place.words()) });
            start += pieces;
        }
    }
    (parts, start)
}

fn numbers(t: &Texts, impact: &Impact) -> Vec<(String, String)> {
    let mut numbers = vec![(told(impact.received), t.company_number_received())];
    numbers.push((told(impact.handed_out()), t.company_number_handed_out()));
    numbers.push((t.say(&impact.households.words()), t.company_number_households()));
    numbers.extend(impact.speed.half_within_days.map(|days| (t.report_days(days), t.company_number_half())));
    numbers
}

fn groups(t: &Texts, impact: &Impact) -> Figure {
    let names = [t.company_place_handed_out(), t.company_still_there(), t.company_not_told()];
    let hides = impact.groups.iter().any(|group| group.handed_out.is_none());
    let series: Vec<String> = names.iter().take(if hides { 3 } else { 2 }).cloned().collect();
    let row = |group: &GroupImpact| {
        let received = group.received.unwrap_or_default();
        let parts = match group.handed_out {
            Some(handed_out) => vec![handed_out, (received - handed_out).max(0), 0],
            None => vec![0, 0, received],
        };
        ChartRow {
            name: group.names.get(t.lang()).to_owned(),
            parts: parts.into_iter().take(series.len()).collect(),
            href: String::new(),
        }
    };
    let chart = Rows {
        id: "impact-groups",
        title: &t.report_by_group(),
        about: &t.company_groups_about(),
        series: &series,
        rows: impact.groups.iter().map(row).collect(),
    };
    let table = |group: &GroupImpact| {
        (group.names.get(t.lang()).to_owned(), vec![told(group.received), told(group.handed_out)])
    };
    Figure {
        svg: chart.draw(),
        legend: legend("impact-groups", &series),
        heads: vec![t.csv_group(), t.csv_received(), t.company_place_handed_out()],
        rows: impact.groups.iter().map(table).collect(),
    }
}

fn purposes(t: &Texts, impact: &Impact) -> Figure {
    let name = |word: &str| Purpose::of_word(word).map_or_else(|| word.to_owned(), |purpose| t.say(&purpose.words()));
    let series = [t.company_place_handed_out()];
    let told_ones = impact.purposes.iter().filter_map(|one| Some((name(&one.purpose), one.handed_out?)));
    let rows: Vec<ChartRow> = told_ones
        .filter(|(_, pieces)| *pieces > 0)
        .map(|(name, pieces)| ChartRow { name, parts: vec![pieces], href: String::new() })
        .collect();
    let chart = Rows {
        id: "impact-purposes",
        title: &t.report_by_need(),
        about: &t.company_purposes_about(),
        series: &series,
        rows,
    };
    Figure {
        svg: if chart.rows.is_empty() { String::new() } else { chart.draw() },
        legend: Vec::new(),
        heads: vec![t.csv_purpose(), t.company_place_handed_out()],
        rows: impact.purposes.iter().map(|one| (name(&one.purpose), vec![told(one.handed_out)])).collect(),
    }
}
