//! Pages as a PDF file: vector shapes, an embedded font, and the wish to be printed at 100 %.

use lopdf::{Object, StringFormat, dictionary};
use printpdf::{
    Color, CurTransMat, FontId, Line as PdfLine, LineCapStyle, LineJoinStyle, LinePoint, Mm, Op, PaintMode, ParsedFont,
    PdfDocument, PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions, Point, Polygon, PolygonRing, Pt, Rgb, TextItem,
    TextRenderingMode, WindingOrder,
};
use sha2::{Digest, Sha256};

use super::layout::Line;
use super::letters::Face;
use super::words;
use super::{PaperError, font, points};
use crate::qr::draw::Symbol;
use crate::texts::Lang;

/// A colour: red, green and blue, 0 … 255 each.
pub type Ink = (u8, u8, u8);

const DOTS_PER_MM: f64 = 300.0 / super::MM_PER_INCH;

/// A PDF file in the making; all pages have the same size.
pub struct Document {
    /// Width and height of a page in mm.
    size: (f64, f64),
    pages: Vec<PdfPage>,
    /// The typefaces that the file carries besides that of labels.
    faces: Faces,
    has_labels: bool,
    lang: Option<Lang>,
}

/// The typefaces that something is written in: words, letters, strong letters.
#[derive(Clone, Copy, Default)]
struct Faces {
    words: bool,
    regular: bool,
    bold: bool,
}

/// One page to draw on. All lengths are mm from its top left corner.
pub struct Canvas {
    /// Height of the page in pt: PDF counts from the bottom.
    height: f64,
    ops: Vec<Op>,
    faces: Faces,
}

impl Document {
    pub fn new(size: (f64, f64)) -> Document {
        Document { size, pages: Vec::new(), faces: Faces::default(), has_labels: true, lang: None }
    }

    /// A paper without the typeface of labels, in a language that screen readers are told.
    pub fn of_paper(size: (f64, f64), lang: Lang) -> Document {
        Document { has_labels: false, lang: Some(lang), ..Document::new(size) }
    }

    /// Adds a page with what `draw` draws on it.
    pub fn page(&mut self, draw: impl FnOnce(&mut Canvas)) {
        // A page of whole dots at 300 dpi (A4: 0.03 mm narrower, 0.01 mm taller). Programs that draw the page put its top
        // edge on a dot; a page of 3507.9 dots would shift every square by a part of a dot. The half micrometre less keeps
        // rounding from making it a dot more.
        let whole = |mm: f64| (mm * DOTS_PER_MM).round() / DOTS_PER_MM - 0.0005;
        let (width, height) = (whole(self.size.0), whole(self.size.1));
        let mut canvas = Canvas { height: points(height), ops: Vec::new(), faces: Faces::default() };
        draw(&mut canvas);
        self.faces.words |= canvas.faces.words;
        self.faces.regular |= canvas.faces.regular;
        self.faces.bold |= canvas.faces.bold;
        self.pages.push(PdfPage::new(Mm(width as f32), Mm(height as f32), canvas.ops));
    }

    /// The finished file.
    pub fn finish(self, title: &str) -> Result<Vec<u8>, PaperError> {
        let mut document = PdfDocument::new(title);
        "Gabentisch".clone_into(&mut document.metadata.info.creator);
        let damaged = || PaperError::Pdf("the embedded font is damaged".to_owned());
        if self.has_labels {
            let mut font = ParsedFont::from_bytes(font::FILE, 0, &mut Vec::new()).ok_or_else(damaged)?;
            if let Some(slashed) = font.lookup_glyph_index(font::drawn('0').into()) {
                font.set_codepoint_mapping('0'.into(), slashed);
            }
            document.resources.fonts.map.insert(FontId(font::NAME.to_owned()), PdfFont::new(font));
        }
        let Faces { words, regular, bold } = self.faces;
        for (used, face) in [(words, Face::Words), (regular, Face::Regular), (bold, Face::Bold)] {
            if used {
                let font = ParsedFont::from_bytes(face.file(), 0, &mut Vec::new()).ok_or_else(damaged)?;
                document.resources.fonts.map.insert(FontId(face.name().to_owned()), PdfFont::new(font));
            }
        }
        document.with_pages(self.pages);

        let mut file = printpdf::to_lopdf_doc(&document, &PdfSaveOptions::default(), &mut Vec::new());
        drop(document);
        let broken = |error: lopdf::Error| PaperError::Pdf(error.to_string());
        // Whole OpenType fonts came with PDF 1.6, PrintScaling with 1.6 too; printpdf says 1.3.
        "1.7".clone_into(&mut file.version);
        let viewer = dictionary! { "PrintScaling" => "None" };
        file.catalog_mut().map_err(broken)?.set("ViewerPreferences", viewer);
        if let Some(lang) = self.lang {
            let lang = Object::String(lang.tag().into(), StringFormat::Literal);
            file.catalog_mut().map_err(broken)?.set("Lang", lang);
        }
        file.compress();
        // The file's id is drawn by lot; from its content, the same paper becomes the same bytes.
        file.trailer.remove(b"ID");
        let mut bytes = Vec::new();
        let unwritten = |error: std::io::Error| PaperError::Pdf(error.to_string());
        file.save_to(&mut bytes).map_err(unwritten)?;
        let id = Object::String(Sha256::digest(&bytes)[..16].to_vec(), StringFormat::Hexadecimal);
        file.trailer.set("ID", vec![id.clone(), id]);
        bytes.clear();
        file.save_to(&mut bytes).map_err(unwritten)?;
        Ok(bytes)
    }
}

/// How far edges are drawn in, in modules: less than any printer's dot, more than the rounding of numbers in the file.
const HAIR: f64 = 0.01;

/// The ring's corners, each edge drawn in by a hair towards the ink, which lies on the right hand of the way round.
///
/// Renderers paint every dot that an edge touches. An edge exactly between two dots touches the wrong one as soon as its
/// last decimal is rounded up, and a grey fringe on some squares of a sheet is what made zbar give up on it.
fn drawn_in(corners: &[(u8, u8)]) -> Vec<(f64, f64)> {
    let count = corners.len();
    let inward = |from: (u8, u8), to: (u8, u8)| {
        let step = |a: u8, b: u8| (f64::from(b) - f64::from(a)).clamp(-1.0, 1.0);
        (-step(from.1, to.1), step(from.0, to.0))
    };
    (0..count)
        .map(|at| {
            let (before, corner, after) = (corners[(at + count - 1) % count], corners[at], corners[(at + 1) % count]);
            let (one, two) = (inward(before, corner), inward(corner, after));
            (f64::from(corner.0) + HAIR * (one.0 + two.0), f64::from(corner.1) + HAIR * (one.1 + two.1))
        })
        .collect()
}

impl Canvas {
    /// A QR symbol as one filled path. `at` is its left top corner without the quiet zone, `module` a module's side.
    pub fn symbol(&mut self, at: (f64, f64), module: f64, symbol: &Symbol) {
        let ring = |corners: Vec<(u8, u8)>| PolygonRing {
            points: drawn_in(&corners).into_iter().map(|(x, y)| line_point(x, y)).collect(),
        };
        let polygon = Polygon {
            rings: symbol.outlines().into_iter().map(ring).collect(),
            mode: PaintMode::Fill,
            winding_order: WindingOrder::NonZero,
        };
        let side = points(module) as f32;
        let (x, y) = (points(at.0) as f32, (self.height - points(at.1)) as f32);
        // One unit is one module, downwards, so that all corners are whole numbers.
        self.ops.push(Op::SaveGraphicsState);
        self.ops.push(Op::SetTransformationMatrix { matrix: CurTransMat::Raw([side, 0.0, 0.0, -side, x, y]) });
        self.ops.push(Op::DrawPolygon { polygon });
        self.ops.push(Op::RestoreGraphicsState);
    }

    /// A symbol as bars of dark modules (column, row, length), `module` mm each, from its left top corner `at` on.
    pub fn bars(&mut self, at: (f64, f64), module: f64, bars: &[(i32, i32, i32)]) {
        let ring = |&(x, y, run): &(i32, i32, i32)| {
            let left = points(at.0 + f64::from(x) * module);
            let right = points(at.0 + f64::from(x + run) * module);
            let top = self.height - points(at.1 + f64::from(y) * module);
            // A hair lower than its row, so that no white line stays between two bars.
            let bottom = self.height - points(at.1 + (f64::from(y) + 1.0 + HAIR) * module);
            let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
            PolygonRing { points: corners.into_iter().map(|(x, y)| line_point(x, y)).collect() }
        };
        let rings = bars.iter().map(ring).collect();
        let polygon = Polygon { rings, mode: PaintMode::Fill, winding_order: WindingOrder::NonZero };
        self.ops.push(Op::DrawPolygon { polygon });
    }

    pub fn text(&mut self, line: &Line) {
        self.set(font::NAME, line);
    }

    /// A line in the typeface of words, which has Cyrillic and Arabic letters too; already in visual order.
    pub fn words(&mut self, line: &Line) {
        self.faces.words = true;
        self.set(words::NAME, line);
    }

    /// A line in a typeface of papers; already in visual order, and every sign is in the typeface.
    pub fn letters(&mut self, face: Face, line: &Line) {
        match face {
            Face::Words => self.faces.words = true,
            Face::Regular => self.faces.regular = true,
            Face::Bold => self.faces.bold = true,
        }
        self.set(face.name(), line);
    }

    /// The colour of texts, bars and rectangles that follow.
    pub fn fill(&mut self, ink: Ink) {
        self.ops.push(Op::SetFillColor { col: colour(ink) });
    }

    /// The colour of strokes that follow.
    pub fn ink(&mut self, ink: Ink) {
        self.ops.push(Op::SetOutlineColor { col: colour(ink) });
    }

    /// A filled rectangle from its left top corner on.
    pub fn rectangle(&mut self, (left, top): (f64, f64), (width, height): (f64, f64)) {
        let corners = [(left, top), (left + width, top), (left + width, top + height), (left, top + height)];
        let points = corners.map(|(x, y)| line_point(points(x), self.height - points(y)));
        let rings = vec![PolygonRing { points: points.to_vec() }];
        let polygon = Polygon { rings, mode: PaintMode::Fill, winding_order: WindingOrder::NonZero };
        self.ops.push(Op::DrawPolygon { polygon });
    }

    fn set(&mut self, font: &str, line: &Line) {
        let pos = Point { x: Pt(points(line.x) as f32), y: Pt((self.height - points(line.baseline)) as f32) };
        let font = PdfFontHandle::External(FontId(font.to_owned()));
        self.ops.push(Op::StartTextSection);
        self.ops.push(Op::SetFont { font, size: Pt(line.pt as f32) });
        self.ops.push(Op::SetTextCursor { pos });
        self.ops.push(Op::ShowText { items: vec![TextItem::Text(line.text.clone())] });
        self.ops.push(Op::EndTextSection);
    }

    /// What is written inside is turned round a centre by so many radians against the clock, and only its outlines are drawn.
    pub fn stamped(&mut self, centre: (f64, f64), turn: f64, (pen, ink): (f64, Ink), write: impl FnOnce(&mut Canvas)) {
        let (x, y) = (points(centre.0), self.height - points(centre.1));
        let (sin, cos) = turn.sin_cos();
        let matrix = [cos, sin, -sin, cos, x - x * cos + y * sin, y - x * sin - y * cos].map(|part| part as f32);
        self.ops.push(Op::SaveGraphicsState);
        self.ops.push(Op::SetTransformationMatrix { matrix: CurTransMat::Raw(matrix) });
        self.ink(ink);
        self.round_pen(pen);
        self.ops.push(Op::SetTextRenderingMode { mode: TextRenderingMode::Stroke });
        write(self);
        self.ops.push(Op::RestoreGraphicsState);
    }

    /// The thickness of the strokes that follow, in mm.
    pub fn pen(&mut self, thickness: f64) {
        self.ops.push(Op::SetOutlineThickness { pt: Pt(points(thickness) as f32) });
    }

    /// The same with round ends and corners.
    pub fn round_pen(&mut self, thickness: f64) {
        self.pen(thickness);
        self.ops.push(Op::SetLineCapStyle { cap: LineCapStyle::Round });
        self.ops.push(Op::SetLineJoinStyle { join: LineJoinStyle::Round });
    }

    /// A straight stroke.
    pub fn stroke(&mut self, from: (f64, f64), to: (f64, f64)) {
        self.polyline(&[(from, false), (to, false)], false);
    }

    /// The outline of a rectangle with rounded corners.
    pub fn frame(&mut self, (left, top): (f64, f64), (width, height): (f64, f64), corner: f64) {
        // Distance of a cubic Bézier's handles from the corner that makes it a quarter of a circle, within 0.03 %.
        let handle = corner * (1.0 - 0.552_284_75);
        let (right, bottom) = (left + width, top + height);
        let mut outline = Vec::new();
        for (x, y, dx, dy) in
            [(right, top, -1.0, 0.0), (right, bottom, 0.0, -1.0), (left, bottom, 1.0, 0.0), (left, top, 0.0, 1.0)]
        {
            // Into the corner along (−dx, −dy), out of it a quarter turn further to the right, along (dy, −dx).
            outline.push(((x + dx * corner, y + dy * corner), false));
            outline.push(((x + dx * handle, y + dy * handle), true));
            outline.push(((x + dy * handle, y - dx * handle), true));
            outline.push(((x + dy * corner, y - dx * corner), false));
        }
        self.polyline(&outline, true);
    }

    /// Strokes from corner to corner.
    pub fn path(&mut self, corners: &[(f64, f64)]) {
        let corners: Vec<_> = corners.iter().map(|corner| (*corner, false)).collect();
        self.polyline(&corners, false);
    }

    fn polyline(&mut self, corners: &[((f64, f64), bool)], is_closed: bool) {
        let points = corners
            .iter()
            .map(|&((x, y), bezier)| LinePoint { bezier, ..line_point(points(x), self.height - points(y)) });
        let line = PdfLine { points: points.collect(), is_closed };
        self.ops.push(Op::DrawLine { line });
    }
}

fn colour((r, g, b): Ink) -> Color {
    let part = |value: u8| f32::from(value) / 255.0;
    Color::Rgb(Rgb { r: part(r), g: part(g), b: part(b), icc_profile: None })
}

fn line_point(x: f64, y: f64) -> LinePoint {
    LinePoint { p: Point { x: Pt(x as f32), y: Pt(y as f32) }, bezier: false }
}
