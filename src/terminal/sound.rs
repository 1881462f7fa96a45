//! What is heard: short tones through the computer's own player, or strokes of the terminal's bell.
//!
//! Tones of the reference (`terminals.md`, part 8): high for booked, two middle ones for look, two low ones for stop,
//! rising for finished, falling for taken back. They are played on a thread of their own; a slow or broken player never
//! holds up a scan.

pub mod wave;

use std::collections::VecDeque;
use std::fs::{DirBuilder, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::Wake;
use crate::web::api::wire::Tone;

/// Players in the order in which they are tried; each gets a file to play.
const PLAYERS: [(&str, &[&str]); 3] = [("pw-play", &[]), ("paplay", &[]), ("aplay", &["-q"])];
/// Sounds that may wait; of more the oldest is left out, it would be heard long after its scan.
const MOST_WAITING: usize = 3;
/// A player that takes longer hangs.
const LONGEST: Duration = Duration::from_secs(4);

/// One thing to hear.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cue {
    Ok,
    Again,
    Stop,
    /// A visit is finished.
    Finish,
    /// The last scan is taken back.
    Undo,
}

impl Cue {
    pub const ALL: [Cue; 5] = [Cue::Ok, Cue::Again, Cue::Stop, Cue::Finish, Cue::Undo];

    /// How often the bell strikes for it.
    pub fn strokes(self) -> u64 {
        match self {
            Cue::Ok | Cue::Finish | Cue::Undo => 1,
            Cue::Again => 2,
            Cue::Stop => 3,
        }
    }

    fn file(self) -> &'static str {
        match self {
            Cue::Ok => "ok.wav",
            Cue::Again => "again.wav",
            Cue::Stop => "stop.wav",
            Cue::Finish => "finish.wav",
            Cue::Undo => "undo.wav",
        }
    }
}

impl From<Tone> for Cue {
    fn from(tone: Tone) -> Cue {
        match tone {
            Tone::Ok => Cue::Ok,
            Tone::Again => Cue::Again,
            Tone::Stop => Cue::Stop,
        }
    }
}

/// What to play with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sound {
    /// A player where there is one, else the bell.
    #[default]
    Auto,
    Bell,
    Player,
    Off,
}

impl std::str::FromStr for Sound {
    type Err = ();

    fn from_str(text: &str) -> Result<Sound, ()> {
        match text {
            "auto" => Ok(Sound::Auto),
            "bell" => Ok(Sound::Bell),
            "player" => Ok(Sound::Player),
            "off" => Ok(Sound::Off),
            _ => Err(()),
        }
    }
}

/// The thread that plays, and the sounds that wait for it.
pub struct Player {
    waiting: Arc<(Mutex<VecDeque<Cue>>, Condvar)>,
    /// With the player, not with its thread: that one is still waiting when the program ends.
    _files: Files,
}

impl Player {
    /// Starts the thread; `None` when this computer has no player. A sound that could not be played comes back through
    /// `wake`, so that the bell strikes instead.
    pub fn start(wake: Sender<Wake>) -> Option<Player> {
        Player::start_with(&found(&std::env::var_os("PATH")?), &place(), wake)
    }

    fn start_with(players: &[(PathBuf, &'static [&'static str])], folder: &Path, wake: Sender<Wake>) -> Option<Player> {
        let files = Files::write(folder).ok()?;
        let players: Vec<_> = players.to_vec();
        if players.is_empty() {
            return None;
        }
        let waiting = Arc::new((Mutex::new(VecDeque::new()), Condvar::new()));
        let (own, folder) = (Arc::clone(&waiting), folder.to_owned());
        thread::spawn(move || play_all(&own, &folder, players, &wake));
        Some(Player { waiting, _files: files })
    }

    /// Never waits. A stop is heard before everything that is still due.
    pub fn play(&self, cue: Cue) {
        let (waiting, bell) = &*self.waiting;
        let mut waiting = waiting.lock().unwrap_or_else(PoisonError::into_inner);
        if cue == Cue::Stop {
            waiting.clear();
        }
        if waiting.len() >= MOST_WAITING {
            waiting.pop_front();
        }
        waiting.push_back(cue);
        bell.notify_one();
    }
}

fn play_all(
    waiting: &(Mutex<VecDeque<Cue>>, Condvar),
    folder: &Path,
    mut players: Vec<(PathBuf, &'static [&'static str])>,
    wake: &Sender<Wake>,
) {
    loop {
        let cue = {
            let mut queue = waiting.0.lock().unwrap_or_else(PoisonError::into_inner);
            loop {
                match queue.pop_front() {
                    Some(cue) => break cue,
                    None => queue = waiting.1.wait(queue).unwrap_or_else(PoisonError::into_inner),
                }
            }
        };
        // One that fails is not asked again: the next tone must not be late for it.
        while let Some((player, flags)) = players.first() {
            let started = Command::new(player)
                .args(*flags)
                .arg(folder.join(cue.file()))
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn();
            if started.is_ok_and(ended_well) {
                break;
            }
            players.remove(0);
        }
        if players.is_empty() && wake.send(Wake::Unheard(cue)).is_err() {
            return;
        }
    }
}

fn ended_well(mut child: Child) -> bool {
    let start = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) if start.elapsed() < LONGEST => thread::sleep(Duration::from_millis(5)),
            _ => {
                let _ = child.kill();
                let _ = child.wait();
                return false;
            }
        }
    }
}

/// The players of the path that are there.
fn found(path: &std::ffi::OsStr) -> Vec<(PathBuf, &'static [&'static str])> {
    let folders: Vec<PathBuf> = std::env::split_paths(path).filter(|folder| folder.is_absolute()).collect();
    let whole = |name: &str| folders.iter().map(|folder| folder.join(name)).find(|player| player.is_file());
    PLAYERS.iter().filter_map(|(name, flags)| Some((whole(name)?, *flags))).collect()
}

fn place() -> PathBuf {
    let runtime = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from).filter(|folder| folder.is_absolute());
    let parent = runtime.filter(|folder| folder.is_dir()).unwrap_or_else(std::env::temp_dir);
    parent.join(format!("gabentisch-{}", uuid::Uuid::now_v7().simple()))
}

/// The tones as files for the players, in a folder of this program alone, gone when it ends.
struct Files {
    folder: PathBuf,
}

impl Files {
    fn write(folder: &Path) -> io::Result<Files> {
        let mut builder = DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(folder)?;
        let files = Files { folder: folder.to_owned() };
        for cue in Cue::ALL {
            let mut options = File::options();
            options.write(true).create_new(true);
            #[cfg(unix)]
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
            options.open(folder.join(cue.file()))?.write_all(&wave::of(cue))?;
        }
        Ok(files)
    }
}

impl Drop for Files {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt;
    use std::sync::mpsc;

    use super::*;

    const PATIENCE: Duration = Duration::from_secs(10);

    /// A player that notes what it plays.
    fn player(folder: &Path, name: &str, script: &str) -> (PathBuf, &'static [&'static str]) {
        let path = folder.join(name);
        std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o700)).unwrap();
        (path, &["-q"])
    }

    fn until(what: &str, is: impl Fn() -> bool) {
        let start = Instant::now();
        while !is() {
            assert!(start.elapsed() < PATIENCE, "{what}");
            thread::sleep(Duration::from_millis(5));
        }
    }

    #[test]
    fn tones_are_played_in_order_and_a_stop_comes_first() {
        let folder = tempfile::tempdir().unwrap();
        let notes = folder.path().join("notes");
        let script = format!("sleep 0.3; echo \"$1 $(basename $2) $(stat -c %a \"$2\")\" >> '{}'", notes.display());
        let players = [player(folder.path(), "slow", &script)];
        let (wake, woken) = mpsc::channel();
        let sound = Player::start_with(&players, &folder.path().join("tones"), wake).unwrap();
        sound.play(Cue::Ok);
        thread::sleep(Duration::from_millis(100));
        let before = Instant::now();
        for cue in [Cue::Again, Cue::Undo, Cue::Stop, Cue::Finish] {
            sound.play(cue);
        }
        assert!(before.elapsed() < Duration::from_millis(50), "nobody waits for a player");
        let heard = || std::fs::read_to_string(&notes).unwrap_or_default();
        until("three tones", || heard().lines().count() == 3);
        assert_eq!(heard(), "-q ok.wav 600\n-q stop.wav 600\n-q finish.wav 600\n");
        assert!(woken.try_recv().is_err());
        drop(sound);
        assert!(!folder.path().join("tones").exists(), "nothing is left behind");
    }

    #[test]
    fn a_player_that_fails_gives_way_and_the_last_one_to_the_bell() {
        let folder = tempfile::tempdir().unwrap();
        let notes = folder.path().join("notes");
        let count = format!("echo \"$0\" >> '{}'; exit 1", notes.display());
        let players = [player(folder.path(), "one", &count), player(folder.path(), "two", &count)];
        let (wake, woken) = mpsc::channel();
        let sound = Player::start_with(&players, &folder.path().join("tones"), wake).unwrap();
        for cue in [Cue::Ok, Cue::Stop] {
            sound.play(cue);
            assert!(matches!(woken.recv_timeout(PATIENCE), Ok(Wake::Unheard(unheard)) if unheard == cue));
        }
        assert_eq!(std::fs::read_to_string(&notes).unwrap().lines().count(), 2, "each was tried once");
        let (wake, _) = mpsc::channel();
        assert!(Player::start_with(&[], &folder.path().join("none"), wake).is_none());
    }

    #[test]
    fn players_are_found_in_their_order() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["aplay", "paplay", "other"] {
            player(folder.path(), name, "true");
        }
        let found: Vec<PathBuf> = found(folder.path().as_os_str()).into_iter().map(|(path, _)| path).collect();
        assert_eq!(found, ["paplay", "aplay"].map(|name| folder.path().join(name)));
    }
}
