//! Colours: white on blue, black on yellow, white on dark red, which differ in lightness too (reference, part 8).

use ratatui::style::{Color, Modifier, Style};

use crate::terminal::state::Look;
use crate::web::api::wire::Mode;

/// Every style of the screen.
#[derive(Clone, Debug)]
pub struct Palette {
    pub base: Style,
    pub dim: Style,
    pub strong: Style,
    pub locked: Style,
    pub ok: Style,
    pub again: Style,
    pub stop: Style,
    pub key: Style,
    modes: [Color; 4],
}

impl Palette {
    /// True colours where the console says that it has them, else the sixteen that every console has.
    pub fn of_environment() -> Palette {
        let says = std::env::var("COLORTERM").unwrap_or_default();
        if says == "truecolor" || says == "24bit" { Palette::rich() } else { Palette::sixteen() }
    }

    pub fn rich() -> Palette {
        let base = Style::new().fg(Color::Rgb(0xE8, 0xEA, 0xED)).bg(Color::Rgb(0x10, 0x13, 0x18));
        Palette {
            base,
            dim: base.fg(Color::Rgb(0x9A, 0xA4, 0xB2)),
            strong: base.fg(Color::White).add_modifier(Modifier::BOLD),
            locked: base.fg(Color::Rgb(0xB8, 0xC0, 0xCC)),
            ok: Style::new().fg(Color::Rgb(0xFF, 0xFF, 0xFF)).bg(Color::Rgb(0x00, 0x47, 0xAB)),
            again: Style::new().fg(Color::Rgb(0x00, 0x00, 0x00)).bg(Color::Rgb(0xFF, 0xD5, 0x00)),
            stop: Style::new().fg(Color::Rgb(0xFF, 0xFF, 0xFF)).bg(Color::Rgb(0xB0, 0x00, 0x20)),
            key: Style::new().fg(Color::Rgb(0x10, 0x13, 0x18)).bg(Color::Rgb(0xB8, 0xC0, 0xCC)),
            modes: [
                Color::Rgb(0x7F, 0xD4, 0xFF),
                Color::Rgb(0x86, 0xE0, 0xA3),
                Color::Rgb(0xD9, 0xB8, 0xFF),
                Color::Rgb(0xF2, 0xF2, 0xF2),
            ],
        }
    }

    pub fn sixteen() -> Palette {
        let base = Style::new().fg(Color::White).bg(Color::Black);
        Palette {
            base,
            dim: base.fg(Color::Gray),
            strong: base.fg(Color::White).add_modifier(Modifier::BOLD),
            locked: base,
            ok: Style::new().fg(Color::White).bg(Color::Blue).add_modifier(Modifier::BOLD),
            again: Style::new().fg(Color::Black).bg(Color::Yellow),
            stop: Style::new().fg(Color::White).bg(Color::Red).add_modifier(Modifier::BOLD),
            key: Style::new().fg(Color::Black).bg(Color::Gray),
            modes: [Color::LightCyan, Color::LightGreen, Color::LightMagenta, Color::White],
        }
    }

    pub fn look(&self, look: Look) -> Style {
        match look {
            Look::Ok => self.ok,
            Look::Again | Look::Question => self.again,
            Look::Stop => self.stop,
        }
    }

    /// The colour of the mode's word; the word says it too.
    pub fn mode(&self, mode: Mode) -> Style {
        let [handout, intake, back, other] = self.modes;
        self.base.fg(match mode {
            Mode::Handout => handout,
            Mode::Intake => intake,
            Mode::Return => back,
            Mode::Move | Mode::Stocktake | Mode::Lookup => other,
        })
    }
}
