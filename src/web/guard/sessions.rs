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

    async fn save(&self, state: State, ttl: &Duration) -> Result<SessionKey, SaveError> {
        let (user, until) = (user_of(&state), until(ttl));
        let text = serde_json::to_string(&state).map_err(|error| SaveError::Serialization(error.into()))?;
        let key = self.run(move |house| sessions::begin(house, user, text, until)).await.map_err(SaveError::Other)?;
        SessionKey::try_from(key).map_err(|error| SaveError::Other(anyhow!(error)))
    }

    async fn update(&self, key: SessionKey, state: State, ttl: &Duration) -> Result<SessionKey, UpdateError> {
        let until = until(ttl);
        let text = serde_json::to_string(&state).map_err(|error| UpdateError::Serialization(error.into()))?;
        let name = key.as_ref().to_owned();
        let kept =
            self.run(move |house| sessions::change(house, &name, text, until)).await.map_err(UpdateError::Other)?;
        // A session that was ended elsewhere in this moment stays ended.
        if kept { Ok(key) } else { Err(UpdateError::Other(anyhow!("the sign-in was ended meanwhile"))) }
    }

    async fn update_ttl(&self, key: &SessionKey, ttl: &Duration) -> anyhow::Result<()> {
        let (key, until) = (key.as_ref().to_owned(), until(ttl));
        self.run(move |house| sessions::extend(house, &key, until)).await
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
