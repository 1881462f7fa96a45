//! What somebody typed when the sign-in ended in the middle of it: kept in the page itself, sealed, for the same person.
//!
//! The server stores nothing. The seal (ChaCha20-Poly1305 under a key of this house) lets nobody read or change it, also
//! not the next one at the same computer; and only the person who was signed in here last can send it.

use actix_web::HttpRequest;
use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, Key, SameSite};
use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use jiff::Timestamp;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::domain::UserId;

/// The cookie that says who was signed in here last.
const WHO: &str = "who";
const WHO_DAYS: i64 = 30;
/// Most characters of a form that are kept; names and values together.
const MOST: usize = 24_000;
/// Seconds after which nobody can mean it any more.
const LONGEST: i64 = 24 * 3600;

/// A form that was sent without a sign-in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::web) struct KeptForm {
    pub user: UserId,
    /// Where it was sent.
    pub path: String,
    pub fields: Vec<(String, String)>,
    /// Whether a password was among it, which is not kept.
    pub without_password: bool,
    at: i64,
}

/// What the sign-in page says about the form, and hands back.
#[derive(Clone, Debug, Default)]
pub(in crate::web) struct Interrupted {
    /// The sealed form; empty when nothing could be kept.
    pub sealed: String,
    /// Files were sent, which nobody can keep.
    pub had_files: bool,
    /// The page that the form stood on.
    pub back: String,
}

/// Seals and opens what the house gives into strange hands for a while.
pub(in crate::web) struct Sealer(ChaCha20Poly1305);

impl Sealer {
    pub fn of(cookies: &Key) -> Sealer {
        let key = Sha256::new().chain_update("kept forms").chain_update(cookies.master()).finalize();
        Sealer(ChaCha20Poly1305::new(&key))
    }

    fn seal(&self, what: &impl Serialize, nonce: [u8; 12]) -> Option<String> {
        let text = serde_json::to_vec(what).ok()?;
        let sealed = self.0.encrypt(&Nonce::from(nonce), text.as_slice()).ok()?;
        Some(data_encoding::BASE64URL_NOPAD.encode(&[&nonce[..], &sealed].concat()))
    }

    fn open<T: DeserializeOwned>(&self, text: &str) -> Option<T> {
        let bytes = data_encoding::BASE64URL_NOPAD.decode(text.as_bytes()).ok()?;
        let (nonce, sealed) = bytes.split_at_checked(12)?;
        let nonce: [u8; 12] = nonce.try_into().ok()?;
        serde_json::from_slice(&self.0.decrypt(&Nonce::from(nonce), sealed).ok()?).ok()
    }

    /// The cookie that remembers who signed in.
    pub fn who_cookie(&self, user: UserId, nonce: [u8; 12]) -> Cookie<'static> {
        Cookie::build(WHO, self.seal(&user, nonce).unwrap_or_default())
            .path("/")
            .http_only(true)
            .same_site(SameSite::Lax)
            .max_age(Duration::days(WHO_DAYS))
            .finish()
    }

    /// Takes the cookie away: whoever signed out is gone.
    pub fn nobody_cookie() -> Cookie<'static> {
        let mut cookie = Cookie::build(WHO, "").path("/").finish();
        cookie.make_removal();
        cookie
    }

    /// Who was signed in here last.
    pub fn who(&self, req: &HttpRequest) -> Option<UserId> {
        self.open(req.cookie(WHO)?.value())
    }

    /// Seals a form for the person who was signed in here last. Nothing, when that is not known or it is too much.
    pub fn keep(&self, req: &HttpRequest, fields: Vec<(String, String)>, nonce: [u8; 12]) -> Option<String> {
        let user = self.who(req)?;
        let size: usize = fields.iter().map(|(name, value)| name.len() + value.len()).sum();
        if size > MOST {
            return None;
        }
        let all = fields.len();
        let fields: Vec<_> = fields.into_iter().filter(|(name, _)| !name.contains("password")).collect();
        let without_password = fields.len() < all;
        let path = req.path().to_owned();
        self.seal(&KeptForm { user, path, fields, without_password, at: Timestamp::now().as_second() }, nonce)
    }

    /// The form, for whoever typed it and as long as it is fresh.
    ///
    /// # Errors
    /// `Err` when it is somebody else's or too old.
    pub fn give_back(&self, sealed: &str, user: UserId) -> Result<KeptForm, ()> {
        let kept: KeptForm = self.open(sealed).ok_or(())?;
        let age = Timestamp::now().as_second() - kept.at;
        if kept.user == user && (0..=LONGEST).contains(&age) { Ok(kept) } else { Err(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_same_person_gets_it_back_and_nobody_changes_it() {
        let sealer = Sealer::of(&Key::generate());
        let (anna, peter) = (UserId(uuid::Uuid::from_u128(1)), UserId(uuid::Uuid::from_u128(2)));
        let kept =
            |at| KeptForm { user: anna, path: "/donors/new".into(), fields: vec![], without_password: false, at };
        let now = Timestamp::now().as_second();
        let sealed = sealer.seal(&kept(now), [7; 12]).unwrap();
        assert_eq!(sealer.give_back(&sealed, anna), Ok(kept(now)));
        assert_eq!(sealer.give_back(&sealed, peter), Err(()));
        assert_eq!(Sealer::of(&Key::generate()).give_back(&sealed, anna), Err(()));
        let old = sealer.seal(&kept(now - LONGEST - 60), [8; 12]).unwrap();
        assert_eq!(sealer.give_back(&old, anna), Err(()));
        let mut changed = sealed.into_bytes();
        changed[30] ^= 1;
        assert_eq!(sealer.give_back(std::str::from_utf8(&changed).unwrap(), anna), Err(()));
        assert_eq!(sealer.give_back("nothing", anna), Err(()));
    }
}
