//! A scanner's own input device under Linux, taken for this program alone, so that its text goes nowhere else.

use std::io;
use std::path::Path;
use std::sync::mpsc::Sender;

use super::Piece;
use super::found::About;

/// Grabs the device and passes on its events until it is gone. Runs on a thread of its own after it is open.
#[cfg(target_os = "linux")]
pub fn read(path: &Path, pieces: Sender<Piece>) -> io::Result<()> {
    use std::time::UNIX_EPOCH;

    use super::strokes::Stroke;

    let mut device = evdev::raw_stream::RawDevice::open(path)?;
    device.grab()?;
    std::thread::spawn(move || {
        while let Ok(events) = device.fetch_events() {
            for event in events {
                let since = event.timestamp().duration_since(UNIX_EPOCH).unwrap_or_default();
                let micros = i64::try_from(since.as_micros()).unwrap_or(i64::MAX);
                let stroke = Stroke { micros, kind: event.event_type().0, code: event.code(), value: event.value() };
                if pieces.send(Piece::Stroke(stroke)).is_err() {
                    return;
                }
            }
        }
    });
    Ok(())
}

/// All devices that send keys, and whether one of them may not be read.
#[cfg(target_os = "linux")]
pub fn all() -> (Vec<About>, bool) {
    use evdev::KeyCode;

    let lasting = Path::new("/dev/input/by-id");
    let names = |folder: &Path| -> Vec<std::path::PathBuf> {
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        entries.map(|entry| entry.path()).collect()
    };
    let links: Vec<_> =
        names(lasting).into_iter().filter(|link| link.to_string_lossy().ends_with("-event-kbd")).collect();
    let (mut found, mut forbidden) = (Vec::new(), false);
    for path in names(Path::new("/dev/input")) {
        if !path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("event")) {
            continue;
        }
        let device = match evdev::raw_stream::RawDevice::open(&path) {
            Ok(device) => device,
            Err(cause) => {
                forbidden |= cause.kind() == io::ErrorKind::PermissionDenied;
                continue;
            }
        };
        let Some(keys) = device.supported_keys() else { continue };
        let wanted = [KeyCode::KEY_A, KeyCode::KEY_M, KeyCode::KEY_0, KeyCode::KEY_9, KeyCode::KEY_ENTER];
        let link = links.iter().find(|link| std::fs::canonicalize(link).is_ok_and(|target| target == path));
        let linked = link.and_then(|link| link.file_name()).map(|name| name.to_string_lossy().into_owned());
        found.push(About {
            name: format!("{} {}", device.name().unwrap_or_default(), linked.unwrap_or_default()),
            vendor: device.input_id().vendor(),
            types: wanted.into_iter().all(|key| keys.contains(key)),
            is_lasting: link.is_some(),
            path: link.cloned().unwrap_or(path),
        });
    }
    (found, forbidden)
}

#[cfg(not(target_os = "linux"))]
pub fn read(_: &Path, _: Sender<Piece>) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

#[cfg(not(target_os = "linux"))]
pub fn all() -> (Vec<About>, bool) {
    (Vec::new(), false)
}
