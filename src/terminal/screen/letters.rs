//! Big letters from block characters, to be read from two metres: capitals, digits and the signs of the verdicts.

use super::{bidi, brush};

/// How large a pixel of the font becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// One column and half a row: three rows high.
    Half,
    /// Two columns and one row: six rows high, the first for the dots of Ä, Ö, Ü.
    Wide,
    /// One column and one row: for words that are too long for [`Size::Wide`].
    Narrow,
}

impl Size {
    pub fn height(self) -> u16 {
        match self {
            Size::Half => 3,
            Size::Wide | Size::Narrow => 6,
        }
    }

    /// Rows that this text takes: Arabic letters reach below the line and need more than three.
    pub fn height_of(self, text: &str) -> usize {
        if bidi::has_arabic(text) { brush::height(self) } else { usize::from(self.height()) }
    }

    fn columns(self) -> usize {
        if self == Size::Wide { 2 } else { 1 }
    }
}

/// The rows of the text in big letters; `None` when the font lacks a sign, then the text is shown as it is.
pub fn rows(text: &str, size: Size) -> Option<Vec<String>> {
    if bidi::has_arabic(text) {
        return brush::rows(text, size);
    }
    let mut pixels: [Vec<bool>; 6] = Default::default();
    for (place, c) in folded(text).enumerate() {
        let (accent, glyph) = glyph(c)?;
        let width = glyph.split('/').next()?.len();
        for (row, line) in pixels.iter_mut().enumerate() {
            line.extend((place > 0).then_some(false));
            match row {
                0 => line.extend((0..width).map(|x| accent.is_on(x, width))),
                _ => line.extend(glyph.split('/').nth(row - 1)?.bytes().map(|b| b == b'X')),
            }
        }
    }
    Some(match size {
        Size::Half => pixels.chunks(2).map(|pair| halves(&pair[0], &pair[1])).collect(),
        _ => pixels.iter().map(|line| whole(line, size.columns())).collect(),
    })
}

/// Columns that the text takes; `None` when the font lacks a sign.
pub fn width(text: &str, size: Size) -> Option<usize> {
    if bidi::has_arabic(text) {
        return brush::width(text, size);
    }
    let mut columns = 0;
    for c in folded(text) {
        columns += glyph(c)?.1.find('/')? + 1;
    }
    Some(columns.saturating_sub(1) * size.columns())
}

fn folded(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|c| !bidi::is_mark(*c)).flat_map(char::to_uppercase)
}

fn halves(upper: &[bool], lower: &[bool]) -> String {
    let block = |(upper, lower): (&bool, &bool)| match (upper, lower) {
        (true, true) => '█',
        (true, false) => '▀',
        (false, true) => '▄',
        (false, false) => ' ',
    };
    upper.iter().zip(lower).map(block).collect()
}

fn whole(line: &[bool], columns: usize) -> String {
    line.iter().flat_map(|on| std::iter::repeat_n(if *on { '█' } else { ' ' }, columns)).collect()
}

/// What stands above a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Accent {
    None,
    /// Ä, Ї
    Dots,
    /// Й
    Breve,
}

impl Accent {
    fn is_on(self, x: usize, width: usize) -> bool {
        let at_an_end = x == 0 || x + 1 == width;
        self == Accent::Dots && at_an_end || self == Accent::Breve && !at_an_end
    }
}

/// What stands above the sign, and its five rows.
fn glyph(c: char) -> Option<(Accent, &'static str)> {
    let rows = match c {
        'Ї' => return Some((Accent::Dots, ".X./.X./.X./.X./.X.")),
        'Й' => return Some((Accent::Breve, glyph('И')?.1)),
        'Ä' => return Some((Accent::Dots, glyph('A')?.1)),
        'Ö' => return Some((Accent::Dots, glyph('O')?.1)),
        'Ü' => return Some((Accent::Dots, glyph('U')?.1)),
        'A' => ".XX./X..X/XXXX/X..X/X..X",
        'B' => "XXX./X..X/XXX./X..X/XXX.",
        'C' => ".XXX/X.../X.../X.../.XXX",
        'D' => "XXX./X..X/X..X/X..X/XXX.",
        'E' => "XXX/X../XX./X../XXX",
        'F' => "XXX/X../XX./X../X..",
        'G' => ".XXX/X.../X.XX/X..X/.XXX",
        'H' => "X..X/X..X/XXXX/X..X/X..X",
        'I' => "X/X/X/X/X",
        'J' => "..X/..X/..X/X.X/XXX",
        'K' => "X..X/X.X./XX../X.X./X..X",
        'L' => "X../X../X../X../XXX",
        'M' => "X...X/XX.XX/X.X.X/X...X/X...X",
        'N' => "X..X/XX.X/X.XX/X..X/X..X",
        'O' => ".XX./X..X/X..X/X..X/.XX.",
        'P' => "XXX./X..X/XXX./X.../X...",
        'Q' => ".XX./X..X/X..X/X.X./.X.X",
        'R' => "XXX./X..X/XXX./X.X./X..X",
        'S' => ".XXX/X.../.XX./...X/XXX.",
        'T' => "XXX/.X./.X./.X./.X.",
        'U' => "X..X/X..X/X..X/X..X/.XX.",
        'V' => "X...X/X...X/.X.X./.X.X./..X..",
        'W' => "X...X/X...X/X.X.X/XX.XX/X...X",
        'X' => "X...X/.X.X./..X../.X.X./X...X",
        'Y' => "X...X/.X.X./..X../..X../..X..",
        'Z' => "XXXX/..X./.X../X.../XXXX",
        'А' => return glyph('A'),
        'В' => return glyph('B'),
        'Е' | 'Ё' => return glyph('E'),
        'І' => return glyph('I'),
        'К' => return glyph('K'),
        'М' => return glyph('M'),
        'Н' => return glyph('H'),
        'О' => return glyph('O'),
        'Р' => return glyph('P'),
        'С' => return glyph('C'),
        'Т' => return glyph('T'),
        'Х' => return glyph('X'),
        'Б' => "XXXX/X.../XXX./X..X/XXX.",
        'Г' => "XXX/X../X../X../X..",
        'Ґ' => "..X/XXX/X../X../X..",
        'Д' => "..XX./.X.X./.X.X./XXXXX/X...X",
        'Є' => ".XXX/X.../XXX./X.../.XXX",
        'Ж' => "X.X.X/X.X.X/.XXX./X.X.X/X.X.X",
        'З' => "XXX./...X/.XX./...X/XXX.",
        'И' => "X..X/X..X/X.XX/XX.X/X..X",
        'Л' => ".XXX/.X.X/.X.X/.X.X/X..X",
        'П' => "XXXX/X..X/X..X/X..X/X..X",
        'У' => "X..X/X..X/.XXX/...X/XXX.",
        'Ф' => ".XXX./X.X.X/X.X.X/.XXX./..X..",
        'Ц' => "X..X./X..X./X..X./XXXXX/....X",
        'Ч' => "X..X/X..X/.XXX/...X/...X",
        'Ш' => "X.X.X/X.X.X/X.X.X/X.X.X/XXXXX",
        'Щ' => "X.X.X./X.X.X./X.X.X./XXXXXX/.....X",
        'Ь' => "X.../X.../XXX./X..X/XXX.",
        'Ы' => "X...X/X...X/XX..X/X.X.X/XX..X",
        'Э' => "XXX./...X/.XXX/...X/XXX.",
        'Ю' => "X.XX./XX..X/XX..X/XX..X/X.XX.",
        'Я' => ".XXX/X..X/.XXX/.X.X/X..X",
        '0' => ".XX./X..X/X..X/X..X/.XX.",
        '1' => ".X/XX/.X/.X/.X",
        '2' => "XXX./...X/.XX./X.../XXXX",
        '3' => "XXX./...X/.XX./...X/XXX.",
        '4' => "X..X/X..X/XXXX/...X/...X",
        '5' => "XXXX/X.../XXX./...X/XXX.",
        '6' => ".XX./X.../XXX./X..X/.XX.",
        '7' => "XXXX/...X/..X./.X../.X..",
        '8' => ".XX./X..X/.XX./X..X/.XX.",
        '9' => ".XX./X..X/.XXX/...X/.XX.",
        ' ' => "../../../../..",
        '.' => "././././X",
        ',' => "../../../.X/X.",
        ':' => "./X/./X/.",
        '!' => "X/X/X/./X",
        '?' => "XXX./...X/.XX./..../.X..",
        '-' | '–' => ".../.../XXX/.../...",
        '+' => ".../.X./XXX/.X./...",
        '×' => ".../X.X/.X./X.X/...",
        '/' => "..X/..X/.X./X../X..",
        '(' => ".X/X./X./X./.X",
        ')' => "X./.X/.X/.X/X.",
        '\'' | '’' | 'ʼ' => "X/X/././.",
        '"' | '„' | '“' | '”' | '«' | '»' => "X.X/X.X/.../.../...",
        '·' => "././X/./.",
        '…' => "...../...../...../...../X.X.X",
        '✓' => "......X/.....X./X...X../.X.X.../..X....",
        '✗' => "X...X/.X.X./..X../.X.X./X...X",
        _ => return None,
    };
    Some((Accent::None, rows))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_glyph_is_a_rectangle_of_five_rows() {
        for c in
            "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜАБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯЫЭЁ0123456789 .,:!?-–+×/()'\"„“·…✓✗".chars()
        {
            let (_, rows) = glyph(c).unwrap_or_else(|| panic!("{c} is missing"));
            let widths: Vec<usize> = rows.split('/').map(str::len).collect();
            assert_eq!(widths.len(), 5, "{c}");
            assert!(widths.iter().all(|width| *width == widths[0] && *width > 0), "{c}: {widths:?}");
        }
    }

    #[test]
    fn letters_in_each_size() {
        assert_eq!(rows("Tür", Size::Half).unwrap(), ["▄▄▄ █  █ ▄▄▄ ", " █  █  █ █▄▄▀", " █  ▀▄▄▀ █ ▀▄"]);
        assert_eq!(rows("Ü", Size::Narrow).unwrap().join("\n"), "█  █\n█  █\n█  █\n█  █\n█  █\n ██ ");
        assert_eq!(width("Straße", Size::Half), rows("strasse", Size::Half).map(|rows| rows[0].chars().count()));
        assert_eq!(width("AUSGABE", Size::Wide), Some(66));
        assert_eq!(rows("Куртка", Size::Half).unwrap()[0].trim_end(), "▄  ▄ ▄  ▄ ▄▄▄  ▄▄▄ ▄  ▄  ▄▄");
        assert_eq!(rows("上着", Size::Half), None);
    }
}
