//! PDFs are taken apart and written anew without anything that acts: scripts, actions, attachments, films, forms that fetch.
//! What stays is pages with text and pictures.

use std::collections::BTreeSet;
use std::io::Read;

use flate2::read::ZlibDecoder;
use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId};

use super::Refusal;
use crate::qr::read::quiet::quietly;

/// Most objects of a file, pages of it, and bytes that one of its packed tables may unfold to.
const MOST_OBJECTS: usize = 200_000;
const MOST_PAGES: usize = 200;
const MOST_UNPACKED: usize = 32 << 20;
/// Most bytes outside of streams, and most that all packed tables of objects together unfold to. A reader makes an object of a
/// hundred bytes from every two of them, so these are what a small file takes the house's memory with.
const MOST_OPEN: usize = 3 << 20;
const MOST_TABLES: u64 = 3 << 20;
/// How deep one object may hold others.
const DEEPEST: usize = 100;

/// What makes a reader do something, wherever it stands (ISO 32000-2: 7.7.2, 12.5 to 12.7, 13).
const ACTS: &[&[u8]] = &[
    b"AA",
    b"OpenAction",
    b"JS",
    b"JavaScript",
    b"Launch",
    b"EmbeddedFiles",
    b"EmbeddedFile",
    b"EF",
    b"AF",
    b"RichMedia",
    b"RichMediaContent",
    b"RichMediaSettings",
    b"XFA",
    b"Collection",
    b"Names",
    b"URI",
    b"GoToR",
    b"GoToE",
    b"SubmitForm",
    b"ImportData",
    b"Rendition",
    b"Movie",
    b"Sound",
    b"Trans",
    b"PA",
    b"Threads",
    b"PieceInfo",
    b"Metadata",
    b"URLS",
    b"Perms",
    b"DSS",
    b"Requirements",
    b"Extensions",
    b"Legal",
    b"SpiderInfo",
    b"Alternates",
    b"OPI",
];
/// Types of objects that are nothing but that.
const ACTING_TYPES: &[&[u8]] =
    &[b"Action", b"Filespec", b"F", b"EmbeddedFile", b"RichMedia", b"Rendition", b"MediaClip", b"Metadata"];
/// Marks on a page that only show something.
const MARKS: &[&[u8]] = &[
    b"Widget",
    b"FreeText",
    b"Text",
    b"Line",
    b"Square",
    b"Circle",
    b"Polygon",
    b"PolyLine",
    b"Highlight",
    b"Underline",
    b"Squiggly",
    b"StrikeOut",
    b"Stamp",
    b"Ink",
    b"Caret",
    b"Popup",
];

pub(super) fn harmless(bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    quietly(|| cleaned(bytes)).unwrap_or(Err(Refusal::Damaged))
}

/// Refuses a file that would become too many objects, before anything is made of it.
fn fits(bytes: &[u8]) -> Result<(), Refusal> {
    let find = |from: usize, word: &[u8]| {
        bytes.get(from..)?.windows(word.len()).position(|part| part == word).map(|found| from + found)
    };
    let (mut at, mut open, mut tables) = (0, 0, 0);
    while let Some(found) = find(at, b"stream") {
        let head = &bytes[at..found];
        open += head.len();
        // What stands before the object that the stream belongs to is none of its own.
        let own = head.windows(4).rposition(|part| part == b" obj").unwrap_or_default();
        let head = &head[own..];
        let body = found + b"stream".len();
        if ["ObjStm", "XRef"].iter().any(|name| names(head, name)) {
            // The packed bytes know their own end; the word that ends a stream may stand among them.
            let packed = bytes[body..].trim_ascii_start();
            let mut unfolded = ZlibDecoder::new(packed).take(MOST_TABLES - tables + 1);
            // What is no such stream unfolds to nothing, or until it breaks; both are counted as far as they came.
            let mut all = Vec::new();
            let _ = unfolded.read_to_end(&mut all);
            tables += all.len() as u64;
            if tables > MOST_TABLES || (all.is_empty() && head.windows(7).any(|part| part == b"/Filter")) {
                return Err(Refusal::TooLarge);
            }
        }
        at = find(body, b"endstream").map_or(bytes.len(), |end| end + b"endstream".len());
    }
    open += bytes.len().saturating_sub(at);
    if open > MOST_OPEN { Err(Refusal::TooLarge) } else { Ok(()) }
}

/// Whether this name stands there, however its letters are written (ISO 32000-2, 7.3.5).
fn names(head: &[u8], name: &str) -> bool {
    head.split(|byte| *byte == b'/').skip(1).any(|token| {
        let end = token.iter().position(|byte| byte.is_ascii_whitespace() || b"()<>[]{}%".contains(byte));
        let mut rest = &token[..end.unwrap_or(token.len())];
        let mut read = Vec::new();
        while let Some((first, others)) = rest.split_first() {
            let code = others.get(..2).and_then(|two| u8::from_str_radix(std::str::from_utf8(two).ok()?, 16).ok());
            match (first, code) {
                (b'#', Some(code)) => {
                    read.push(code);
                    rest = &others[2..];
                }
                _ => {
                    read.push(*first);
                    rest = others;
                }
            }
        }
        read == name.as_bytes()
    })
}

fn cleaned(bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    fits(bytes)?;
    let options = LoadOptions { max_decompressed_size: Some(MOST_UNPACKED), ..LoadOptions::default() };
    let mut file = Document::load_mem_with_options(bytes, options).map_err(|error| match error {
        lopdf::Error::Decryption(_) | lopdf::Error::InvalidPassword => Refusal::Locked,
        _ => Refusal::Damaged,
    })?;
    if file.is_encrypted() || file.was_encrypted() {
        return Err(Refusal::Locked);
    }
    let pages = file.page_iter().take(MOST_PAGES + 1).count();
    if pages == 0 {
        return Err(Refusal::Damaged);
    }
    if file.objects.len() > MOST_OBJECTS || pages > MOST_PAGES {
        return Err(Refusal::TooLarge);
    }
    let acting: BTreeSet<ObjectId> =
        file.objects.iter().filter(|(_, object)| acts(object)).map(|(id, _)| *id).collect();
    for (id, object) in &mut file.objects {
        if acting.contains(id) {
            *object = Object::Null;
        } else {
            clean(object, &acting, 0)?;
        }
    }
    let root = file.trailer.get(b"Root").cloned().map_err(|_| Refusal::Damaged)?;
    file.trailer = Dictionary::new();
    file.trailer.set("Root", root);
    file.prune_objects();
    file.renumber_objects();
    if file.page_iter().next().is_none() {
        return Err(Refusal::Damaged);
    }
    let mut kept = Vec::new();
    file.save_to(&mut kept).map_err(|_| Refusal::Damaged)?;
    Ok(kept)
}

/// Whether a whole object is something that acts.
fn acts(object: &Object) -> bool {
    let dictionary = match object {
        Object::Dictionary(dictionary) => dictionary,
        Object::Stream(stream) => &stream.dict,
        _ => return false,
    };
    is_acting(dictionary)
}

fn is_acting(dictionary: &Dictionary) -> bool {
    let name = |key: &[u8]| dictionary.get(key).ok().and_then(|value| value.as_name().ok());
    if name(b"Type").is_some_and(|kind| ACTING_TYPES.contains(&kind)) {
        return true;
    }
    // An action need not say that it is one: what it does stands in S, and where that acts.
    if name(b"S").is_some_and(|what| ACTS.contains(&what)) {
        return true;
    }
    let is_mark = name(b"Type") == Some(b"Annot") || (dictionary.has(b"Rect") && dictionary.has(b"Subtype"));
    is_mark && !name(b"Subtype").is_some_and(|kind| MARKS.contains(&kind))
}

fn clean(object: &mut Object, acting: &BTreeSet<ObjectId>, depth: usize) -> Result<(), Refusal> {
    if depth > DEEPEST {
        return Err(Refusal::Damaged);
    }
    match object {
        Object::Dictionary(dictionary) => clean_dictionary(dictionary, acting, depth),
        Object::Stream(stream) => {
            // A stream whose content lies in another file.
            for key in [&b"F"[..], b"FFilter", b"FDecodeParms"] {
                stream.dict.remove(key);
            }
            clean_dictionary(&mut stream.dict, acting, depth)
        }
        Object::Array(parts) => {
            parts.retain(|part| !gone(part, acting));
            parts.iter_mut().try_for_each(|part| clean(part, acting, depth + 1))
        }
        _ => Ok(()),
    }
}

fn clean_dictionary(dictionary: &mut Dictionary, acting: &BTreeSet<ObjectId>, depth: usize) -> Result<(), Refusal> {
    let is_mark = dictionary.has(b"Rect") && dictionary.has(b"Subtype");
    let unwanted = |key: &[u8], value: &Object| {
        // What a mark or an entry of the outline does when it is clicked.
        ACTS.contains(&key) || (key == b"A" && (is_mark || !matches!(value, Object::Name(_)))) || gone(value, acting)
    };
    let keys: Vec<Vec<u8>> =
        dictionary.iter().filter(|(key, value)| unwanted(key, value)).map(|(key, _)| key.clone()).collect();
    for key in keys {
        dictionary.remove(&key);
    }
    dictionary.iter_mut().try_for_each(|(_, value)| clean(value, acting, depth + 1))
}

fn gone(object: &Object, acting: &BTreeSet<ObjectId>) -> bool {
    match object {
        Object::Reference(id) => acting.contains(id),
        Object::Dictionary(dictionary) => is_acting(dictionary),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use lopdf::{Stream, dictionary};

    use super::*;

    /// One page that says something, with `extra` in its catalogue and `on_page` on the page.
    fn pdf(extra: Dictionary, on_page: Dictionary, more: Vec<Object>) -> Vec<u8> {
        let mut file = Document::with_version("1.7");
        let pages = file.new_object_id();
        let content = file.add_object(Stream::new(Dictionary::new(), b"BT /F1 12 Tf (Rechnung) Tj ET".to_vec()));
        let mut page = dictionary! {
            "Type" => "Page", "Parent" => pages, "Contents" => content,
            "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
        };
        page.extend(&on_page);
        let page = file.add_object(page);
        file.objects.insert(pages, dictionary! { "Type" => "Pages", "Kids" => vec![page.into()], "Count" => 1 }.into());
        for object in more {
            file.add_object(object);
        }
        let mut root = dictionary! { "Type" => "Catalog", "Pages" => pages };
        root.extend(&extra);
        let root = file.add_object(root);
        file.trailer.set("Root", root);
        let mut bytes = Vec::new();
        file.save_to(&mut bytes).unwrap();
        bytes
    }

    fn kept(bytes: &[u8]) -> Vec<u8> {
        harmless(bytes).unwrap_or_else(|_| panic!("it is a PDF"))
    }

    fn says(bytes: &[u8], word: &str) -> bool {
        bytes.windows(word.len()).any(|part| part == word.as_bytes())
    }

    #[test]
    fn what_acts_is_gone_and_what_is_read_stays() {
        let script =
            || dictionary! { "Type" => "Action", "S" => "JavaScript", "JS" => Object::string_literal("app.alert(1)") };
        let launch = dictionary! { "S" => "Launch", "F" => Object::string_literal("cmd.exe") };
        let link = dictionary! {
            "Type" => "Annot", "Subtype" => "Link", "Rect" => vec![0.into(), 0.into(), 9.into(), 9.into()],
            "A" => dictionary! { "S" => "URI", "URI" => Object::string_literal("http://evil.example") },
        };
        let field = dictionary! {
            "Type" => "Annot", "Subtype" => "Widget", "Rect" => vec![0.into(), 0.into(), 9.into(), 9.into()],
            "V" => Object::string_literal("Stempel"), "A" => launch.clone(), "AA" => dictionary! { "K" => script() },
        };
        let film = dictionary! { "Type" => "Annot", "Subtype" => "RichMedia", "Rect" => vec![0.into()] };
        let extra = dictionary! {
            "OpenAction" => script(),
            "AA" => dictionary! { "WC" => script() },
            "Names" => dictionary! {
                "JavaScript" => dictionary! { "Names" => vec![Object::string_literal("x"), script().into()] },
                "EmbeddedFiles" => dictionary! { "Names" => vec![Object::string_literal("trojan.exe")] },
            },
            "AcroForm" => dictionary! { "XFA" => Object::string_literal("<xdp/>"), "Fields" => Object::Array(vec![]) },
        };
        let on_page = dictionary! { "Annots" => vec![link.into(), field.into(), film.into()], "AA" => dictionary! { "O" => script() } };
        let attached = Stream::new(dictionary! { "Type" => "EmbeddedFile" }, b"MZ-trojan".to_vec());
        let file = pdf(extra, on_page, vec![attached.into(), launch.into()]);
        assert!(says(&file, "app.alert") && says(&file, "cmd.exe") && says(&file, "MZ-trojan"));
        let clean = kept(&file);
        for word in [
            "JavaScript",
            "/JS",
            "OpenAction",
            "/AA",
            "Launch",
            "cmd.exe",
            "EmbeddedFile",
            "trojan",
            "XFA",
            "RichMedia",
            "evil.example",
        ] {
            assert!(!says(&clean, word), "{word} is still there");
        }
        assert!(says(&clean, "Rechnung") && says(&clean, "Stempel"), "what a person reads is gone");
        assert_eq!(Document::load_mem(&clean).unwrap().get_pages().len(), 1);
    }

    #[test]
    fn nothing_before_or_behind_the_pages_stays() {
        let mut file = pdf(Dictionary::new(), Dictionary::new(), Vec::new());
        file.extend_from_slice(b"\nPK\x03\x04<html><script>1</script>");
        let clean = kept(&file);
        assert!(clean.starts_with(b"%PDF-") && !says(&clean, "<script") && !says(&clean, "PK\u{3}\u{4}"));
    }

    #[test]
    fn encrypted_damaged_and_empty_files_are_refused() {
        let mut locked = Document::load_mem(&pdf(Dictionary::new(), Dictionary::new(), Vec::new())).unwrap();
        let encrypt = locked.add_object(dictionary! {
            "Filter" => "Standard", "V" => 1, "R" => 2, "P" => -44,
            "O" => Object::string_literal(vec![1; 32]), "U" => Object::string_literal(vec![2; 32]),
        });
        locked.trailer.set("Encrypt", encrypt);
        locked.trailer.set("ID", vec![Object::string_literal("a"), Object::string_literal("a")]);
        let mut bytes = Vec::new();
        locked.save_to(&mut bytes).unwrap();
        assert!(matches!(harmless(&bytes), Err(Refusal::Locked)));
        let file = pdf(Dictionary::new(), Dictionary::new(), Vec::new());
        for bytes in [&b"%PDF-1.7\n"[..], b"%PDF-1.7\n<html><script>1</script>", &file[..file.len() / 3]] {
            assert!(harmless(bytes).is_err());
        }
    }

    /// A table of objects that unfolds to a thousand times its size is refused before it is unfolded.
    #[test]
    fn small_files_that_become_many_objects_are_refused() {
        use std::io::Write;
        let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        packed.write_all(b"9 0 [").unwrap();
        packed.write_all(&b"0 ".repeat(4 << 20)).unwrap();
        let table = packed.finish().unwrap();
        assert!(table.len() < 20_000);
        for kind in ["ObjStm", "#4fbj#53tm", "XRef"] {
            let mut file = format!("%PDF-1.7\n9 0 obj <</Type /{kind} /Filter /FlateDecode>> stream\n").into_bytes();
            file.extend_from_slice(&table);
            file.extend_from_slice(b"\nendstream endobj\n");
            assert!(matches!(harmless(&file), Err(Refusal::TooLarge)), "{kind}");
        }
        let mut open = pdf(Dictionary::new(), Dictionary::new(), Vec::new());
        open.extend_from_slice(&b"0 ".repeat(2 << 20));
        assert!(matches!(harmless(&open), Err(Refusal::TooLarge)));
    }

    /// An object that holds itself many times over must end, not take the server down.
    #[test]
    fn deep_nests_end() {
        let mut nest = Object::Null;
        for _ in 0..DEEPEST + 20 {
            nest = Object::Array(vec![nest]);
        }
        let file = pdf(dictionary! { "Nest" => nest }, Dictionary::new(), Vec::new());
        assert!(harmless(&file).is_err() || says(&kept(&file), "Rechnung"));
        let mut loops = Document::load_mem(&pdf(Dictionary::new(), Dictionary::new(), Vec::new())).unwrap();
        let pages = loops.catalog().unwrap().get(b"Pages").unwrap().as_reference().unwrap();
        let kids = vec![Object::Reference(pages)];
        loops.get_dictionary_mut(pages).unwrap().set("Kids", kids);
        let mut bytes = Vec::new();
        loops.save_to(&mut bytes).unwrap();
        assert!(harmless(&bytes).is_err());
    }
}
