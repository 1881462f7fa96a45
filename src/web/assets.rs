//! Style sheets, scripts and pictures, built into the binary and named by their content, so that browsers keep them.

use std::collections::HashMap;
use std::io::Write;
use std::sync::LazyLock;

use actix_web::http::header::{AcceptEncoding, Encoding, Header};
use actix_web::{HttpRequest, HttpResponse, web};
use flate2::Compression;
use flate2::write::GzEncoder;
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};

use super::Failure;

#[derive(RustEmbed)]
#[folder = "src/web/static"]
struct Files;

/// One version for all files, from their contents: files refer to each other by the same folder.
static VERSION: LazyLock<String> = LazyLock::new(|| {
    let mut names: Vec<_> = Files::iter().collect();
    names.sort();
    let mut hasher = Sha256::new();
    for name in names {
        if let Some(file) = Files::get(&name) {
            hasher.update(file.data.as_ref());
        }
    }
    data_encoding::HEXLOWER.encode(&hasher.finalize()[..6])
});

static ADDRESSES: LazyLock<HashMap<String, String>> =
    LazyLock::new(|| Files::iter().map(|name| (name.to_string(), format!("/static/{}/{name}", *VERSION))).collect());

/// Scripts and style sheets as they travel, packed as small as they get: once, and not anew and in haste for each visitor.
static PACKED: LazyLock<HashMap<String, Vec<u8>>> = LazyLock::new(|| {
    let pack = |name: String| {
        let mut packer = GzEncoder::new(Vec::new(), Compression::best());
        packer.write_all(&lean(&Files::get(&name)?.data)).ok()?;
        Some((name, packer.finish().ok()?))
    };
    Files::iter().filter(|name| is_lean(name)).filter_map(|name| pack(name.into_owned())).collect()
});

/// The address of a file of this version.
pub(super) fn address(name: &str) -> String {
    ADDRESSES.get(name).cloned().unwrap_or_else(|| format!("/static/{}/{name}", *VERSION))
}

/// The version of the files.
pub(super) fn version() -> &'static str {
    &VERSION
}

/// The addresses of all files of this version, in order.
pub(super) fn addresses() -> Vec<&'static String> {
    let mut all: Vec<_> = ADDRESSES.values().filter(|address| !address.ends_with("/sw.js")).collect();
    all.sort();
    all
}

/// A file's text; empty when there is none.
pub(super) fn text(name: &str) -> String {
    Files::get(name).map(|file| String::from_utf8_lossy(&file.data).into_owned()).unwrap_or_default()
}

/// `GET /static/{version}/{name}`
pub(super) async fn show(req: HttpRequest, path: web::Path<(String, String)>) -> Result<HttpResponse, Failure> {
    let (version, name) = path.into_inner();
    let file = Files::get(&name).ok_or(Failure::NotFound)?;
    let kind = match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    };
    let keep = if version == *VERSION { "public, max-age=31536000, immutable" } else { "no-cache" };
    let mut answer = HttpResponse::Ok();
    answer.insert_header(("Content-Type", kind)).insert_header(("Cache-Control", keep));
    Ok(match PACKED.get(&name) {
        // What is packed already, nothing packs a second time.
        Some(packed) if unpacks(&req) => answer
            .insert_header(("Content-Encoding", "gzip"))
            .insert_header(("Vary", "accept-encoding"))
            .body(packed.clone()),
        // A cache between must not give to the one what was packed for the other.
        Some(_) => answer.insert_header(("Vary", "accept-encoding")).body(lean(&file.data)),
        None => answer.body(file.data.into_owned()),
    })
}

fn is_lean(name: &str) -> bool {
    name.ends_with(".css") || name.ends_with(".js")
}

/// Whether whoever asks can unpack gzip. Who says nothing of it gets the file as it is.
fn unpacks(req: &HttpRequest) -> bool {
    let gzip = [Encoding::gzip(), Encoding::identity()];
    AcceptEncoding::parse(req)
        .is_ok_and(|wish| !wish.0.is_empty() && wish.negotiate(gzip.iter()) == Some(gzip[0].clone()))
}

/// A script or style sheet without the lines that only explain it: they are a sixth of what would travel. A comment is left
/// out when it begins its line and nothing follows it there, so that no text and no address is touched.
fn lean(file: &[u8]) -> Vec<u8> {
    let Ok(text) = std::str::from_utf8(file) else { return file.to_owned() };
    let (mut kept, mut inside) = (String::with_capacity(text.len()), false);
    for line in text.lines() {
        let bare = line.trim();
        let (begins, ends) = (bare.starts_with("/*"), bare.ends_with("*/"));
        if inside || (begins && (ends || !bare.contains("*/"))) {
            inside = !ends;
        } else if !bare.starts_with("//") {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lines_that_explain_are_left_out() {
        let file = "// why\nconst a = \"https://x\"; // stays\n/** one */\n/* two\n   lines */\n/* in */ b();\n";
        assert_eq!(lean(file.as_bytes()), b"const a = \"https://x\"; // stays\n/* in */ b();\n");
    }

    #[test]
    fn no_file_is_cut_off() {
        for name in Files::iter().filter(|name| is_lean(name)) {
            let file = Files::get(&name).expect("a file").data;
            let last = |text: &[u8]| String::from_utf8_lossy(text).trim_end().lines().last().map(str::to_owned);
            assert_eq!(last(&lean(&file)), last(&file), "{name}");
        }
    }
}
