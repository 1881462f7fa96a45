//! The ten characters that stand on every label, card, badge and shelf: `T BBBBBBBB C`.
//!
//! `T` says what the code belongs to ([`Kind`]), eight random symbols make it unique, and the last character checks the
//! other nine ([`alphabet::check_symbol`]). The alphabet leaves out whatever a German, Swiss, British, Polish, Spanish,
//! Italian or Turkish keyboard turns into something else, because most scanners type like an American keyboard.
//!
//! ```
//! use gabentisch::codes::{Code, Kind, read};
//!
//! let code: Code = "A7F39MXT4E".parse().unwrap();
//! assert_eq!(code.kind(), Kind::Item);
//! assert_eq!(code.printed(), "A7F 39M XT4E");
//! // A label with a web address in front, typed into a German computer, is still read.
//! assert_eq!(read("HTTPSÖ--KK.EXAMPLE.ORG-A7F39MXT4E").unwrap(), code);
//! ```

pub mod alphabet;
mod code;
mod command;
mod kind;
mod layouts;
mod reading;

pub use code::{Code, InvalidCode};
pub use command::Command;
pub use kind::Kind;
pub use layouts::{LAYOUTS, Layout};
pub use reading::{Unreadable, read, read_command};
