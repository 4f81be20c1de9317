//! No circle of imports between files: who reads one file must not need a second that needs the first.

use std::collections::{BTreeMap, BTreeSet};

use crate::tidy::{code, files};

/// Files by the path of their module: `["data", "tie"]`.
type Modules = BTreeMap<Vec<String>, String>;
/// Who imports whom, by the names of files.
type Imports = BTreeMap<String, BTreeSet<String>>;

fn words(path: &str) -> Vec<String> {
    path.split("::").map(|word| word.trim().to_owned()).filter(|word| !word.is_empty()).collect()
}

/// `a::{b, c::{d, e as f}}` as `a::b`, `a::c::d`, `a::c::e`.
fn paths(prefix: &str, tree: &str) -> Vec<String> {
    let (mut found, mut depth, mut start) = (Vec::new(), 0, 0);
    let mut parts = Vec::new();
    for (at, letter) in tree.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&tree[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&tree[start..]);
    for part in parts.into_iter().map(str::trim).filter(|part| !part.is_empty()) {
        if let Some((head, rest)) = part.split_once('{') {
            let inner = rest.rsplit_once('}').map_or(rest, |(inner, _)| inner);
            found.extend(paths(&format!("{prefix}{head}"), inner));
        } else {
            let name = part.split(" as ").next().unwrap_or_default();
            found.push(format!("{prefix}{}", name.trim().trim_end_matches("::self")));
        }
    }
    found
}

/// The declarations `use …;` of a file, as whole paths, and whether each is public.
fn uses(code: &str) -> Vec<(String, bool)> {
    let mut found = Vec::new();
    for statement in code.split(';') {
        let Some(at) = statement.rfind("use ") else { continue };
        let head = statement[..at].rsplit('\n').next().unwrap_or_default().trim();
        if head.is_empty() || head.starts_with("pub") {
            found.extend(paths("", &statement[at + 4..]).into_iter().map(|path| (path, !head.is_empty())));
        }
    }
    found
}

/// The paths that code names without a declaration: `super::pack::pack`, `crate::data::Dataset`, `draw::draw`.
fn inline(code: &str) -> Vec<String> {
    let is_path = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == ':';
    let found = code.split(|letter: char| !is_path(letter)).map(|path| path.trim_matches(':'));
    found.filter(|path| path.contains("::")).map(str::to_owned).collect()
}

/// The names that a file defines at its top level.
fn definitions(code: &str) -> BTreeSet<String> {
    const KINDS: [&str; 8] = ["fn", "struct", "enum", "trait", "type", "const", "static", "union"];
    let mut found = BTreeSet::new();
    for line in code.lines().filter(|line| !line.starts_with(char::is_whitespace)) {
        let mut rest =
            line.split(|letter: char| !letter.is_alphanumeric() && letter != '_').filter(|word| !word.is_empty());
        while let Some(word) = rest.next() {
            if KINDS.contains(&word) {
                found.extend(rest.find(|word| !KINDS.contains(word)).map(str::to_owned));
                break;
            }
        }
    }
    found
}

/// One crate's files, read.
struct Sources {
    modules: Modules,
    code: BTreeMap<String, String>,
}

impl Sources {
    fn of(folder: &str) -> Self {
        let (mut modules, mut texts) = (Modules::new(), BTreeMap::new());
        for (name, text) in files(folder, "rs") {
            let path = name.trim_start_matches(folder).trim_start_matches('/').trim_end_matches(".rs");
            let path: Vec<String> =
                path.split('/').map(str::to_owned).filter(|part| part != "lib" && part != "main").collect();
            modules.insert(path, name.clone());
            texts.insert(name, code(&text));
        }
        Self { modules, code: texts }
    }

    /// The file that defines what a path leads to, seen from a module.
    fn file(&self, from: &[String], path: &str, depth: usize) -> Option<String> {
        let mut words = words(path).into_iter().peekable();
        let mut at: Vec<String> = Vec::new();
        match words.peek()?.as_str() {
            "crate" => drop(words.next()),
            "super" => {
                at = from.to_vec();
                while words.next_if(|word| word == "super").is_some() {
                    at.pop()?;
                }
            }
            first => {
                at = from.to_vec();
                at.push(first.to_owned());
                if !self.modules.contains_key(&at) {
                    return None;
                }
                at.pop();
            }
        }
        words.next_if(|word| word == "self");
        while let Some(word) = words.peek() {
            at.push(word.clone());
            if !self.modules.contains_key(&at) {
                at.pop();
                break;
            }
            words.next();
        }
        let file = self.modules.get(&at)?;
        let Some(name) = words.next() else { return Some(file.clone()) };
        let code = &self.code[file];
        if definitions(code).contains(&name) || depth == 0 {
            return Some(file.clone());
        }
        let passed_on = uses(code).into_iter().filter(|(path, public)| *public && path.ends_with(&format!("::{name}")));
        passed_on.into_iter().find_map(|(path, _)| self.file(&at, &path, depth - 1)).or_else(|| Some(file.clone()))
    }

    fn imports(&self) -> Imports {
        let mut imports = Imports::new();
        for (module, name) in &self.modules {
            let of = imports.entry(name.clone()).or_default();
            for (path, public) in uses(&self.code[name]) {
                // A module that passes its parts on does not read them.
                of.extend(self.file(module, &path, 4).filter(|other| !public && other != name));
            }
            let own: String = self.code[name].split_inclusive(';').filter(|part| !part.contains("use ")).collect();
            for path in inline(&own) {
                of.extend(self.file(module, &path, 4).filter(|other| other != name));
            }
        }
        imports
    }
}

fn script_imports() -> Imports {
    let mut imports = Imports::new();
    for (name, text) in files("www", "js") {
        let code: String =
            text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        let found = code.split('"').skip(1).step_by(2).filter(|word| word.starts_with("./") && word.contains(".js"));
        let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
        imports.insert(
            name.clone(),
            found.map(|word| format!("{folder}/{}", &word[2..])).filter(|other| *other != name).collect(),
        );
    }
    imports
}

/// The groups of files of which each leads to each other.
fn circles(imports: &Imports) -> Vec<Vec<&str>> {
    let reached = |from: &str| {
        let (mut seen, mut next) = (BTreeSet::new(), vec![from.to_owned()]);
        while let Some(file) = next.pop() {
            for other in imports.get(&file).into_iter().flatten() {
                if seen.insert(other.clone()) {
                    next.push(other.clone());
                }
            }
        }
        seen
    };
    let all: BTreeMap<&str, BTreeSet<String>> = imports.keys().map(|file| (file.as_str(), reached(file))).collect();
    let mut found: Vec<Vec<&str>> = Vec::new();
    for (file, reaches) in &all {
        if reaches.contains(*file) && !found.iter().flatten().any(|other| other == file) {
            let back = |other: &&&str| reaches.contains(**other) && all[**other].contains(*file);
            found.push(all.keys().filter(back).copied().collect());
        }
    }
    found
}

#[test]
fn no_files_import_one_another_in_a_circle() {
    let none: Vec<Vec<&str>> = Vec::new();
    for folder in ["src", "src/bin/detente", "xtask/src", "tests/browser/src"] {
        let mut sources = Sources::of(folder);
        if folder == "src" {
            sources.modules.retain(|_, name| !name.starts_with("src/bin/"));
        }
        let imports = sources.imports();
        assert!(imports.values().map(BTreeSet::len).sum::<usize>() > 3, "{folder}: nothing was read");
        assert_eq!(circles(&imports), none, "{folder}");
    }
    let scripts = script_imports();
    assert!(scripts.len() > 10);
    assert_eq!(circles(&scripts), none, "www");
}

#[test]
fn a_circle_is_found() {
    let path = |text: &str| text.split('/').map(str::to_owned).collect::<Vec<String>>();
    let planted = [
        ("a", "pub use one::One;\npub use two::two;"),
        ("a/one", "use super::two;\npub struct One;"),
        ("a/two", "use crate::a::{One, three};\npub fn two() {}"),
        ("b", "use crate::a::One;"),
    ];
    let modules = planted.iter().map(|(name, _)| (path(name), (*name).to_owned())).collect();
    let code = planted.iter().map(|(name, code)| ((*name).to_owned(), (*code).to_owned())).collect();
    let imports = Sources { modules, code }.imports();
    assert_eq!(circles(&imports), [["a/one", "a/two"]]);
    assert_eq!(paths("", "a::{b, c::{d, e as f}, self}"), ["a::b", "a::c::d", "a::c::e", "a::self"]);
}
