//! Every crate that is built in may be given on under MIT or Apache-2.0 terms, and comes from the registry.

use std::process::Command;

use serde_json::Value;

/// Licences that ask for nothing but their notice, and weak copyleft for single files (MPL).
const FINE: [&str; 15] = [
    "MIT",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "Zlib",
    "0BSD",
    "Unicode-3.0",
    "Unlicense",
    "CC0-1.0",
    "BSL-1.0",
    "MPL-2.0",
    "PostgreSQL",
    // Data: the list of certificate authorities.
    "CDLA-Permissive-2.0",
];

/// Whether an SPDX expression can be met with these licences.
fn is_fine(expression: &str) -> bool {
    let expression = expression.replace('/', " OR ").replace(['(', ')'], " ");
    expression.split(" AND ").all(|part| part.split(" OR ").any(|licence| FINE.contains(&licence.trim())))
}

/// The platform that is built for: other platforms' crates were never downloaded.
fn host() -> String {
    let out = Command::new("rustc").arg("-vV").output().expect("rustc runs");
    let text = String::from_utf8_lossy(&out.stdout).into_owned();
    text.lines().find_map(|line| line.strip_prefix("host: ")).expect("rustc names its host").to_owned()
}

#[test]
fn every_licence_is_known() {
    let out = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--offline", "--filter-platform", &host()])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    let metadata: Value = serde_json::from_slice(&out.stdout).expect("JSON");
    let packages = metadata["packages"].as_array().expect("packages");
    assert!(packages.len() > 200, "the crates were listed");
    let mut wrong = Vec::new();
    for package in packages {
        let (name, licence) = (&package["name"], package["license"].as_str().unwrap_or("none"));
        if !is_fine(licence) {
            wrong.push(format!("{name}: {licence}"));
        }
        let source = package["source"].as_str();
        if !source.is_none_or(|source| source.starts_with("registry+")) {
            wrong.push(format!("{name}: from {source:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn expressions_are_understood() {
    assert!(is_fine("MIT OR GPL-3.0"));
    assert!(is_fine("(MIT OR Apache-2.0) AND ISC"));
    assert!(!is_fine("LGPL-3.0"));
    assert!(!is_fine("MIT AND GPL-2.0"));
}
