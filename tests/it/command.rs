//! The command line as a shell sees it: exit codes, streams, files written whole or not at all, help and documentation.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

pub(crate) fn detente(arguments: &[&str]) -> Output {
    command(arguments).output().expect("the command line runs")
}

pub(crate) fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_detente"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments).stdin(Stdio::null());
    command
}

pub(crate) fn out(output: &Output) -> (Option<i32>, String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("text");
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

/// An empty folder of the test's own.
pub(crate) fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).expect("a folder");
    path
}

/// A folder with the good dataset and a tie between unknown actors.
pub(crate) fn wrong(name: &str) -> PathBuf {
    let path = folder(name);
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/good")).expect("a folder") {
        let from = entry.expect("an entry").path();
        fs::copy(&from, path.join(from.file_name().expect("a name"))).expect("a copy");
    }
    let row = "a,b,from,to,stance,why,sources,confidence\nAAA,BBX,1950,,1,x,report,high\n";
    fs::write(path.join("ties.csv"), row).expect("a table");
    path
}

#[test]
fn good_tables_pass_and_wrong_ones_do_not() {
    let (code, said, complained) = out(&detente(&["check", "tests/data/good"]));
    assert_eq!((code, complained.as_str()), (Some(0), ""));
    assert!(said.starts_with("no errors, no warnings; rows read: actors.csv 3"), "{said}");

    let path = wrong("wrong");
    let (code, said, complained) = out(&detente(&["check", path.to_str().expect("text")]));
    assert_eq!((code, complained.as_str()), (Some(1), ""));
    // A terminal can open the place.
    assert!(said.contains(&format!("  --> {}/ties.csv:2:5 (b)", path.display())), "{said}");
    assert!(said.ends_with("chapters.csv 1\n"), "{said}");
}

#[test]
fn one_file_is_enough_and_how_it_was_understood_is_printed() {
    let path = folder("one-file");
    let table = path.join("alliances.csv");
    fs::write(&table, "source,target,start,end,type\nA,B,1950,1952,defense\nA,C,1950,1952,dynastic\n")
        .expect("a table");
    let (code, said, complained) = out(&detente(&["check", table.to_str().expect("text")]));
    assert_eq!(code, Some(1));
    assert!(complained.contains("alliances.csv: `source` is read as `a`"), "{complained}");
    assert!(complained.contains("the word `defense` is read as the stance 3 (1 row)"), "{complained}");
    assert!(said.contains(&format!("  --> {}:3:15 (type)", table.display())), "{said}");
    // A descriptor beside the table says what is meant.
    let descriptor = r#"{ "detente": { "ego": "A", "kinds": { "dynastic": 1 } } }"#;
    fs::write(path.join("datapackage.json"), descriptor).expect("a descriptor");
    let (code, said, _) = out(&detente(&["check", path.to_str().expect("text")]));
    assert_eq!(code, Some(0), "{said}");
    let (code, picture, _) = out(&detente(&["render", path.to_str().expect("text"), "--year", "1951"]));
    assert!(code == Some(0) && picture.starts_with("<svg"), "{picture}");
}

#[test]
fn a_report_is_also_plain_data() {
    let path = wrong("wrong-json");
    let (code, said, _) = out(&detente(&["check", "--format", "json", path.to_str().expect("text")]));
    let report: serde_json::Value = serde_json::from_str(&said).expect("json");
    assert_eq!(code, Some(1));
    let problems = report["problems"].as_array().expect("a list");
    let problem = problems.iter().find(|problem| problem["code"] == "unknown-actor").expect("the problem");
    assert_eq!((&problem["location"]["line"], &problem["location"]["column"]), (&2.into(), &5.into()));
    assert_eq!(problem["hint"], "did you mean `BBB` (B)?");
}

#[test]
fn wrong_arguments_end_with_code_2_and_a_message() {
    for (arguments, message) in [
        (
            &["chekc", "x"][..],
            "error: unrecognized subcommand 'chekc'\n\n  tip: a similar subcommand exists: 'check'\n",
        ),
        (&["check"][..], "error: the following required arguments were not provided:\n  <PATH>\n"),
        (&["render", "tests/data/good", "--year", "soon"][..], "error: invalid value 'soon' for '--year <YEAR>': "),
        (
            &["check", "tests/data/good", "--allow", "bad-date"][..],
            "error: invalid value 'bad-date' for '--allow <KIND>'\n",
        ),
        (
            &["pack", "tests/data/good"][..],
            "error: the following required arguments were not provided:\n  --output <FILE>\n",
        ),
        // Each command takes only its own options.
        (&["check", "tests/data/good", "--year", "1955"][..], "error: unexpected argument '--year' found\n"),
        (&["sources", "tests/data/good", "--poster"][..], "error: unexpected argument '--poster' found\n"),
        (&["describe", "tests/data/good", "--fix"][..], "error: unexpected argument '--fix' found\n"),
        (
            &["render", "tests/data/good", "--year", "1955", "--all-years"][..],
            "error: the argument '--year <YEAR>' cannot be used with:\n",
        ),
    ] {
        let (code, said, complained) = out(&detente(arguments));
        assert_eq!((code, said.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(complained.starts_with(message), "{arguments:?}: {complained}");
        assert!(complained.ends_with("For more information, try '--help'.\n"), "{complained}");
    }
    let (code, said, complained) = out(&detente(&["check", "tests/data/nowhere"]));
    assert_eq!((code, said.as_str()), (Some(2), ""));
    assert!(complained.starts_with("tests/data/nowhere cannot be read: "), "{complained}");
}

/// The names of the commands, as `detente help` lists them.
fn commands() -> Vec<String> {
    let (code, help, complained) = out(&detente(&["help"]));
    assert_eq!((code, complained.as_str()), (Some(0), ""));
    let list = help.split("Commands:\n").nth(1).and_then(|rest| rest.split("\n\n").next()).expect("a list");
    list.lines().filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

#[test]
fn every_command_has_help_with_an_example_and_a_paragraph_in_the_documentation() {
    let commands = commands();
    assert!(commands.len() > 15, "{commands:?}");
    let documentation = read_root("docs/command-line.md");
    for command in commands.iter().filter(|command| *command != "help") {
        let (code, help, _) = out(&detente(&[command, "--help"]));
        assert_eq!(code, Some(0));
        assert!(help.contains(&format!("\n  detente {command}")), "no example: {help}");
        assert!(documentation.contains(&format!("\n### {command}\n")), "docs/command-line.md lacks {command}");
        // Every option of its own stands in its paragraph, or in the table of options that several commands share.
        let own = help.lines().filter_map(|line| line.trim_start().split_once("--")?.1.split([' ', ',']).next());
        for option in own.filter(|option| option.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-')) {
            assert!(documentation.contains(&format!("--{option}")), "docs/command-line.md lacks --{option}");
        }
    }
    // Without arguments it helps as well, as before.
    assert_eq!(out(&detente(&[])).0, Some(0));
    assert_eq!(out(&detente(&["--version"])).1, format!("detente {}\n", env!("CARGO_PKG_VERSION")));
}

fn read_root(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).expect("text")
}

/// The lines of the documentation's shell blocks that call the program.
fn documented_calls(documentation: &str) -> Vec<Vec<&str>> {
    let blocks = documentation.split("```sh run\n").skip(1).filter_map(|rest| rest.split("```").next());
    let lines = blocks.flat_map(str::lines).map(|line| line.split('#').next().unwrap_or_default().trim());
    lines.filter(|line| !line.is_empty()).map(|line| line.split_whitespace().collect()).collect()
}

#[cfg(unix)]
#[test]
fn the_documented_examples_run() {
    let folder = folder("documented");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    std::os::unix::fs::symlink(root.join("tests/data/good"), folder.join("my-data")).expect("a link");
    std::os::unix::fs::symlink(root.join("www"), folder.join("www")).expect("a link");
    fs::write(folder.join("viewer-template.txt"), "<script>{{pack}}{{texts}}{{messages}}</script>").expect("a viewer");
    let documentation = read_root("docs/command-line.md");
    let format = read_root("docs/format.md");
    let calls: Vec<_> = [&documentation, &format].into_iter().flat_map(|text| documented_calls(text)).collect();
    for command in commands().iter().filter(|command| *command != "help") {
        assert!(calls.iter().any(|call| call[..2] == ["detente", command]), "no example that runs: {command}");
    }
    for call in calls {
        // What is written for a shell is its own file here.
        let arguments: Vec<&str> = call.iter().skip(1).copied().take_while(|word| *word != ">").collect();
        let output = command(&arguments).current_dir(&folder).output().expect("it runs");
        assert_eq!(output.status.code(), Some(0), "{call:?}: {}", String::from_utf8_lossy(&output.stderr));
        let written = match call[1] {
            "convert" => arguments.get(2),
            _ => arguments.iter().skip_while(|word| **word != "--output").nth(1),
        };
        let printed = !output.stdout.is_empty();
        assert!(written.map_or(printed, |path| folder.join(path).exists()), "{call:?} has made nothing");
    }
}

#[test]
fn shells_and_man_know_the_commands() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let (code, script, _) = out(&detente(&["completions", shell]));
        assert_eq!(code, Some(0));
        assert!(script.contains("describe") && script.contains("all-years"), "{shell}");
    }
    let (code, page, _) = out(&detente(&["man"]));
    assert_eq!(code, Some(0));
    assert!(page.contains(".TH detente 1") && page.contains("detente\\-check(1)"), "{page}");
    let path = folder("man");
    assert_eq!(detente(&["man", "--output", path.to_str().expect("text")]).status.code(), Some(0));
    let page = fs::read_to_string(path.join("detente-render.1")).expect("a page");
    assert!(page.contains("all\\-years") && page.contains("Examples"), "{page}");
}

/// What `detente info` prints, and the descriptor of the dataset.
fn info(folder: &str) -> (serde_json::Value, serde_json::Value) {
    let (code, said, complained) = out(&detente(&["info", folder]));
    assert_eq!((code, complained.as_str()), (Some(0), ""));
    let json = |text: &str| serde_json::from_str(text).expect("json");
    (json(&said), json(&read_root(&format!("{folder}/datapackage.json"))))
}

#[test]
fn a_dataset_is_named_with_its_years() {
    let (good, descriptor) = info("tests/data/good");
    assert_eq!((&good["name"], &good["title"]), (&descriptor["name"], &descriptor["title"]));
    assert_eq!((&good["first_year"], &good["last_year"]), (&1950.into(), &1960.into()));
    // It names no turning points; 1953 is the only year between the first and the last in which a stance begins.
    assert_eq!(good["highlights"], serde_json::json!([1950, 1953, 1960]));
    let (empire, descriptor) = info("tests/data/german-empire");
    let named = descriptor["detente"]["turning_points"].as_array().expect("turning points");
    let years = empire["highlights"].as_array().expect("a list");
    assert!(named.len() > 3 && named.iter().all(|year| years.contains(year)), "{years:?}");
    assert!(years.contains(&empire["first_year"]) && years.contains(&empire["last_year"]), "{years:?}");
}

#[test]
fn what_is_allowed_by_name_is_said_and_lets_through() {
    let path = wrong("allowed");
    let row = "a,b,from,to,stance,why,sources,confidence\nAAA,BBB,1950,,1,x,,high\n";
    fs::write(path.join("ties.csv"), row).expect("a table");
    fs::remove_file(path.join("claims.csv")).expect("no claims");
    fs::remove_file(path.join("chapters.csv")).expect("no chapters");
    let folder = path.to_str().expect("text");
    let (code, said, complained) = out(&detente(&["describe", folder, "--year", "1955"]));
    assert_eq!((code, said.as_str()), (Some(1), ""));
    assert!(complained.contains("error[missing-source]"), "{complained}");
    let (code, said, complained) = out(&detente(&["describe", folder, "--year", "1955", "--allow", "missing-source"]));
    assert_eq!(code, Some(0));
    assert!(!said.is_empty() && complained.contains("warning[missing-source]"), "{complained}");
}

#[test]
fn a_file_is_written_whole_or_not_at_all() {
    let path = folder("written");
    let file = path.join("core.bin");
    let name = file.to_str().expect("text");
    assert_eq!(detente(&["pack", "tests/data/good", "-o", name]).status.code(), Some(0));
    let pack = fs::read(&file).expect("a pack");
    assert!(!pack.is_empty());
    // Wrong tables leave the old file as it was.
    let wrong = wrong("unwritten");
    assert_eq!(detente(&["pack", wrong.to_str().expect("text"), "-o", name]).status.code(), Some(1));
    assert_eq!(fs::read(&file).expect("a pack"), pack);
    assert_eq!(fs::read_dir(&path).expect("a folder").count(), 1);
    let (code, _, complained) = out(&detente(&["pack", "tests/data/good", "-o", "tests/nowhere/x"]));
    assert_eq!(code, Some(1));
    assert!(complained.starts_with("tests/nowhere/x cannot be written: "), "{complained}");
}

#[cfg(unix)]
#[test]
fn what_is_no_plain_file_stays_what_it_is() {
    let path = folder("link");
    let (file, link) = (path.join("file"), path.join("link"));
    fs::write(&file, "old").expect("a file");
    std::os::unix::fs::symlink(&file, &link).expect("a link");
    assert_eq!(detente(&["pack", "tests/data/good", "-o", link.to_str().expect("text")]).status.code(), Some(0));
    assert!(fs::symlink_metadata(&link).expect("a link").is_symlink());
    assert_ne!(fs::read(&file).expect("a file"), b"old");
    // A pipe is written to. It is named by a link in a folder of the test's own and has no path that could be
    // replaced, so that even a broken command harms nothing; never try this with `/dev/null`.
    let pipe = path.join("pipe");
    std::os::unix::fs::symlink("/dev/stdout", &pipe).expect("a link");
    let output = detente(&["pack", "tests/data/good", "-o", pipe.to_str().expect("text")]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(output.stdout, fs::read(&file).expect("a pack"));
    assert!(fs::symlink_metadata(&pipe).expect("a link").is_symlink());
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_a_failure_and_a_closed_pipe_is_not() {
    let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("a full disk");
    let output = command(&["help"]).stdout(full).output().expect("it runs");
    assert_eq!(output.status.code(), Some(1));
    let mut child =
        command(&["scene", "data/north-korea"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}
