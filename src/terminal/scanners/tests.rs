//! Scanners through real files, pipes and terminals, and where the kernel has it a virtual device.

use std::io::Write;
use std::path::Path;
use std::time::Instant;

use super::strokes::strokes_for;
use super::*;
use crate::terminal::entry::{Source, Suffix};

const PATIENCE: Duration = Duration::from_secs(10);
const CODES: [&str; 3] = ["A7F39MXT4E", "XEND000002", "HTTPS://KK.EXAMPLE.ORG/A7F39MXT4E"];

fn listen(path: &Path) -> Receiver<Wake> {
    let (wake, woken) = mpsc::channel();
    assert_eq!(open(&[path.to_owned()], &wake).unwrap_or_else(|error| panic!("{:?}", error.0)), 1);
    woken
}

#[track_caller]
fn heard(woken: &Receiver<Wake>) -> Heard {
    match woken.recv_timeout(PATIENCE) {
        Ok(Wake::Scanner { pane: 0, heard, .. }) => heard,
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn scanned(woken: &Receiver<Wake>) -> Entry {
    match heard(woken) {
        Heard::Scan(entry) => entry,
        other => panic!("{other:?}"),
    }
}

fn recording(gap_micros: i64) -> Vec<u8> {
    let mut bytes = Vec::new();
    for (place, code) in CODES.iter().enumerate() {
        for stroke in strokes_for(code, i64::try_from(place).unwrap() * gap_micros, 2) {
            bytes.extend(stroke.to_bytes());
        }
    }
    bytes
}

/// What every device gives, real, virtual or recorded.
fn hears_all(woken: &Receiver<Wake>) {
    for code in CODES {
        let entry = scanned(woken);
        assert_eq!((entry.text.as_str(), entry.source, entry.suffix), (code, Source::Keys, Suffix::Return));
        assert!(entry.gap_ms.is_some_and(|gap| gap < 30), "{:?}", entry.gap_ms);
    }
}

#[test]
fn a_recording_is_played_at_its_speed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("three.evdev");
    let mut bytes = recording(300_000);
    // The last event is torn.
    bytes.extend([1; 10]);
    std::fs::write(&path, bytes).unwrap();
    let start = Instant::now();
    let woken = listen(&path);
    hears_all(&woken);
    assert!(start.elapsed() >= Duration::from_millis(600), "{:?}", start.elapsed());
    assert!(
        woken.recv_timeout(PATIENCE).is_err_and(|end| end == RecvTimeoutError::Disconnected),
        "a file is read once"
    );
}

/// Where the kernel can make one, a virtual scanner goes the whole way, unplugged and plugged in again; elsewhere the
/// same events come out of a pipe and go through the same decoder.
#[test]
fn a_virtual_scanner_or_its_events() {
    #[cfg(target_os = "linux")]
    if Path::new("/dev/uinput").exists() {
        return virtual_scanner().expect("/dev/uinput is there, so it must be usable: run as root or as group input");
    }
    eprintln!("no /dev/uinput here: the recorded events of a scanner instead");
    let folder = tempfile::tempdir().unwrap();
    let path = pipe(folder.path(), "scanner.evdev");
    let woken = listen(&path);
    // Twice: its writer leaves and comes back.
    for _ in 0..2 {
        std::fs::write(&path, recording(0)).unwrap();
        hears_all(&woken);
    }
}

#[cfg(target_os = "linux")]
fn virtual_scanner() -> io::Result<()> {
    use evdev::uinput::VirtualDevice;
    use evdev::{AttributeSet, InputEvent, KeyCode};

    let keys: AttributeSet<KeyCode> = (1..100).map(KeyCode).collect();
    let build = || VirtualDevice::builder()?.name("Gabentisch test barcode scanner").with_keys(&keys)?.build();
    let node = |device: &mut VirtualDevice| {
        let start = Instant::now();
        loop {
            if let Some(Ok(node)) = device.enumerate_dev_nodes_blocking()?.next()
                && File::open(&node).is_ok()
            {
                return Ok::<_, io::Error>(node);
            }
            assert!(start.elapsed() < PATIENCE, "the kernel makes no device");
            thread::sleep(Duration::from_millis(20));
        }
    };
    let type_all = |device: &mut VirtualDevice| -> io::Result<()> {
        for code in CODES {
            for stroke in strokes_for(code, 0, 0) {
                device.emit(&[InputEvent::new(stroke.kind, stroke.code, stroke.value)])?;
                thread::sleep(Duration::from_micros(500));
            }
        }
        Ok(())
    };
    let folder = tempfile::tempdir()?;
    let link = Path::new("/dev/input").join(format!("gabentisch-test-{}", std::process::id()));
    let _ = std::fs::remove_file(&link);
    let mut device = build()?;
    std::os::unix::fs::symlink(node(&mut device)?, &link)?;
    let woken = listen(&link);
    thread::sleep(Duration::from_millis(300));
    let mut other = evdev::raw_stream::RawDevice::open(&link)?;
    assert!(other.grab().is_err(), "the terminal alone hears the scanner");
    drop(other);
    type_all(&mut device)?;
    hears_all(&woken);
    std::fs::remove_file(&link)?;
    drop(device);
    assert_eq!(heard(&woken), Heard::Unplugged(None));
    let mut device = build()?;
    std::os::unix::fs::symlink(node(&mut device)?, &link)?;
    assert_eq!(heard(&woken), Heard::Plugged);
    type_all(&mut device)?;
    hears_all(&woken);
    std::fs::remove_file(&link)?;
    drop(folder);
    Ok(())
}

fn pipe(folder: &Path, name: &str) -> PathBuf {
    let path = folder.join(name);
    assert!(std::process::Command::new("mkfifo").arg(&path).status().unwrap().success());
    path
}

#[test]
fn a_pipe_may_be_written_by_one_after_the_other() {
    let folder = tempfile::tempdir().unwrap();
    let path = pipe(folder.path(), "pipe");
    let woken = listen(&path);
    for code in CODES {
        std::fs::write(&path, format!("{code}\r\n")).unwrap();
        assert_eq!(scanned(&woken), Entry::line(code));
    }
}

/// A pseudo-terminal is a serial line to this program: raw mode is needed, and its other side can hang up.
#[test]
fn a_serial_scanner_is_unplugged_and_plugged_in_again() {
    let folder = tempfile::tempdir().unwrap();
    let link = folder.path().join("ttyACM0");
    let plug = || {
        let pty = portable_pty::native_pty_system().openpty(portable_pty::PtySize::default()).unwrap();
        let name = pty.master.tty_name().expect("the name of its other side");
        let _ = std::fs::remove_file(&link);
        std::os::unix::fs::symlink(name, &link).unwrap();
        pty
    };
    let woken = listen(&link);
    assert_eq!(heard(&woken), Heard::Unplugged(None), "it is not there yet, which is no reason not to start");
    for _ in 0..2 {
        let pty = plug();
        assert_eq!(heard(&woken), Heard::Plugged);
        let mut scanner = pty.master.take_writer().unwrap();
        thread::sleep(Duration::from_millis(100));
        // Without raw mode ^D and ^C would be an end and a signal, and nothing would come before a line feed.
        scanner.write_all(b"\x04A7F39MXT4E\rK7F\x03").unwrap();
        assert_eq!(scanned(&woken).text, "\u{4}A7F39MXT4E");
        assert_eq!(scanned(&woken).text, "K7F");
        std::fs::remove_file(&link).unwrap();
        drop((scanner, pty));
        assert_eq!(heard(&woken), Heard::Unplugged(None));
    }
}

#[test]
fn what_can_never_be_read_is_said_at_once() {
    let (wake, _woken) = mpsc::channel();
    let folder = tempfile::tempdir().unwrap();
    assert!(open(&[folder.path().to_owned()], &wake).is_err());
    let absent = folder.path().join("absent");
    assert!(open(&vec![absent; MOST + 1], &wake).is_err());
}
