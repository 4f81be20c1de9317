//! Files of messages as Fluent's parser reads them, made into parts.

use std::collections::BTreeMap;
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::{By, Key, LANGUAGES, Message, Messages, Node, problem};

/// Stands before and after what [`MARKED`](self) marks; the program cuts a text there.
const MARK: char = '\u{7f}';
/// Begin and end of what has a direction of its own, whatever it is.
const ISOLATE: [char; 2] = ['\u{2068}', '\u{2069}'];
/// The plural categories beside `other`.
const CATEGORIES: [&str; 5] = ["zero", "one", "two", "few", "many"];
/// Terms within terms go no deeper; one that names itself would have no end.
const DEEPEST: usize = 8;

type Source<'s> = Pattern<&'s str>;

/// What stands in a file under a name: where, its comment, and its text.
type Written<'s> = BTreeMap<String, (String, String, Source<'s>)>;

/// The messages of one language. Problems are added to `problems`.
///
/// # Errors
/// When the folder or a file cannot be read.
pub fn language(folder: &Path, language: &str, problems: &mut Vec<String>) -> Result<Messages, String> {
    let unreadable = |error: std::io::Error| format!("{} cannot be read: {error}", folder.display());
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.extension().is_some_and(|ending| ending == "ftl") {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            files.push((name, std::fs::read_to_string(&path).map_err(unreadable)?));
        }
    }
    files.sort();
    let (mut messages, mut terms) = (Written::new(), Written::new());
    for (file, text) in &files {
        let resource = fluent_syntax::parser::parse(text.as_str()).unwrap_or_else(|(resource, _)| resource);
        for entry in resource.body {
            let (list, name, comment, value, attributes) = match entry {
                Entry::Message(of) => (&mut messages, of.id.name, of.comment, of.value, of.attributes),
                Entry::Term(of) => (&mut terms, of.id.name, of.comment, Some(of.value), of.attributes),
                Entry::Junk { content } => {
                    let line = content.lines().next().unwrap_or_default();
                    problems.push(problem(language, file, line, "cannot be read as Fluent"));
                    continue;
                }
                _ => continue,
            };
            let comment = comment.map_or_else(String::new, |comment| comment.content.join(" "));
            if !attributes.is_empty() {
                problems.push(problem(language, file, name, "attributes are not read"));
            }
            let Some(value) = value else { continue };
            if list.insert(name.to_owned(), (file.clone(), comment, value)).is_some() {
                problems.push(problem(language, file, name, "stands twice"));
            }
        }
    }
    let categories = LANGUAGES.iter().find(|(name, _)| *name == language).map_or(&[][..], |(_, categories)| categories);
    let mut read = Messages::new();
    for (name, (file, comment, value)) in &messages {
        let mut reader = Reader { terms: &terms, categories, numbers: Vec::new(), depth: 0 };
        match reader.nodes(value) {
            Ok(nodes) => {
                let message = Message { file: file.clone(), comment: comment.clone(), nodes, numbers: reader.numbers };
                read.insert(name.clone(), message);
            }
            Err(what) => problems.push(problem(language, file, name, &what)),
        }
    }
    Ok(read)
}

struct Reader<'t, 's> {
    terms: &'t Written<'s>,
    categories: &'static [&'static str],
    numbers: Vec<String>,
    depth: usize,
}

impl Reader<'_, '_> {
    fn nodes(&mut self, pattern: &Source<'_>) -> Result<Vec<Node>, String> {
        let mut nodes = Vec::new();
        for element in &pattern.elements {
            match element {
                // A line that goes on below is one line.
                PatternElement::TextElement { value } => push(&mut nodes, &value.replace('\n', " ")),
                PatternElement::Placeable { expression } => self.expression(expression, &mut nodes)?,
            }
        }
        Ok(nodes)
    }

    fn expression(&mut self, expression: &Expression<&str>, nodes: &mut Vec<Node>) -> Result<(), String> {
        match expression {
            Expression::Inline(inline) => self.inline(inline, nodes),
            Expression::Select { selector, variants } => self.select(selector, variants, nodes),
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>, nodes: &mut Vec<Node>) -> Result<(), String> {
        match inline {
            InlineExpression::StringLiteral { value } => {
                push(nodes, &unescape_unicode_to_string(value));
            }
            InlineExpression::NumberLiteral { value } => push(nodes, value),
            InlineExpression::VariableReference { id } => nodes.push(Node::Variable(id.name.to_owned())),
            InlineExpression::FunctionReference { id, arguments } => {
                let [InlineExpression::VariableReference { id: variable }] = &arguments.positional[..] else {
                    return Err(format!("{} takes a variable", id.name));
                };
                let name = variable.name.to_owned();
                if id.name == "GIVEN" {
                    // An empty choice: it names the variable and says nothing.
                    let cases = vec![(Key::Default("other".to_owned()), Vec::new())];
                    self.numbers.push(name.clone());
                    nodes.push(Node::Select { variable: name, by: By::Number, cases });
                    return Ok(());
                }
                let around = match id.name {
                    "NUMBER" => ["", ""].map(str::to_owned),
                    "MARKED" => [MARK, MARK].map(String::from),
                    "ISOLATED" => ISOLATE.map(String::from),
                    other => return Err(format!("there is no function {other} here")),
                };
                if id.name != "ISOLATED" {
                    self.numbers.push(name.clone());
                }
                push(nodes, &around[0]);
                nodes.push(Node::Variable(name));
                push(nodes, &around[1]);
            }
            InlineExpression::TermReference { id, attribute: None, arguments: None } => {
                let Some((_, _, value)) = self.terms.get(id.name) else { return Err(format!("no term -{}", id.name)) };
                if self.depth == DEEPEST {
                    return Err(format!("term -{} stands within itself", id.name));
                }
                self.depth += 1;
                let inner = self.nodes(value)?;
                self.depth -= 1;
                nodes.extend(inner);
            }
            InlineExpression::Placeable { expression } => self.expression(expression, nodes)?,
            _ => return Err("messages, attributes and arguments are not read within a message; use a term".to_owned()),
        }
        Ok(())
    }

    fn select(
        &mut self,
        selector: &InlineExpression<&str>,
        variants: &[Variant<&str>],
        nodes: &mut Vec<Node>,
    ) -> Result<(), String> {
        let (variable, function) = chooser(selector)?;
        let key = |variant: &Variant<&str>| match variant.key {
            VariantKey::Identifier { name } => (name.to_owned(), false),
            VariantKey::NumberLiteral { value } => (value.to_owned(), true),
        };
        let keys: Vec<(String, bool)> = variants.iter().map(key).collect();
        let counts = keys.iter().any(|(key, is_number)| *is_number || CATEGORIES.contains(&key.as_str()));
        let by = match function {
            "FINAL" => By::Final,
            "EXACT" => By::Number,
            _ if counts || keys.iter().all(|(key, _)| key == "other") => By::Number,
            _ => By::Text,
        };
        if by == By::Number {
            self.numbers.push(variable.to_owned());
            // `[1]` counts as well as `[one]`, where that is the one number alone.
            let covers = |key: &str, category: &str| {
                key == category || matches!((key, category), ("0", "zero") | ("1", "one") | ("2", "two"))
            };
            for category in self.categories {
                if function.is_empty() && !keys.iter().any(|(key, _)| covers(key, category)) {
                    return Err(format!("${variable}: no case for the plural category `{category}`"));
                }
            }
            if variants.iter().zip(&keys).any(|(variant, (key, _))| variant.default != (key == "other")) {
                return Err(format!("${variable}: the case that is marked by * is `other`, where numbers choose"));
            }
            if let Some((key, _)) =
                keys.iter().find(|(key, is_number)| !is_number && !self.categories.contains(&key.as_str()))
            {
                return Err(format!("${variable}: the language has no plural category `{key}`"));
            }
        }
        let mut cases = Vec::new();
        let mut last = None;
        for (variant, (key, _)) in variants.iter().zip(keys) {
            let inner = self.nodes(&variant.value)?;
            if variant.default {
                last = Some((Key::Default(key), inner));
            } else {
                cases.push((Key::Is(key), inner));
            }
        }
        cases.extend(last);
        nodes.push(Node::Select { variable: variable.to_owned(), by, cases });
        Ok(())
    }
}

fn push(nodes: &mut Vec<Node>, text: &str) {
    match nodes.last_mut() {
        _ if text.is_empty() => {}
        Some(Node::Text(before)) => before.push_str(text),
        _ => nodes.push(Node::Text(text.to_owned())),
    }
}

/// The variable by which a case is chosen, and the function of it, if there is one.
fn chooser<'s>(selector: &InlineExpression<&'s str>) -> Result<(&'s str, &'s str), String> {
    match selector {
        InlineExpression::VariableReference { id } => Ok((id.name, "")),
        InlineExpression::FunctionReference { id, arguments } if ["FINAL", "EXACT"].contains(&id.name) => {
            match &arguments.positional[..] {
                [InlineExpression::VariableReference { id: variable }] => Ok((variable.name, id.name)),
                _ => Err(format!("{} takes a variable", id.name)),
            }
        }
        _ => Err("a case is chosen by a variable, or by FINAL or EXACT of one".to_owned()),
    }
}
