//! The command line as a shell sees it: exit codes, what goes to which stream, files whole or not at all.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

fn detente(arguments: &[&str]) -> Output {
    command(arguments).output().expect("the command line runs")
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_detente"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments).stdin(Stdio::null());
    command
}

fn out(output: &Output) -> (Option<i32>, String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("text");
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

/// An empty folder of the test's own.
fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).expect("a folder");
    path
}

/// A folder with the good dataset and a tie between unknown actors.
fn wrong(name: &str) -> PathBuf {
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
fn a_report_is_also_plain_data() {
    let path = wrong("wrong-json");
    let (code, said, _) = out(&detente(&["check", "--json", path.to_str().expect("text")]));
    let report: serde_json::Value = serde_json::from_str(&said).expect("json");
    assert_eq!(code, Some(1));
    let problems = report["problems"].as_array().expect("a list");
    let problem = problems.iter().find(|problem| problem["kind"] == "unknown-actor").expect("the problem");
    assert_eq!((&problem["location"]["line"], &problem["location"]["column"]), (&2.into(), &5.into()));
    assert_eq!(problem["hint"], "did you mean `BBB` (B)?");
}

#[test]
fn what_is_asked_wrongly_is_answered_with_a_sentence() {
    for (arguments, sentence) in [
        (&["chekc", "x"][..], "there is no command `chekc`. `detente help` shows what can be asked.\n"),
        (&["check"][..], "`detente check` needs the folder of a dataset. `detente help` shows what can be asked.\n"),
        (
            &["render", "tests/data/good", "--year", "soon"][..],
            "`--year` takes a year, not `soon`. `detente help` shows what can be asked.\n",
        ),
        (
            &["check", "tests/data/good", "--allow", "bad-date"][..],
            "`bad-date` is no problem that can be allowed. `detente help` shows what can be asked.\n",
        ),
        (
            &["pack", "tests/data/good"][..],
            "`detente pack` needs --output FILE. `detente help` shows what can be asked.\n",
        ),
    ] {
        assert_eq!(out(&detente(arguments)), (Some(2), String::new(), sentence.to_owned()));
    }
    let (code, said, complained) = out(&detente(&["check", "tests/data/nowhere"]));
    assert_eq!((code, said.as_str()), (Some(1), ""));
    assert!(complained.starts_with("tests/data/nowhere cannot be read: "), "{complained}");
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
