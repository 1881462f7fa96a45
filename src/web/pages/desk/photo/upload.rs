//! Taking a photo in: one form with fields and a file, never more of it in memory than is allowed.

use std::collections::HashMap;
use std::time::Duration;

use actix_multipart::{Field, Multipart};
use futures_util::StreamExt;

/// Largest upload in bytes: photos of phones have 3 to 15 million.
pub(super) const LARGEST: usize = 32 << 20;
/// What is too large is read on to so many times the largest and thrown away, so that the browser hears the answer.
const HEARD_OUT: usize = 3;
/// As much as the fields beside the file may hold, in bytes and in number.
const LARGEST_FIELD: usize = 1024;
const MOST_FIELDS: usize = 24;
/// A phone at the edge of the network gets this long.
const LONGEST: Duration = Duration::from_secs(120);

/// What a form brought.
#[derive(Debug, Default)]
pub(in crate::web) struct Upload {
    pub(in crate::web) fields: HashMap<String, String>,
    pub(in crate::web) picture: Vec<u8>,
}

/// Why there is no picture to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::web) enum NoUpload {
    TooLarge,
    /// More than one file.
    Several,
    /// No file was chosen, or what came is no form.
    Nothing,
    /// The connection broke, or was too slow.
    Broken,
}

/// Reads the form to its end, with a file of at most `largest` bytes. The fields come back in any case, as far as they came: the page that is shown again needs
/// them.
pub(in crate::web) async fn receive(form: Multipart, largest: usize) -> (Upload, Result<(), NoUpload>) {
    let mut upload = Upload::default();
    let received = tokio::time::timeout(LONGEST, take(form, largest, &mut upload)).await;
    let result = match received {
        Ok(Ok(())) if upload.picture.is_empty() => Err(NoUpload::Nothing),
        Ok(result) => result,
        Err(_) => Err(NoUpload::Broken),
    };
    (upload, result)
}

async fn take(mut form: Multipart, largest: usize, upload: &mut Upload) -> Result<(), NoUpload> {
    let (mut heard, mut fields, mut files) = (0, 0, 0);
    let mut too_large = false;
    while let Some(part) = form.next().await {
        let mut part = part.map_err(|error| broken_or_nothing(&error))?;
        fields += 1;
        let name: String = part.name().unwrap_or_default().chars().take(40).collect();
        let is_picture = name == "photo";
        files += usize::from(is_picture);
        if files > 1 {
            // One at a time is as much as the memory was reckoned for.
            upload.picture = Vec::new();
            read(&mut part, 0, &mut heard, largest * HEARD_OUT).await?;
            continue;
        }
        let most = if is_picture { largest } else { LARGEST_FIELD };
        let bytes = read(&mut part, most, &mut heard, largest * HEARD_OUT).await?;
        too_large |= bytes.is_none();
        let Some(bytes) = bytes.filter(|_| fields <= MOST_FIELDS) else { continue };
        if is_picture {
            upload.picture = bytes;
        } else {
            upload.fields.insert(name, String::from_utf8_lossy(&bytes).into_owned());
        }
    }
    match (files, too_large) {
        (2.., _) => Err(NoUpload::Several),
        (_, true) => Err(NoUpload::TooLarge),
        _ => Ok(()),
    }
}

/// One part; nothing of it when it is larger than `most`.
async fn read(part: &mut Field, most: usize, heard: &mut usize, heard_out: usize) -> Result<Option<Vec<u8>>, NoUpload> {
    let (mut bytes, mut fits) = (Vec::new(), true);
    while let Some(chunk) = part.next().await {
        let chunk = chunk.map_err(|error| broken_or_nothing(&error))?;
        *heard += chunk.len();
        if *heard > heard_out {
            return Err(NoUpload::TooLarge);
        }
        fits &= bytes.len() + chunk.len() <= most;
        if fits {
            bytes.extend_from_slice(&chunk);
        } else {
            bytes = Vec::new();
        }
    }
    Ok(fits.then_some(bytes))
}

fn broken_or_nothing(error: &actix_multipart::MultipartError) -> NoUpload {
    use actix_multipart::MultipartError::{Incomplete, Payload};
    if matches!(error, Incomplete | Payload(_)) { NoUpload::Broken } else { NoUpload::Nothing }
}
