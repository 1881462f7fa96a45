//! Keeps the certificate that visitors are shown fresh, without a restart.

use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock, Weak};
use std::time::{Duration, SystemTime};

use jiff::Timestamp;
use rustls::server::{ClientHello, ResolvesServerCert};
use rustls::sign::CertifiedKey;

use super::Authority;
use super::own;

/// How often somebody looks. A look reads a few small files.
const LOOK_EVERY: Duration = Duration::from_secs(5);

/// Where certificates come from.
pub(super) enum Source {
    Authority(Arc<Authority>),
    Files { certificate: PathBuf, key: PathBuf },
}

/// The certificate of this moment.
pub(super) struct Keeper {
    source: Source,
    shown: RwLock<Arc<CertifiedKey>>,
}

impl std::fmt::Debug for Keeper {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keeper")
    }
}

impl ResolvesServerCert for Keeper {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(Arc::clone(&self.shown.read().unwrap_or_else(PoisonError::into_inner)))
    }
}

impl Source {
    fn first(&self, now: Timestamp) -> Result<CertifiedKey, String> {
        match self {
            Source::Authority(authority) => match authority.kept(now) {
                Some((_, kept)) => Ok(kept),
                None => authority.issue(now),
            },
            Source::Files { certificate, key } => own::read(certificate, key, now),
        }
    }

    /// What changes when somebody puts other files in place.
    fn mark(&self) -> [Option<SystemTime>; 2] {
        let changed = |path: &PathBuf| std::fs::metadata(path).and_then(|about| about.modified()).ok();
        match self {
            Source::Authority(_) => [None, None],
            Source::Files { certificate, key } => [changed(certificate), changed(key)],
        }
    }
}

impl Keeper {
    pub fn begin(source: Source, now: Timestamp) -> Result<Arc<Keeper>, String> {
        let first = Arc::new(source.first(now)?);
        Ok(Arc::new(Keeper { source, shown: RwLock::new(first) }))
    }

    /// Looks on a thread of its own until nobody holds the keeper any more.
    pub fn watch(keeper: &Arc<Keeper>) -> Result<(), String> {
        let weak = Arc::downgrade(keeper);
        let thread = std::thread::Builder::new().name("certificates".to_owned());
        thread.spawn(move || look_on(&weak)).map(drop).map_err(|error| format!("no thread for certificates: {error}"))
    }

    fn show(&self, fresh: CertifiedKey) {
        *self.shown.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(fresh);
    }
}

fn look_on(keeper: &Weak<Keeper>) {
    let mut mark = keeper.upgrade().map(|keeper| keeper.source.mark());
    loop {
        std::thread::sleep(LOOK_EVERY);
        let Some(keeper) = keeper.upgrade() else { return };
        let now = Timestamp::now();
        let fresh = match &keeper.source {
            Source::Authority(authority) if authority.kept(now).is_some() => continue,
            Source::Authority(authority) => authority.issue(now),
            Source::Files { certificate, key } => {
                let seen = Some(keeper.source.mark());
                if seen == mark {
                    continue;
                }
                mark = seen;
                own::read(certificate, key, now)
            }
        };
        match fresh {
            Ok(fresh) => {
                keeper.show(fresh);
                tracing::info!("a new certificate is shown from now on");
            }
            // Half of a pair may be in place: the next change is looked at again, and the old one goes on.
            Err(sentence) => tracing::error!(cause = %sentence, "the old certificate stays in use"),
        }
    }
}
