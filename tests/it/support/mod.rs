//! What the tests stand on: a real server over either database, people with browsers and terminals, a few goods.

pub mod app;
pub mod attacker;
pub mod axe;
pub mod browser;
pub mod client;
pub mod film;
pub mod journal;
pub mod own;
pub mod photo;
pub mod postgres;
pub mod pty;
pub mod relay;
pub mod scanner;
pub mod served;
pub mod town;

pub use app::{Backend, TestApp};
pub use browser::Browser;
pub use client::{Answer, Client};
pub use scanner::{Event, Scanner};

/// One test on both databases: `both! { a_sentence => |app| { … } }`.
macro_rules! both {
    ($($name:ident => |$app:ident| $body:block)+) => {$(
        mod $name {
            #[allow(unused_imports)]
            use super::*;

            fn story($app: crate::support::TestApp) $body

            #[test]
            fn on_sqlite() {
                story(crate::support::TestApp::on(crate::support::Backend::Sqlite));
            }

            #[test]
            fn on_postgres() {
                story(crate::support::TestApp::on(crate::support::Backend::Postgres));
            }
        }
    )+};
}
pub(crate) use both;
