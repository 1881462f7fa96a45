//! A table full of labels as a phone would see it, and the form that sends its picture.

use gabentisch::codes::Code;
use gabentisch::qr::draw::Symbol;
use image::{GrayImage, ImageFormat, Luma, imageops};

use super::{Answer, Client};

/// Pixels of one module of a label.
const MODULE: u32 = 6;

/// Labels in rows of six on a grey table, each a little higher or lower than its neighbour.
pub fn table(codes: &[Code]) -> GrayImage {
    let side = 29 * MODULE;
    let (across, down) = (side + 90, side + 80);
    let rows = (codes.len() as u32).div_ceil(6).max(1);
    // A woven cloth: no even ground.
    let mut picture = GrayImage::from_fn(6 * across + 80, rows * down + 80, |x, y| {
        Luma([(150 + (x * 7 + y * 3) % 23 + (x / 9 + y / 7) % 2 * 8) as u8])
    });
    for (at, code) in codes.iter().enumerate() {
        let (column, row) = (at as u32 % 6, at as u32 / 6);
        let wobble = (at as u32 * 37) % 25;
        let (x, y) = (60 + column * across + wobble, 50 + row * down + (at as u32 * 53) % 30);
        imageops::replace(&mut picture, &label(code), i64::from(x), i64::from(y));
    }
    picture
}

pub fn label(code: &Code) -> GrayImage {
    let symbol = Symbol::of(code);
    GrayImage::from_fn(29 * MODULE, 29 * MODULE, |x, y| {
        let dark = symbol.is_dark((x / MODULE) as i32 - 4, (y / MODULE) as i32 - 4);
        Luma([if dark { 30 } else { 240 }])
    })
}

pub fn encoded(picture: &GrayImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).expect("encoded");
    bytes.into_inner()
}

const BOUNDARY: &str = "----a-line-between-parts";

/// A form as a browser sends it, with files in the field `photo`.
fn form(fields: &[(&str, &str)], files: &[&[u8]]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in fields {
        let part = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend_from_slice(part.as_bytes());
    }
    for file in files {
        let head = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"table.jpg\"\r\n\
             Content-Type: image/jpeg\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(file);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
    body
}

/// Sends a file as a photo.
pub fn send(client: &Client, fields: &[(&str, &str)], file: Option<&[u8]>) -> Answer {
    send_all(client, fields, file.as_slice())
}

/// Sends files as photos.
pub fn send_all(client: &Client, fields: &[(&str, &str)], files: &[&[u8]]) -> Answer {
    let kind = format!("multipart/form-data; boundary={BOUNDARY}");
    client.post_bytes("/desk/photo", &kind, &form(fields, files))
}

/// A photo at somebody's desk: the list's page, and its form.
pub struct Photo<'a> {
    client: &'a Client,
    pub path: String,
    pub page: String,
}

impl<'a> Photo<'a> {
    /// Photographs labels in this mode.
    #[track_caller]
    pub fn of(client: &'a Client, mode: &str, codes: &[Code]) -> Photo<'a> {
        let file = encoded(&table(codes), ImageFormat::Png);
        let path = send(client, &[("mode", mode)], Some(&file)).expect(303).location.expect("a list");
        let mut photo = Photo { client, path, page: String::new() };
        photo.look();
        photo
    }

    #[track_caller]
    pub fn look(&mut self) -> &mut Self {
        self.page = self.client.get(&self.path).expect(200).text();
        self
    }

    /// The form as it stands on the page, with another button and more fields.
    pub fn fields(&self, action: &str, more: &[(&str, &str)]) -> Vec<(String, String)> {
        let mut fields = vec![("action".to_owned(), action.to_owned())];
        for input in self.page.split("<input ").skip(1) {
            let input = input.split('>').next().unwrap_or_default();
            let value = |name: &str| input.split(&format!("{name}=\"")).nth(1)?.split('"').next().map(str::to_owned);
            let (Some(name), Some(set)) = (value("name"), value("value")) else { continue };
            let counts = value("type").as_deref() != Some("checkbox") || input.contains(" checked");
            if counts && more.iter().all(|(known, _)| *known != name) {
                fields.push((name, set));
            }
        }
        fields.extend(more.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        fields
    }

    #[track_caller]
    pub fn post(&mut self, fields: &[(String, String)]) -> &mut Self {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let path = self.path.clone();
        let to = self.client.post_form(&path, &fields).expect(303).location.expect("the list");
        assert_eq!(to, path);
        self.look()
    }

    /// Presses a button of the list.
    #[track_caller]
    pub fn press(&mut self, action: &str, more: &[(&str, &str)]) -> &mut Self {
        let fields = self.fields(action, more);
        self.post(&fields)
    }

    /// The line of a code.
    #[track_caller]
    pub fn line(&self, code: &Code) -> &str {
        let mut lines = self.page.split("<li class=\"photo-row\"").skip(1);
        let line = lines.find(|line| line.contains(&code.printed()));
        line.unwrap_or_else(|| panic!("{code} is not on the list: {}", self.page)).split("</li>").next().unwrap()
    }

    #[track_caller]
    pub fn says(&self, code: &Code, tone: &str, sentence: &str) -> &Self {
        let line = self.line(code);
        assert!(line.contains(&format!("data-tone=\"{tone}\"")), "not {tone}: {line}");
        assert!(line.contains(sentence), "not {sentence:?}: {line}");
        self
    }

    pub fn ticks(&self) -> usize {
        self.page.matches("data-tick=\"").count()
    }
}
