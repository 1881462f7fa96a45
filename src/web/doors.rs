//! The ports that the server listens on, taken before anything else is done: a port in use must be said at once.

use std::net::{SocketAddr, TcpListener, ToSocketAddrs};

use crate::settings::{Https, Settings};

/// Listeners that wait for their server.
pub struct Doors {
    /// HTTPS, or plain HTTP where there is no HTTPS.
    pub main: TcpListener,
    /// Plain HTTP beside HTTPS.
    pub plain: Option<TcpListener>,
}

impl From<TcpListener> for Doors {
    fn from(main: TcpListener) -> Doors {
        Doors { main, plain: None }
    }
}

impl Doors {
    /// Takes the ports of the settings.
    ///
    /// # Errors
    /// One sentence that says what to do.
    pub fn open(settings: &Settings) -> Result<Doors, String> {
        let main = bind(&settings.listen)?;
        let address = main.local_addr().map_err(|error| error.to_string())?;
        // Whoever asks for any port gets any second one too.
        let any = settings.listen.trim_end().ends_with(":0");
        let port = match (&settings.tls, settings.http_port) {
            (Https::Off, _) | (Https::Files { .. }, None) => return Ok(Doors { main, plain: None }),
            (_, Some(port)) => port,
            (Https::Auto, None) if any => 0,
            (Https::Auto, None) => address.port().checked_add(1).unwrap_or(8080),
        };
        Ok(Doors { main, plain: Some(listener(SocketAddr::new(address.ip(), port), Flag::HttpPort)?) })
    }
}

/// The flag that chooses another port.
enum Flag {
    Listen,
    HttpPort,
}

/// Takes an address.
///
/// # Errors
/// One sentence that says what to do.
pub fn bind(listen: &str) -> Result<TcpListener, String> {
    let address = listen
        .to_socket_addrs()
        .ok()
        .and_then(|mut found| found.next())
        .ok_or_else(|| format!("{listen:?} is no address to listen on; an example is 127.0.0.1:8080"))?;
    listener(address, Flag::Listen)
}

fn listener(address: SocketAddr, flag: Flag) -> Result<TcpListener, String> {
    let next = address.port().wrapping_add(1);
    TcpListener::bind(address).map_err(|error| match (error.kind(), flag) {
        (std::io::ErrorKind::AddrInUse, Flag::Listen) => format!(
            "port {} on {} is in use: stop the other server, or choose another port with --listen {}",
            address.port(),
            address.ip(),
            SocketAddr::new(address.ip(), next)
        ),
        (std::io::ErrorKind::AddrInUse, Flag::HttpPort) => format!(
            "port {} on {}, for plain HTTP beside HTTPS, is in use: choose another one with --http-port {next}",
            address.port(),
            address.ip(),
        ),
        (std::io::ErrorKind::PermissionDenied, Flag::Listen) => {
            format!("this user may not listen on {address}: choose a port above 1024 with --listen")
        }
        (std::io::ErrorKind::PermissionDenied, Flag::HttpPort) => {
            format!("this user may not listen on {address}: choose a port above 1024 with --http-port")
        }
        _ => format!("cannot listen on {address}: {error}"),
    })
}
