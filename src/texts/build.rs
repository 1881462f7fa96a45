//! Makes one function for each text of the message files, so that a missing text or argument stops the build.
//!
//! Every language must have the same texts with the same arguments; the German files say which there are. The order of a
//! function's arguments is the order in which the German text first uses them.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

/// The languages, the first of which says what there is.
const LANGUAGES: [&str; 4] = ["de", "en", "uk", "ar"];
/// The languages that households read (`own`), the first of which says what there is.
const OWN: [&str; 12] = ["de-x-simple", "uk", "ar", "fa", "ru", "tr", "ku", "ps", "en", "ti", "so", "fr"];
/// While a file of `own` begins with this line, texts may be missing in it: they are then said in plain German. A test fails
/// until the line is gone (`texts::own::tests`).
const UNFINISHED: &str = "# unfinished";
/// The files with all that a desk says.
const DESK_ROOMS: [&str; 3] = ["desk.ftl", "errors.ftl", "terminal.ftl"];

struct Text {
    arguments: Vec<String>,
    sample: String,
}

fn main() {
    println!("cargo::rerun-if-changed=src/texts");
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets OUT_DIR"));
    // The browser's desk takes along what a desk says, and nothing else: it travels to every phone.
    let is_browser = env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|family| family == "wasm");
    let joined = |language: &str| {
        let folder = Path::new("src/texts").join(language);
        let source = read_folder(&folder, &[]);
        let texts = parse(language, &source);
        (if is_browser { read_folder(&folder, &DESK_ROOMS) } else { source }, texts)
    };
    let (german_source, german) = joined(LANGUAGES[0]);
    let mut wrong = String::new();
    fs::write(out.join("de.ftl"), german_source).expect("write the joined texts");
    for language in LANGUAGES.into_iter().skip(1) {
        let (source, texts) = joined(language);
        compare(language, &german, &texts, &mut wrong);
        fs::write(out.join(format!("{language}.ftl")), source).expect("write the joined texts");
    }
    assert!(wrong.is_empty(), "the message files differ:\n{wrong}");
    fs::write(out.join("texts.rs"), functions(&german, "Texts", "say", "IDS")).expect("write the functions");
    if !is_browser {
        fs::write(out.join("own.rs"), own()).expect("write the functions");
    }
}

/// The functions of what households read, and which languages are unfinished.
fn own() -> String {
    let mut wrong = String::new();
    let mut unfinished = String::new();
    let mut plain = BTreeMap::new();
    for language in OWN {
        let path = Path::new("src/texts/own").join(language).with_extension("ftl");
        let source = fs::read_to_string(&path).unwrap_or_else(|e| panic!("cannot read {}: {e}", path.display()));
        let texts = parse(language, &source);
        if language == OWN[0] {
            plain = texts;
            continue;
        }
        let mut differs = String::new();
        compare(language, &plain, &texts, &mut differs);
        if source.lines().next().is_some_and(|line| line.trim() == UNFINISHED) {
            let _ = write!(unfinished, "\"{language}\",");
        } else {
            wrong += &differs;
        }
    }
    assert!(wrong.is_empty(), "the texts for households differ:\n{wrong}");
    functions(&plain, "OwnTexts", "own_say", "OWN_IDS")
        + &format!(
            "/// The languages in which texts may still be missing.\npub const UNFINISHED: &[&str] = &[{unfinished}];\n"
        )
}

/// The files of a folder, one after the other; only those of these rooms, if any are named.
fn read_folder(folder: &Path, rooms: &[&str]) -> String {
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap_or_else(|e| panic!("cannot read {}: {e}", folder.display()))
        .map(|entry| entry.expect("a folder entry").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "ftl"))
        .filter(|path| rooms.is_empty() || path.file_name().is_some_and(|name| rooms.iter().any(|room| name == *room)))
        .collect();
    files.sort();
    files.iter().map(|path| fs::read_to_string(path).expect("a readable text file") + "\n").collect()
}

fn parse(language: &str, source: &str) -> BTreeMap<String, Text> {
    let resource = match parser::parse(source) {
        Ok(resource) => resource,
        Err((_, errors)) => panic!("the {language} texts cannot be parsed: {errors:?}"),
    };
    let mut texts = BTreeMap::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        let Some(pattern) = message.value else { panic!("{language}: {} has no text", message.id.name) };
        let mut text = Text { arguments: Vec::new(), sample: String::new() };
        collect(&pattern, &mut text);
        let id = message.id.name.to_owned();
        assert!(texts.insert(id.clone(), text).is_none(), "{language}: {id} stands twice");
    }
    texts
}

fn collect(pattern: &Pattern<&str>, text: &mut Text) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.sample.push_str(value),
            PatternElement::Placeable { expression } => collect_expression(expression, text),
        }
    }
}

fn collect_expression(expression: &Expression<&str>, text: &mut Text) {
    match expression {
        Expression::Inline(inline) => collect_inline(inline, text),
        Expression::Select { selector, variants } => {
            collect_inline(selector, text);
            for variant in variants {
                collect(&variant.value, text);
            }
        }
    }
}

fn collect_inline(inline: &InlineExpression<&str>, text: &mut Text) {
    match inline {
        InlineExpression::VariableReference { id } => {
            let name = id.name.to_owned();
            let _ = write!(text.sample, "{{{name}}}");
            if !text.arguments.contains(&name) {
                text.arguments.push(name);
            }
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                collect_inline(argument, text);
            }
        }
        InlineExpression::Placeable { expression } => collect_expression(expression, text),
        _ => {}
    }
}

fn compare(language: &str, german: &BTreeMap<String, Text>, other: &BTreeMap<String, Text>, wrong: &mut String) {
    for (id, text) in german {
        match other.get(id) {
            None => {
                let _ = writeln!(wrong, "  {language}: {id} is missing");
            }
            Some(translated) => {
                let (mut a, mut b) = (text.arguments.clone(), translated.arguments.clone());
                a.sort();
                b.sort();
                if a != b {
                    let _ = writeln!(wrong, "  {language}: {id} takes {b:?}, German takes {a:?}");
                }
            }
        }
    }
    for id in other.keys().filter(|id| !german.contains_key(*id)) {
        let _ = writeln!(wrong, "  {language}: {id} has no German text");
    }
}

/// The functions of a type that says texts, and the module of the messages that it says.
fn functions(texts: &BTreeMap<String, Text>, type_name: &str, say: &str, ids_name: &str) -> String {
    let mut methods = String::new();
    let mut messages = String::new();
    let mut ids = String::new();
    for (id, text) in texts {
        let name = id.replace('-', "_");
        let sample = text.sample.replace('\n', " ");
        let parameters: String =
            text.arguments.iter().map(|a| format!("{}: impl Into<Arg>, ", a.replace('-', "_"))).collect();
        let values: String =
            text.arguments.iter().map(|a| format!("(\"{a}\", {}.into()), ", a.replace('-', "_"))).collect();
        let passed: String = text.arguments.iter().map(|a| format!("{}, ", a.replace('-', "_"))).collect();
        let _ = writeln!(
            messages,
            "/// “{sample}”\npub fn {name}({parameters}) -> Message {{ Message::new(\"{id}\", vec![{values}]) }}"
        );
        let _ = writeln!(
            methods,
            "/// “{sample}”\npub fn {name}(&self, {parameters}) -> String {{ self.say(&{say}::{name}({passed})) }}"
        );
        let _ = write!(ids, "\"{id}\",");
    }
    format!(
        "/// Messages without a language: what the rules give and the pages say.\n\
         #[allow(clippy::too_many_arguments)] // as many as the sentence has\n\
         pub mod {say} {{\nuse super::{{Arg, Message}};\n{messages}}}\n\
         #[allow(clippy::too_many_arguments)] // as many as the sentence has\n\
         impl {type_name} {{\n{methods}}}\n\
         /// The ids of all texts.\npub const {ids_name}: &[&str] = &[{ids}];\n"
    )
}
