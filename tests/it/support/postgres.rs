//! A PostgreSQL server of our own, started once for the test process and ended with it; a schema for each test.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

static SERVER: OnceLock<String> = OnceLock::new();
static SCHEMAS: AtomicU32 = AtomicU32::new(0);

/// The address of an empty schema of its own.
pub fn fresh_database() -> String {
    let base = SERVER.get_or_init(start);
    let schema = format!("t{}_{}", std::process::id(), SCHEMAS.fetch_add(1, Ordering::Relaxed));
    psql(base, &format!("CREATE SCHEMA {schema}"));
    let joint = if base.contains('?') { '&' } else { '?' };
    format!("{base}{joint}options=-c%20search_path%3D{schema}")
}

/// Runs SQL by hand, as somebody with access to the database would.
pub fn psql(url: &str, sql: &str) -> String {
    let out = Command::new("psql").args([url, "-v", "ON_ERROR_STOP=1", "-qAtc", sql]).output();
    let out = out.expect("psql is installed (tests/run installs it)");
    assert!(out.status.success(), "psql: {}", String::from_utf8_lossy(&out.stderr));
    String::from_utf8_lossy(&out.stdout).trim().to_owned()
}

fn programs() -> PathBuf {
    let mut versions: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .expect("PostgreSQL is installed (tests/run installs it)")
        .map(|entry| entry.expect("a version").path().join("bin"))
        .filter(|bin| bin.join("initdb").exists())
        .collect();
    versions.sort();
    versions.pop().expect("PostgreSQL's server programs are installed")
}

/// A command as the user that PostgreSQL insists on: not root. It ends when this process does.
fn as_postgres(program: &Path) -> Command {
    let is_root =
        String::from_utf8_lossy(&Command::new("id").arg("-u").output().expect("id runs").stdout).trim() == "0";
    let mut command = Command::new("setpriv");
    if is_root {
        command.args(["--reuid=postgres", "--regid=postgres", "--init-groups"]);
    }
    command.args(["--pdeathsig=KILL", "--"]).arg(program);
    command.stdout(Stdio::null()).stderr(Stdio::null()).stdin(Stdio::null());
    command
}

fn start() -> String {
    if let Ok(url) = std::env::var("GABENTISCH_TEST_POSTGRES") {
        return url;
    }
    let (sender, receiver) = std::sync::mpsc::channel();
    // The death signal is bound to the thread that starts the server: this one lives as long as the process.
    std::thread::spawn(move || {
        let bin = programs();
        let folder = PathBuf::from(format!("/tmp/gabentisch-postgres-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        let all = std::os::unix::fs::PermissionsExt::from_mode(0o777);
        std::fs::set_permissions(&folder, all).expect("open to the postgres user");
        let data = folder.join("data");
        let made = as_postgres(&bin.join("initdb"))
            .args(["-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync", "-D"])
            .arg(&data)
            .status();
        assert!(made.expect("initdb runs").success(), "initdb failed");
        let mut server = as_postgres(&bin.join("postgres"))
            .args(["-c", "listen_addresses=", "-c", "max_connections=300", "-k"])
            .arg(&folder)
            .arg("-D")
            .arg(&data)
            .spawn()
            .expect("postgres starts");
        sender
            .send(format!("postgres://postgres@localhost/postgres?host={}", folder.display()))
            .expect("somebody waits");
        let _ = server.wait();
    });
    let url = receiver.recv().expect("PostgreSQL starts");
    let deadline = Instant::now() + Duration::from_secs(30);
    while !Command::new("psql").args([&url, "-qc", "SELECT 1"]).output().expect("psql runs").status.success() {
        assert!(Instant::now() < deadline, "PostgreSQL did not come up");
        std::thread::sleep(Duration::from_millis(50));
    }
    url
}
