//! The post: mails leave one after the other through the SMTP server of the settings. A letter is taken before it is sent, so
//! that nobody sends it twice, also with two servers on one database; what became of it is written after.

use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use lettre::message::header::ContentType;
use lettre::message::{Mailbox, header};
use lettre::{Message, SmtpTransport, Transport};

use super::{ActionError, House, letters as written};
use crate::domain::session::LetterState;
use crate::store::letters::{self, LetterRow};

/// How long the server may take for one letter.
const PATIENCE: Duration = Duration::from_secs(20);
/// Minutes between two tries; after the last one the letter has failed.
const PAUSES: [i64; 7] = [1, 5, 15, 60, 180, 360, 720];
/// Whoever sends for so long was stopped in the middle.
const STUCK: SignedDuration = SignedDuration::from_mins(10);

/// Where mails go and who they are from.
pub struct Post {
    transport: SmtpTransport,
    from: Mailbox,
}

impl Post {
    /// Reads `smtp://user:password@host:port` or `smtps://…`, and the sender. The error says nothing of the password.
    ///
    /// # Errors
    /// A sentence about what is wrong with the settings.
    pub fn of(url: &str, from: &str) -> Result<Post, String> {
        let from = from.parse().map_err(|_| {
            "mail_from is no mail address; an example is Kleiderkammer <kleiderkammer@example.org>".to_owned()
        })?;
        if is_open_letter(url) {
            let why =
                "smtp holds a password and would send it in the clear; write smtps://, or smtp:// with ?tls=required";
            return Err(why.to_owned());
        }
        let builder = SmtpTransport::from_url(url)
            .map_err(|_| "smtp cannot be read; an example is smtps://user:password@mail.example.org:465".to_owned())?;
        Ok(Post { transport: builder.timeout(Some(PATIENCE)).build(), from })
    }

    fn send(&self, row: &LetterRow, now: Timestamp) -> Result<(), Undelivered> {
        let lasting = |why: String| Undelivered { lasting: true, why };
        let to: Mailbox = row.address.parse().map_err(|_| lasting("this is no mail address".to_owned()))?;
        // The letter's own name stays the same when it is sent again, so that a reader's mailbox can tell.
        let domain = self.from.email.domain();
        let message = Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(&row.subject)
            .date(std::time::SystemTime::from(now))
            .message_id(Some(format!("<{}@{domain}>", row.id)))
            .header(AutoSubmitted)
            .header(ContentLanguage(row.lang.clone()))
            .header(ContentType::TEXT_PLAIN)
            .body(row.body.clone())
            .map_err(|error| lasting(error.to_string()))?;
        self.transport.send(&message).map(drop).map_err(|error| {
            let why = error.to_string();
            Undelivered { lasting: error.is_permanent(), why: why.chars().take(300).collect() }
        })
    }
}

/// Whether anybody on the way could read the password: no TLS, or none when somebody takes it away, to another machine.
fn is_open_letter(url: &str) -> bool {
    let lower = url.trim().to_ascii_lowercase();
    let Some(rest) = lower.strip_prefix("smtp://") else { return false };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let Some((_, host)) = authority.rsplit_once('@') else { return false };
    let host = match host.strip_prefix('[') {
        Some(six) => six.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    let is_here = host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback());
    !is_here && !rest.contains("tls=required")
}

struct Undelivered {
    /// No use in trying again.
    lasting: bool,
    why: String,
}

/// RFC 3834: nobody's out-of-office note answers a machine.
#[derive(Clone, Copy)]
struct AutoSubmitted;

impl header::Header for AutoSubmitted {
    fn name() -> header::HeaderName {
        header::HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(AutoSubmitted)
    }

    fn display(&self) -> header::HeaderValue {
        header::HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

/// RFC 3282, so that a voice reads it in the right language.
#[derive(Clone)]
struct ContentLanguage(String);

impl header::Header for ContentLanguage {
    fn name() -> header::HeaderName {
        header::HeaderName::new_from_ascii_str("Content-Language")
    }

    fn parse(text: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(ContentLanguage(text.to_owned()))
    }

    fn display(&self) -> header::HeaderValue {
        header::HeaderValue::new(Self::name(), self.0.clone())
    }
}

/// Sends all mails that are due, one after the other. Gives how many were tried.
///
/// # Errors
/// When the database fails; what a mail server says stands with its letter.
pub fn send_due(house: &Arc<House>, post: &Post) -> Result<usize, ActionError> {
    set_aside_stuck(house)?;
    let mut tried = 0;
    // Looking costs nothing; taking asks the writer.
    let now = house.now();
    if house.store().read(|db| letters::next_due(db, now).map_err(ActionError::from))?.is_none() {
        return Ok(0);
    }
    while let Some(row) = take(house)? {
        tried += 1;
        let sent = post.send(&row, house.now());
        let now = house.now();
        let tries = usize::try_from(row.tries).unwrap_or_default();
        let (state, why, due) = match sent {
            Ok(()) => (LetterState::Sent, String::new(), now),
            Err(Undelivered { lasting: false, why }) => match PAUSES.get(tries) {
                Some(minutes) => (LetterState::Waiting, why, now + SignedDuration::from_mins(*minutes)),
                None => (LetterState::Failed, why, now),
            },
            Err(Undelivered { why, .. }) => (LetterState::Failed, why, now),
        };
        // Neither the address nor what the server said: both may name somebody.
        tracing::info!(letter = %row.id, %state, "mail");
        let sent_at = (state == LetterState::Sent).then_some(now);
        house
            .store()
            .write(move |db| letters::settle(db, row.id, state, &why, due, sent_at).map_err(ActionError::from))?;
    }
    Ok(tried)
}

/// Takes the letter that is due the longest; nobody else sends it then. As it was before it was taken.
fn take(house: &Arc<House>) -> Result<Option<LetterRow>, ActionError> {
    let now = house.now();
    house.store().write(move |db| {
        while let Some(row) = letters::next_due(db, now)? {
            if !written::may_be_sent(db, &row)? {
                letters::drop_one(db, row.id, now)?;
            } else if letters::claim(db, &row, now)? {
                return Ok(Some(row));
            }
        }
        Ok(None)
    })
}

/// A letter that was taken and never came back, because the server was stopped in the middle: it may have arrived, so a
/// person decides whether it goes once more.
fn set_aside_stuck(house: &Arc<House>) -> Result<(), ActionError> {
    let now = house.now();
    let stuck = house.store().read(|db| letters::stuck(db, now - STUCK).map_err(ActionError::from))?;
    if stuck.is_empty() {
        return Ok(());
    }
    house.store().write(move |db| {
        for row in &stuck {
            let why = "the server was stopped while it was being sent; it may have arrived";
            letters::settle(db, row.id, LetterState::Failed, why, now, None)?;
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_goes_to_another_machine_only_under_a_seal() {
        let of = |url: &str| Post::of(url, "Kammer <kammer@example.org>");
        assert!(of("smtp://user:geheim@mail.example.org:25").is_err_and(|why| !why.contains("geheim")));
        assert!(of("SMTP://user:geheim@mail.example.org?tls=opportunistic").is_err());
        for fine in [
            "smtps://user:geheim@mail.example.org:465",
            "smtp://user:geheim@mail.example.org:587?tls=required",
            "smtp://user:geheim@localhost:25",
            "smtp://user:geheim@127.0.0.1:25",
            "smtp://mail.example.org:25",
        ] {
            assert!(of(fine).is_ok(), "{fine}");
        }
    }
}
