//! Codes that are orders to the desk, so that a laminated sheet replaces the keyboard.

use super::{Code, Kind};

/// An order to the desk. Its code is fixed, the same in every town, and printed on the command sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    Finish,
    /// Cancel, and "no" to a question.
    Cancel,
    Undo,
    Yes,
    /// The last booked bulk line counts this often.
    Quantity(u8),
    ModeHandout,
    ModeIntake,
    ModeReturn,
    ModeMove,
    ModeStocktake,
    ModeLookup,
    Print,
    Help,
    Lock,
    Test,
}

impl Command {
    /// Every command of the printed sheet.
    pub const ALL: [Command; 17] = [
        Command::Finish,
        Command::Cancel,
        Command::Undo,
        Command::Yes,
        Command::Quantity(2),
        Command::Quantity(5),
        Command::Quantity(10),
        Command::ModeHandout,
        Command::ModeIntake,
        Command::ModeReturn,
        Command::ModeMove,
        Command::ModeStocktake,
        Command::ModeLookup,
        Command::Print,
        Command::Help,
        Command::Lock,
        Command::Test,
    ];

    /// The code on the sheet, such as `XEND000002` for [`Command::Finish`].
    pub fn code(self) -> Code {
        let body = match self {
            Command::Finish => "END00000".to_owned(),
            Command::Cancel => "ABB00000".to_owned(),
            Command::Undo => "REV00000".to_owned(),
            Command::Yes => "JA000000".to_owned(),
            Command::Quantity(count) => format!("M{count:07}"),
            Command::ModeHandout => "MDA00000".to_owned(),
            Command::ModeIntake => "MDE00000".to_owned(),
            Command::ModeReturn => "MDR00000".to_owned(),
            Command::ModeMove => "MDB00000".to_owned(),
            Command::ModeStocktake => "MDN00000".to_owned(),
            Command::ModeLookup => "MDC00000".to_owned(),
            Command::Print => "PRT00000".to_owned(),
            Command::Help => "HE000000".to_owned(),
            Command::Lock => "SPR00000".to_owned(),
            Command::Test => "TEST0000".to_owned(),
        };
        let body = body.as_bytes().first_chunk().expect("eight symbols");
        Code::with_body(Kind::Command, body).expect("commands use the alphabet")
    }

    /// The command that a code of kind [`Kind::Command`] stands for. Quantities from 1 to 99 are understood, also those
    /// that are not on the sheet.
    pub fn from_code(code: Code) -> Option<Command> {
        if let Some(digits) = code.as_str().strip_prefix("XM0") {
            let count: u8 = digits[..6].parse().ok()?;
            return (1..=99).contains(&count).then_some(Command::Quantity(count));
        }
        Command::ALL.into_iter().find(|command| command.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The codes of the printed sheets that are already laminated must never change.
    #[test]
    fn the_codes_of_the_command_sheet() {
        let printed: Vec<String> =
            Command::ALL.iter().map(|command| format!("{command:?} {}", command.code())).collect();
        assert_eq!(
            printed.join("\n"),
            "Finish XEND000002\nCancel XABB00000G\nUndo XREV000002\nYes XJA0000000\n\
             Quantity(2) XM00000020\nQuantity(5) XM0000005R\nQuantity(10) XM00000101\n\
             ModeHandout XMDA000004\nModeIntake XMDE000005\nModeReturn XMDR000000\nModeMove XMDB00000V\n\
             ModeStocktake XMDN00000E\nModeLookup XMDC00000K\nPrint XPRT000004\nHelp XHE0000006\n\
             Lock XSPR000008\nTest XTEST0000P"
        );
    }

    #[test]
    fn a_command_is_found_by_its_code() {
        for command in Command::ALL {
            assert_eq!(Command::from_code(command.code()), Some(command));
        }
        assert_eq!(Command::from_code(Command::Quantity(37).code()), Some(Command::Quantity(37)));
        assert_eq!(Command::from_code("XM0000000".parse().unwrap_or(Command::Help.code())), Some(Command::Help));
    }
}
