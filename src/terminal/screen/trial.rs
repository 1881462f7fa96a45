//! The scanner test: the last scan's facts, and in big letters whether all is well.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::View;
use super::bidi::columns;
use super::card::{self, Card};
use crate::codes::Command;
use crate::terminal::state::Look;
use crate::terminal::trial::Trial;

pub fn draw(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, last: Option<&Trial>) {
    let t = view.texts;
    let Some(trial) = last else {
        let card = Card {
            headline: t.trial_begin(),
            detail: t.trial_begin_help(Command::Test.code().printed()),
            keys: t.trial_keys(),
            ..Card::default()
        };
        return card::draw(
            frame,
            area,
            card::block(Look::Again, view.palette.base),
            view.palette.base,
            view.way(),
            &card,
        );
    };
    let advice = trial.advice();
    let look = trial.look();
    let headline = advice.first().map_or_else(|| t.trial_fine(), |message| t.say(message));
    let card = Card {
        word: t.trial_not_booked(),
        headline,
        detail: advice.iter().skip(1).map(|message| t.say(message)).collect::<Vec<_>>().join(" "),
        ..Card::default()
    };
    let facts = trial.facts();
    let [top, below] =
        Layout::vertical([Constraint::Min(3), Constraint::Length(u16::try_from(facts.len() + 1).unwrap_or(8))])
            .areas(area);
    let style = view.palette.look(look);
    card::draw(frame, top, card::block(look, style), style, view.way(), &card);
    let names: Vec<String> = facts.iter().map(|(name, _)| t.say(name)).collect();
    let width = names.iter().map(|name| columns(name)).max().unwrap_or(0);
    let mut lines: Vec<Line<'_>> = names
        .into_iter()
        .zip(&facts)
        .map(|(name, (_, value))| {
            Line::from(vec![
                Span::styled(format!(" {name}{}  ", " ".repeat(width - columns(&name))), view.palette.dim),
                Span::styled(t.say(value), view.palette.strong),
            ])
        })
        .collect();
    lines.push(Line::styled(format!(" {}", t.trial_keys()), view.palette.base));
    frame.render_widget(Paragraph::new(view.lines(lines)).style(view.palette.base), below);
}
