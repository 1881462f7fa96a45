//! A report as a table without a language.

use std::borrow::Cow;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::texts::{Lang, Message, Texts, Words};

/// A text that each language can say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Said {
    /// The same in every language: a person's name, a number on paper.
    Plain(String),
    /// A thing's name, or a text that is kept as it was said.
    Words(Box<Words>),
    Message(Box<Message>),
}

impl Said {
    pub fn get<'a>(&'a self, t: &Texts) -> Cow<'a, str> {
        match self {
            Said::Plain(text) => Cow::Borrowed(text),
            Said::Words(words) => Cow::Borrowed(words.get(t.lang())),
            Said::Message(message) => Cow::Owned(t.say(message)),
        }
    }

    /// The text as it is said today, in every language: what is frozen must not change with a later version's words.
    pub fn kept(&self) -> Said {
        match self {
            Said::Message(message) => {
                let say = |lang| Texts::of(lang).say(message);
                let words = Words { de: say(Lang::De), en: say(Lang::En), uk: say(Lang::Uk), ar: say(Lang::Ar) };
                Said::Words(Box::new(words))
            }
            kept => kept.clone(),
        }
    }
}

impl From<Message> for Said {
    fn from(message: Message) -> Said {
        Said::Message(Box::new(message))
    }
}

impl From<Words> for Said {
    fn from(words: Words) -> Said {
        Said::Words(Box::new(words))
    }
}

impl From<String> for Said {
    fn from(text: String) -> Said {
        Said::Plain(text)
    }
}

impl From<&str> for Said {
    fn from(text: &str) -> Said {
        Said::Plain(text.to_owned())
    }
}

/// What stands in one place of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cell {
    /// There is nothing to say here.
    Empty,
    /// There is something, and too few households stand behind it to tell (law reference 2.4).
    Hidden,
    Whole(i64),
    /// Money, in cents.
    Cents(i64),
    /// Money that is not euros, in its hundredths; another cell of the row says which.
    Foreign(i64),
    Day(Date),
    /// Whole percent.
    Percent(i64),
    Text(Said),
}

impl Cell {
    pub fn text(text: impl Into<Said>) -> Cell {
        Cell::Text(text.into())
    }

    /// Money where there is some, nothing where none was told: a missing value is not 0 €.
    pub fn cents(cents: Option<i64>) -> Cell {
        cents.map_or(Cell::Empty, Cell::Cents)
    }

    pub fn whole(number: Option<i64>) -> Cell {
        number.map_or(Cell::Empty, Cell::Whole)
    }

    pub fn day(day: Option<Date>) -> Cell {
        day.map_or(Cell::Empty, Cell::Day)
    }

    fn keep(&mut self) {
        if let Cell::Text(said @ Said::Message(_)) = self {
            *said = said.kept();
        }
    }
}

/// What a column holds, as JSON names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Text,
    Whole,
    Cents,
    Day,
    Percent,
}

/// One column. `key` is its name in JSON and never changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    pub key: Cow<'static, str>,
    pub head: Said,
    pub kind: Kind,
    /// Wide columns get room for a sentence, others for a word or number.
    pub wide: bool,
}

impl Column {
    pub fn new(key: &'static str, head: impl Into<Said>, kind: Kind) -> Column {
        Column { key: Cow::Borrowed(key), head: head.into(), kind, wide: false }
    }

    pub fn wide(key: &'static str, head: impl Into<Said>) -> Column {
        Column { wide: true, ..Column::new(key, head, Kind::Text) }
    }
}

/// How people would rather look at a table: bars for some of its columns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chart {
    /// The column that names a bar.
    pub name: usize,
    /// The columns of numbers, one part of a bar each.
    pub parts: Vec<usize>,
}

/// A report: each row has a cell for each column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// The name for files: `donations`.
    pub name: Cow<'static, str>,
    pub title: Said,
    /// What is counted, in one sentence.
    pub sentence: Said,
    /// The first and the last day, both included; `None`: as it was on the day of the report.
    pub period: Option<(Date, Date)>,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Cell>>,
    /// As long as a row, or empty where sums mean nothing. Its first cell is left to the writer, which says "sum".
    pub totals: Vec<Cell>,
    /// What else must be known to read it right.
    pub notes: Vec<Said>,
    pub chart: Option<Chart>,
}

impl Table {
    pub fn new(name: &'static str, title: impl Into<Said>, sentence: impl Into<Said>, columns: Vec<Column>) -> Table {
        Table {
            name: Cow::Borrowed(name),
            title: title.into(),
            sentence: sentence.into(),
            period: None,
            columns,
            rows: Vec::new(),
            totals: Vec::new(),
            notes: Vec::new(),
            chart: None,
        }
    }

    /// Adds up columns of whole numbers and money, where nothing in them is hidden.
    pub fn sum(&mut self, columns: &[&str]) {
        let cells = self.columns.iter().enumerate().map(|(at, column)| {
            if !columns.contains(&column.key.as_ref()) {
                return Cell::Empty;
            }
            let mut sum = 0i64;
            for row in &self.rows {
                match row.get(at) {
                    Some(Cell::Whole(number) | Cell::Cents(number)) => sum = sum.saturating_add(*number),
                    Some(Cell::Hidden) => return Cell::Hidden,
                    _ => {}
                }
            }
            if column.kind == Kind::Cents { Cell::Cents(sum) } else { Cell::Whole(sum) }
        });
        self.totals = cells.collect();
    }

    /// The table with each text as it is said today, so that it reprints the same under later versions.
    pub fn kept(mut self) -> Table {
        self.title = self.title.kept();
        self.sentence = self.sentence.kept();
        self.notes = self.notes.iter().map(Said::kept).collect();
        for column in &mut self.columns {
            column.head = column.head.kept();
        }
        self.rows.iter_mut().chain(std::iter::once(&mut self.totals)).flatten().for_each(Cell::keep);
        self
    }
}
