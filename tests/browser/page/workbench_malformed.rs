//! Every malformed input in the workbench: the page reports it as the command line does, as text and as JSON.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use detente::data::{ReadOptions, Report, read_any, validate};
use detente_browser::Page;
use serde_json::{Value, json};

use crate::inputs::{COUNT, File, given, names};
use crate::workbench::{visit, workbench};

/// What a folder may hold of a dataset: of several files, the page and the command line read those.
const ENDINGS: [&str; 6] = ["csv", "tsv", "tab", "json", "gexf", "graphml"];
/// Inputs of which the page and the command line read less than is there, because a file among several is neither table
/// nor text: a pack is read where it is alone.
const IN_PART: [&str; 1] = ["pack-beside-tables"];
/// No more problems are handed to the page, and no more are listed at first.
const HANDED: usize = 500;
const LISTED: usize = 50;
/// So many inputs are given in one script, which has a minute.
const AT_A_TIME: usize = 50;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The files of an input that the page reads.
fn files(name: &str) -> Vec<File> {
    let mut files = given(&root(), name);
    if files.len() > 1 {
        files.retain(|(file, _)| file.rsplit_once('.').is_some_and(|(_, ending)| ENDINGS.contains(&ending)));
    }
    files
}

/// What the command line reports of it, which the native tests compare for every input.
fn report(files: &[File]) -> Report {
    match validate(&read_any(files, &ReadOptions::default()), &[]) {
        Ok((_, report)) | Err(report) => report,
    }
}

/// Where something stands, as the page is told.
fn place(place: &Value) -> Value {
    let numbers = [&place["line"], &place["column"]].into_iter().take_while(|number| **number != 0);
    let file = place["file"].as_str().unwrap_or_default().to_owned();
    let address = numbers.fold(file, |text, number| format!("{text}:{number}"));
    json!([address, place["file"], place["field"]])
}

/// What the page has to say of a report, from its JSON: excerpts and other ends stand in its text and its JSON alone.
fn expected(report: &Report) -> Result<Value> {
    let json: Value = serde_json::from_str(&report.json()?)?;
    let problems = json["problems"].as_array().context("problems")?;
    let told = |one: &Value| {
        json!([one["code"], one["message"], place(&one["location"]), one["note"], one["hint"], one["allowed"]])
    };
    let told: Vec<Value> = problems.iter().take(HANDED).map(told).collect();
    let mut shown: Vec<&Value> = told.iter().collect();
    shown.sort_by_key(|one| one[5] == true);
    let shown: Vec<Value> = shown
        .into_iter()
        .take(LISTED)
        .map(|one| {
            let severity = if one[5] == true { "warning" } else { "error" };
            let field =
                if one[2][2] == "" { String::new() } else { format!(" ({})", one[2][2].as_str().unwrap_or_default()) };
            let place = format!(
                "{severity} {} · {}{field}",
                one[0].as_str().unwrap_or_default(),
                one[2][0].as_str().unwrap_or_default()
            );
            json!([one[1], place, one[3], one[4]])
        })
        .collect();
    Ok(json!({
        "counts": [json["errors"], json["warnings"]],
        "answer": told,
        "list": shown,
        "text": report.text(usize::MAX, false).to_string(),
        "json": report.json()?,
    }))
}

/// Listens to the worker that reads (the picture has one of its own): what it answers to a check, and to a question of the
/// test's own.
const LISTEN: &str = r"
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message, ...more) {
        if (message.method && window.bench !== this) {
            window.bench = this;
            this.addEventListener('message', ({ data }) => {
                if (data.value?.answer) window.answer = data.value.answer;
                window.waiting?.get(data.id)?.(data.value);
            });
        }
        return post.call(this, message, ...more);
    };
    window.waiting = new Map();
    window.ask = (method) => new Promise((done) => {
        const id = -1 - window.waiting.size;
        window.waiting.set(id, done);
        post.call(window.bench, { id, method, args: [] });
    });
";

/// Gives each of `rest[0]`, a list of files, to the page as a reader chooses files; what it then says of each.
const GIVE: &str = r"
    const shown = (item, part) => item.querySelector(part)?.textContent ?? '';
    const place = ({ address, file, field }) => [address, file, field];
    return (async () => {
        const said = [];
        for (const files of rest[0]) {
            const given = new DataTransfer();
            for (const [name, text] of files) given.items.add(new File([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))], name));
            window.answer = undefined;
            const input = pick('#files');
            input.files = given.files;
            input.dispatchEvent(new Event('change'));
            const start = performance.now();
            while (!window.answer || document.documentElement.dataset.busy !== undefined) {
                if (performance.now() - start > 10_000) throw new Error(`no answer for ${files.map(([name]) => name)}: ${pick('#status').textContent}`);
                await new Promise((done) => setTimeout(done, 2));
            }
            const { errors, warnings, problems } = window.answer;
            said.push({
                counts: [errors, warnings],
                answer: problems.map((one) => [one.code, one.message, place(one.place), one.note, one.hint, one.allowed]),
                list: [...document.querySelectorAll('.list li')].map((item) => [shown(item, 'b'), shown(item, '.where'), shown(item, '.note'), shown(item, '.hint')]),
                text: pick('.report pre').textContent,
                json: await window.ask('reportJson'),
            });
        }
        return said;
    })();
";

/// What the page says of some inputs.
async fn given_to(page: &Page, inputs: &[(&str, Vec<File>)]) -> Result<Vec<Value>> {
    let encoded = |(file, bytes): &File| json!([file, BASE64.encode(bytes)]);
    let sent: Vec<Value> = inputs.iter().map(|(_, files)| files.iter().map(encoded).collect()).collect();
    let said = page.script(GIVE, vec![json!(sent)]).await?;
    Ok(said.as_array().context("a list")?.clone())
}

#[tokio::test]
async fn the_page_says_what_the_command_line_says_of_every_malformed_input() -> Result<()> {
    let names = names(&root());
    ensure!(names.len() == COUNT, "{} inputs", names.len());
    let inputs: Vec<(&str, Vec<File>)> = names.iter().map(|name| (name.as_str(), files(name))).collect();
    let in_part = inputs.iter().filter(|(name, files)| files.len() < given(&root(), name).len()).map(|(name, _)| *name);
    assert_eq!(in_part.collect::<Vec<_>>(), IN_PART);
    visit(workbench(), async |page| {
        page.script(LISTEN, Vec::new()).await?;
        let mut problems = 0;
        for inputs in inputs.chunks(AT_A_TIME) {
            for ((name, files), said) in inputs.iter().zip(given_to(page, inputs).await?) {
                let expected = expected(&report(files))?;
                for part in ["counts", "answer", "list", "text", "json"] {
                    assert_eq!(said[part], expected[part], "{name}: {part}");
                }
                problems += expected["answer"].as_array().map_or(0, Vec::len);
            }
        }
        ensure!(problems > COUNT, "{problems} problems");
        Ok(())
    })
    .await
}
