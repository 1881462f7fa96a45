//! Sessions on the server, in the database: the cookie holds only a random key, the database only the key's hash.

use std::collections::HashMap;
use std::sync::Arc;

use actix_session::storage::{LoadError, SaveError, SessionKey, SessionStore, UpdateError};
use actix_web::cookie::Key;
use actix_web::cookie::time::Duration;
use actix_web::web;
use anyhow::anyhow;
use jiff::{SignedDuration, Timestamp};

use crate::actions::{ActionError, House, sign_in_sessions as sessions};
use crate::domain::UserId;

/// The session entry that holds who is signed in.
pub(in crate::web) const USER: &str = "user";

/// The session entry that holds the second in which the sign-in ends, also after its key was renewed.
const ENDS: &str = "ends";

type State = HashMap<String, String>;

/// The sessions of this house.
pub(in crate::web) struct DatabaseSessions(pub Arc<House>);

impl DatabaseSessions {
    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Arc<House>) -> Result<T, ActionError> + Send + 'static,
    ) -> anyhow::Result<T> {
        let house = Arc::clone(&self.0);
        Ok(web::block(move || work(&house)).await.map_err(|error| anyhow!(error))??)
    }
}

fn until(ttl: &Duration) -> Timestamp {
    Timestamp::now() + SignedDuration::from_secs(ttl.whole_seconds().clamp(0, 30 * 86_400))
}

fn ends(state: &State) -> Option<Timestamp> {
    Timestamp::from_second(state.get(ENDS)?.parse().ok()?).ok()
}

fn user_of(state: &State) -> Option<UserId> {
    serde_json::from_str(state.get(USER)?).ok()
}

impl SessionStore for DatabaseSessions {
    async fn load(&self, key: &SessionKey) -> Result<Option<State>, LoadError> {
        let key = key.as_ref().to_owned();
        let state = self.run(move |house| sessions::load(house, &key)).await.map_err(LoadError::Other)?;
        state
            .map(|state| serde_json::from_str(&state).map_err(|error| LoadError::Deserialization(error.into())))
            .transpose()
    }

    async fn save(&self, mut state: State, ttl: &Duration) -> Result<SessionKey, SaveError> {
        let until = ends(&state).unwrap_or(Timestamp::MAX).min(until(ttl));
        state.insert(ENDS.to_owned(), until.as_second().to_string());
        let user = user_of(&state);
        let text = serde_json::to_string(&state).map_err(|error| SaveError::Serialization(error.into()))?;
        let key = self.run(move |house| sessions::begin(house, user, text, until)).await.map_err(SaveError::Other)?;
        SessionKey::try_from(key).map_err(|error| SaveError::Other(anyhow!(error)))
    }

    async fn update(&self, key: SessionKey, state: State, _: &Duration) -> Result<SessionKey, UpdateError> {
        let text = serde_json::to_string(&state).map_err(|error| UpdateError::Serialization(error.into()))?;
        let name = key.as_ref().to_owned();
        self.run(move |house| sessions::change(house, &name, text)).await.map_err(UpdateError::Other)?;
        // Also for a session that was ended in this moment: what was asked is done, and its key opens nothing any more.
        Ok(key)
    }

    /// Nothing: a sign-in ends after its hours in any case, so that a stolen key does not live on by being used.
    async fn update_ttl(&self, _: &SessionKey, _: &Duration) -> anyhow::Result<()> {
        Ok(())
    }

    async fn delete(&self, key: &SessionKey) -> anyhow::Result<()> {
        let key = key.as_ref().to_owned();
        self.run(move |house| sessions::end(house, &key)).await
    }
}

/// The key that signs cookies: made once, kept in the database so that a restart signs nobody out.
pub(in crate::web) fn cookie_key(house: &Arc<House>) -> Result<Key, ActionError> {
    let bytes = sessions::cookie_secret(house)?;
    Ok(Key::from(&bytes))
}
