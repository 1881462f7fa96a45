//! A configuration profile for Apple's devices, with nothing in it but the authority's certificate (Apple, Configuration
//! Profile Reference, "com.apple.security.root").

use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::web::tls::Authority;

/// The profile. The same authority always gives the same profile, so that a second one replaces the first.
pub(super) fn of(authority: &Authority, site: &str, about: &str) -> String {
    let digest: [u8; 32] = Sha256::digest(authority.der()).into();
    let id = |bytes: &[u8]| {
        let mut sixteen = [0; 16];
        sixteen.copy_from_slice(&bytes[..16]);
        uuid::Builder::from_custom_bytes(sixteen).into_uuid()
    };
    let (inner, outer): (Uuid, Uuid) = (id(&digest[..16]), id(&digest[16..]));
    let (name, site, about) = (escaped(authority.name()), escaped(site), escaped(about));
    let content = data_encoding::BASE64.encode(authority.der());
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict>
<key>PayloadType</key><string>Configuration</string>
<key>PayloadVersion</key><integer>1</integer>
<key>PayloadIdentifier</key><string>gabentisch.{outer}</string>
<key>PayloadUUID</key><string>{outer}</string>
<key>PayloadDisplayName</key><string>{name}</string>
<key>PayloadDescription</key><string>{about}</string>
<key>PayloadOrganization</key><string>{site}</string>
<key>PayloadContent</key><array><dict>
<key>PayloadType</key><string>com.apple.security.root</string>
<key>PayloadVersion</key><integer>1</integer>
<key>PayloadIdentifier</key><string>gabentisch.{inner}</string>
<key>PayloadUUID</key><string>{inner}</string>
<key>PayloadDisplayName</key><string>{name}</string>
<key>PayloadCertificateFileName</key><string>ca.crt</string>
<key>PayloadContent</key><data>{content}</data>
</dict></array>
</dict></plist>
"#
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
