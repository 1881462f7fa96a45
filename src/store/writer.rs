//! The one writer: a thread of its own takes write jobs from a queue and commits them in groups.
//!
//! SQLite has one writer anyway, and many jobs then share one fsync; PostgreSQL's ledger needs one order too. Each job runs
//! in a savepoint of its own, so that one that fails takes nothing with it. Answers leave after the commit.

use std::collections::BTreeSet;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

use diesel::connection::{Connection, TransactionManager};

use super::db::Db;
use super::error::StoreError;
use super::marks::{self, Heard};

/// As many jobs as one commit may carry (measured: 64 gave six times the rate of single commits).
const GROUP: usize = 64;

type TransactionManagerOf = <Db as Connection>::TransactionManager;

/// A job that can be tried again: when PostgreSQL is lost before the commit, nothing of the group has happened.
trait Job: Send {
    fn run(&mut self, db: &mut Db) -> Result<(), ()>;
    fn answer(self: Box<Self>, committed: Result<(), String>);
}

struct WriteJob<F, T, E> {
    work: F,
    result: Option<Result<T, E>>,
    reply: Sender<Result<T, E>>,
}

impl<F, T, E> Job for WriteJob<F, T, E>
where
    F: FnMut(&mut Db) -> Result<T, E> + Send,
    T: Send,
    E: From<StoreError> + Send,
{
    fn run(&mut self, db: &mut Db) -> Result<(), ()> {
        // An answer of the first try must not stand when the second one panics.
        self.result = None;
        let result = (self.work)(db);
        let outcome = if result.is_ok() { Ok(()) } else { Err(()) };
        self.result = Some(result);
        outcome
    }

    fn answer(self: Box<Self>, committed: Result<(), String>) {
        let WriteJob { work, result, reply } = *self;
        // Before the answer: the work may hold the house, and whoever asked may hold it last. Dropped here after that, the
        // store would wait for this very thread to end.
        drop(work);
        let answer = match (result, committed) {
            (Some(Ok(value)), Ok(())) => Ok(value),
            (Some(Err(error)), _) => Err(error),
            (_, Err(cause)) => Err(StoreError::Commit(cause).into()),
            (None, Ok(())) => Err(StoreError::WriterGone.into()),
        };
        // Whoever asked may have gone away; the data is on disk all the same.
        let _ = reply.send(answer);
    }
}

/// The queue to the writer's thread. Dropping it ends the thread after the jobs that wait.
pub(super) struct Writer {
    queue: Option<Sender<Box<dyn Job>>>,
    thread: Option<JoinHandle<()>>,
}

impl Writer {
    /// Starts the thread on an open connection. `connect` opens another when that one is lost.
    pub(super) fn start(
        connection: Db,
        connect: impl Fn() -> Result<Db, StoreError> + Send + 'static,
    ) -> std::io::Result<Writer> {
        let (queue, jobs) = channel();
        let run = move || run(connection, &jobs, &connect);
        let thread = std::thread::Builder::new().name("writer".to_owned()).spawn(run)?;
        Ok(Writer { queue: Some(queue), thread: Some(thread) })
    }

    /// Runs `work` in a transaction and waits until it is on disk.
    pub(super) fn write<F, T, E>(&self, work: F) -> Result<T, E>
    where
        F: FnMut(&mut Db) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let (reply, answer) = channel();
        let job = Box::new(WriteJob { work, result: None, reply });
        let queue = self.queue.as_ref().ok_or(StoreError::WriterGone)?;
        queue.send(job).map_err(|_| StoreError::WriterGone)?;
        answer.recv().map_err(|_| StoreError::WriterGone)?
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        drop(self.queue.take());
        // A job may hold the last handle to the house: then it is the writer itself that lets go, and must not wait.
        if let Some(thread) = self.thread.take()
            && thread.thread().id() != std::thread::current().id()
        {
            let _ = thread.join();
        }
    }
}

fn run(mut db: Db, jobs: &Receiver<Box<dyn Job>>, connect: &dyn Fn() -> Result<Db, StoreError>) {
    let heard = Heard::default();
    heard.listen(&mut db);
    while let Ok(first) = jobs.recv() {
        let mut group = vec![first];
        while group.len() < GROUP {
            match jobs.try_recv() {
                Ok(job) => group.push(job),
                Err(_) => break,
            }
        }
        let mut committed = commit_or_renew(&mut db, &mut group, &heard, connect);
        if let Err(Failed { can_try_again: true, .. }) = committed {
            committed = commit_or_renew(&mut db, &mut group, &heard, connect);
        }
        let committed = committed.map_err(|failed| why(&failed.error));
        for job in group {
            job.answer(committed.clone());
        }
    }
}

/// Why a group was not committed.
struct Failed {
    error: diesel::result::Error,
    /// Whether it is certain that nothing has happened, and a fresh connection is there to try again on.
    can_try_again: bool,
}

/// Commits the group, or changes to a fresh connection: after a failure nobody knows how deep in savepoints the old one is.
fn commit_or_renew(
    db: &mut Db,
    group: &mut [Box<dyn Job>],
    heard: &Heard,
    connect: &dyn Fn() -> Result<Db, StoreError>,
) -> Result<(), Failed> {
    let Err((step, error)) = commit_group(db, group, heard) else { return Ok(()) };
    tracing::error!(%error, jobs = group.len(), ?step, "a group of writes was not committed");
    // Once the commit is asked for, a lost connection leaves open whether it happened: then only the caller may try again.
    // On SQLite nothing is lost that another try would find: it has waited for the lock already.
    let unasked = step == Step::Before && matches!(db, Db::Postgres(_));
    let fresh = connect().inspect_err(|error| tracing::error!(%error, "the database is still out of reach"));
    let can_try_again = unasked && fresh.is_ok();
    if let Ok(fresh) = fresh {
        *db = fresh;
        heard.listen(db);
    }
    Err(Failed { error, can_try_again })
}

fn why(error: &diesel::result::Error) -> String {
    let cause = error.to_string();
    if cause.contains("locked") || cause.contains("busy") {
        return format!("{cause}. Another program holds the database: stop it, then try again");
    }
    if cause.contains("readonly") || cause.contains("read-only") {
        return format!("{cause}. Let the user who runs gabentisch write to the file and its folder");
    }
    if cause.contains("full") {
        return format!("{cause}. Make room on the disk, then try again");
    }
    cause
}

/// How far a group came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Before,
    Commit,
}

fn commit_group(db: &mut Db, group: &mut [Box<dyn Job>], heard: &Heard) -> Result<(), (Step, diesel::result::Error)> {
    begin(db).map_err(|error| (Step::Before, error))?;
    let finished = match run_group(db, group, heard) {
        Ok(()) => TransactionManagerOf::commit_transaction(db).map_err(|error| (Step::Commit, error)),
        Err(error) => Err((Step::Before, error)),
    };
    if finished.is_err() {
        // A failed commit leaves the transaction open on SQLite (a full disk): close it, or every later job fails too.
        let _ = TransactionManagerOf::rollback_transaction(db);
    }
    finished
}

fn run_group(db: &mut Db, group: &mut [Box<dyn Job>], heard: &Heard) -> diesel::QueryResult<()> {
    let mut changed = BTreeSet::new();
    for job in group {
        heard.take();
        TransactionManagerOf::begin_transaction(db)?;
        let ran = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| job.run(db)));
        match ran {
            Ok(Ok(())) => {
                changed.extend(heard.take());
                TransactionManagerOf::commit_transaction(db)?;
            }
            // A job that panicked has no result; its caller hears that the writer failed it, the others go on.
            Ok(Err(())) | Err(_) => TransactionManagerOf::rollback_transaction(db)?,
        }
    }
    marks::raise(db, &changed)
}

/// SQLite takes the write lock at once: a transaction that starts by reading and then writes could meet "locked".
fn begin(db: &mut Db) -> diesel::QueryResult<()> {
    match db {
        Db::Sqlite(connection) => {
            use diesel::connection::AnsiTransactionManager;
            AnsiTransactionManager::begin_transaction_sql(connection, "BEGIN IMMEDIATE")
        }
        Db::Postgres(_) => TransactionManagerOf::begin_transaction(db),
    }
}
