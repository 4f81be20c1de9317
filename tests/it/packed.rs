//! Packs as an input: alone or with their texts, for every command; and standard streams, exit codes and whole files.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::Stdio;

use detente::data::{Dataset, TextColumns, read_any, validate};

use crate::command::{command, detente, folder, out, wrong};
use crate::dataset::files;

fn text(path: &Path) -> &str {
    path.to_str().expect("text")
}

fn open(files: &[(String, Vec<u8>)]) -> Dataset {
    match validate(&read_any(files, &detente::data::ReadOptions::default()), &[]) {
        Ok((dataset, _)) => dataset,
        Err(report) => panic!("{report}"),
    }
}

fn pack_and_texts(dataset: &Dataset) -> Vec<(String, Vec<u8>)> {
    let texts = serde_json::to_vec(&TextColumns::of(dataset.texts().expect("texts"))).expect("json");
    vec![("x.bin".to_owned(), detente::layout::pack(dataset)), ("x.json".to_owned(), texts)]
}

#[test]
fn a_pack_with_its_texts_is_the_same_pack_with_the_same_texts() {
    for folder in ["tests/data/good", "tests/data/german-empire", "data/north-korea", "data/great-powers"] {
        let original = open(&files(folder));
        let packed = pack_and_texts(&original);
        let opened = open(&packed);
        assert_eq!(opened.tables().ties, original.tables().ties, "{folder}");
        assert_eq!(opened.texts().expect("texts").ties, original.texts().expect("texts").ties, "{folder}");
        assert_eq!(pack_and_texts(&opened), packed, "{folder}");
        // Without texts it draws the same.
        assert_eq!(open(&packed[..1]).tables(), opened.tables(), "{folder}");
    }
}

#[test]
fn every_command_takes_a_pack() {
    let place = folder("pack-input");
    let (pack, texts) = (place.join("x.bin"), place.join("x.json"));
    let good = "tests/data/good";
    assert_eq!(out(&detente(&["pack", good, "--output", text(&pack)])).0, Some(0));
    assert_eq!(out(&detente(&["texts", good, "--output", text(&texts)])).0, Some(0));
    let run = |arguments: &[&str]| {
        let (code, said, complained) = out(&detente(arguments));
        assert_eq!(code, Some(0), "{arguments:?}: {complained}");
        (said, complained)
    };
    let both = [text(&pack), "--texts", text(&texts)];
    assert!(run(&["check", text(&pack)]).0.starts_with("no errors, no warnings; rows read: actors.csv 3, ties.csv 3"));
    for (name, further) in [
        ("info", &[][..]),
        ("describe", &["--all-years"]),
        ("table", &["--year", "1951"]),
        ("scene", &["--year", "1951"]),
        ("render", &["--year", "1951"]),
        ("timeline", &[]),
        ("sources", &[]),
    ] {
        let of_tables = run(&[&[name, good], further].concat()).0;
        let of_pack = run(&[&[name], &both[..], further].concat()).0;
        assert_eq!(of_pack, of_tables, "{name}");
    }
    // Packed again it is the same, byte by byte.
    let again = place.join("again.bin");
    run(&[&["pack"], &both[..], &["--output", text(&again)]].concat());
    assert_eq!(fs::read(&again).expect("a pack"), fs::read(&pack).expect("a pack"));
    run(&[&["texts"], &both[..], &["--output", text(&again)]].concat());
    assert_eq!(fs::read(&again).expect("texts"), fs::read(&texts).expect("texts"));
    // As tables it has what the pack and the texts hold; what they do not is named.
    let tables = place.join("tables");
    let complained = run(&[&["convert"], &both[..], &[text(&tables)]].concat()).1;
    let expected = "Left out: the ids of 1 events: they are numbered, the ids of 1 sources: they are numbered.\n";
    assert_eq!(complained, expected);
    assert_eq!(run(&["describe", text(&tables), "--all-years"]).0, run(&["describe", good, "--all-years"]).0);
    // Of the pack alone the texts are missing, and a dataset of its own is what is left.
    let (code, said, _) = out(&detente(&["check", text(&texts)]));
    assert_eq!(code, Some(1), "{said}");
}

#[test]
fn a_pack_that_is_broken_or_has_other_texts_is_refused_with_a_report() {
    let place = folder("pack-broken");
    let [good, empire] =
        ["tests/data/good", "tests/data/german-empire"].map(|folder| pack_and_texts(&open(&files(folder))));
    let report =
        |files: &[(String, Vec<u8>)]| match validate(&read_any(files, &detente::data::ReadOptions::default()), &[]) {
            Ok(_) => panic!("it is opened"),
            Err(report) => (report.problems[0].kind.code(), report.problems[0].location.file.clone()),
        };
    let of = |name: &str, bytes: &[u8]| (name.to_owned(), bytes.to_vec());
    let pack = &good[0].1;
    assert_eq!(report(&[of("x.bin", &pack[..pack.len() / 2])]), ("bad-pack", "x.bin".to_owned()));
    assert_eq!(report(&[good[0].clone(), empire[1].clone()]), ("bad-pack", "x.json".to_owned()));
    for texts in [
        "[]",
        "{\"tie_why\": 5}",
        "{\"tie_why\": [5]}",
        "{\"tie_why\": [\"a\\u001fb\"]}",
        "{\"tie_why\": ",
        "",
        "\u{1}",
    ] {
        let found = report(&[good[0].clone(), of("x.json", texts.as_bytes())]);
        assert_eq!(found.0, "bad-pack", "{texts}");
    }
    fs::write(place.join("x.bin"), &pack[..20]).expect("a file");
    let (code, said, _) = out(&detente(&["check", text(&place.join("x.bin")), "--format", "json"]));
    let json: serde_json::Value = serde_json::from_str(&said).expect("json");
    assert_eq!((code, &json["problems"][0]["code"]), (Some(1), &"bad-pack".into()));
    let (code, _, complained) = out(&detente(&["check", text(&place.join("x.bin")), "--fix"]));
    assert_eq!((code, complained.contains("cannot be mended")), (Some(2), true), "{complained}");
}

#[test]
fn ids_of_events_and_the_day_of_an_edition_survive_where_a_form_can_hold_them() {
    let place = folder("ids-kept");
    let all: Vec<(String, Vec<u8>)> = files("tests/data/good")
        .into_iter()
        .map(|(name, bytes)| match name.as_str() {
            "datapackage.json" => {
                let text = String::from_utf8(bytes).expect("text");
                let made = text.replacen("\"version\"", "\"created\": \"2026-11-24T10:00:00Z\",\n  \"version\"", 1);
                (name, made.into_bytes())
            }
            _ => (name, bytes),
        })
        .collect();
    let source = place.join("source");
    fs::create_dir_all(&source).expect("a folder");
    for (name, bytes) in &all {
        fs::write(source.join(name), bytes).expect("a file");
    }
    for name in ["tables", "x.json"] {
        let (code, _, complained) = out(&detente(&["convert", text(&source), text(&place.join(name))]));
        assert_eq!((code, complained.as_str()), (Some(0), ""), "{name}");
    }
    let tables = |file: &str| fs::read_to_string(place.join("tables").join(file)).expect("text");
    assert!(tables("events.csv").contains("\nwar-1950,") && tables("ties.csv").contains("war-1950"));
    assert!(tables("datapackage.json").contains("\"created\": \"2026-11-24T10:00:00Z\""));
    let json = fs::read_to_string(place.join("x.json")).expect("text");
    assert!(json.contains("\"id\": \"war-1950\"") && json.contains("2026-11-24T10:00:00Z"), "{json}");
    let (_, _, complained) = out(&detente(&["convert", text(&source), text(&place.join("x.bin"))]));
    for what in ["the ids of events", "the ids of sources", "the day of `created`", "claims", "the chapters"] {
        assert!(complained.contains(what), "{complained}");
    }
}

/// What a command prints and says of some input.
fn given(arguments: &[&str], input: &[u8]) -> (Option<i32>, Vec<u8>, String) {
    let mut child = command(arguments);
    let mut child = child.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs");
    let mut stdin = child.stdin.take().expect("its input");
    let input = input.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().expect("it ends");
    let _ = writer.join();
    (output.status.code(), output.stdout, String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
fn a_hyphen_stands_for_the_standard_streams_of_every_command() {
    let place = folder("streams");
    let viewer = place.join("viewer.txt");
    fs::write(&viewer, "<script>{{pack}} {{texts}} {{messages}}</script>").expect("a file");
    let json = given(&["convert", "tests/data/good", "-", "--to", "json"], b"").1;
    let pack = given(&["pack", "-", "--output", "-"], &json).1;
    assert_eq!(pack, detente::layout::pack(&open(&[("x.json".to_owned(), json.clone())])));
    let texts = given(&["texts", "-", "--output", "-"], &json).1;
    let packed = place.join("x.bin");
    fs::write(&packed, &pack).expect("a file");
    let described = given(&["describe", text(&packed), "--texts", "-"], &texts);
    assert_eq!(described, given(&["describe", "-"], &json));
    assert_eq!(given(&["describe", "-", "--texts", "-"], &json).0, Some(2));
    for (arguments, beginning) in [
        (&["render", "-", "--output", "-"][..], "<svg "),
        (&["timeline", "-", "--output", "-"], "<svg "),
        (&["page", "-", "--output", "-", "--viewer", text(&viewer)], "<script>"),
        (&["convert", "-", "-", "--to", "gexf"], "<?xml "),
        (&["check", "-", "--format", "json"], "{"),
        (&["info", "-"], "{"),
        (&["table", "-"], "<table"),
    ] {
        let (code, said, complained) = given(arguments, &json);
        assert_eq!(code, Some(0), "{arguments:?}: {complained}");
        assert!(said.starts_with(beginning.as_bytes()), "{arguments:?}: {}", String::from_utf8_lossy(&said));
    }
    // Several files have no place in one stream.
    for arguments in [
        &["convert", "-", "-", "--to", "tables"][..],
        &["new", "-"],
        &["cards", "-", "--output", "-"],
        &["stills", "-", "--output", "-"],
        &["render", "-", "--all-years", "--output", "-"],
        &["man", "--output", "-"],
    ] {
        let (code, _, complained) = given(arguments, &json);
        assert_eq!(code, Some(2), "{arguments:?}: {complained}");
    }
    assert!(!Path::new(env!("CARGO_MANIFEST_DIR")).join("-").exists());
}

#[test]
fn exit_codes_tell_done_from_wrong_from_unreadable() {
    let wrong = wrong("exit-codes");
    let place = folder("exit-codes-out");
    let missing = place.join("missing");
    let into = place.join("no-folder").join("x");
    for (name, further) in [
        ("check", &[][..]),
        ("info", &[]),
        ("describe", &[]),
        ("table", &[]),
        ("scene", &[]),
        ("render", &[]),
        ("timeline", &[]),
        ("sources", &[]),
        ("pack", &["--output", "-"]),
        ("texts", &["--output", "-"]),
    ] {
        let code = |path: &str| detente(&[&[name, path], further].concat()).status.code();
        assert_eq!(code("tests/data/good"), Some(0), "{name}");
        assert_eq!(code(text(&wrong)), Some(1), "{name}");
        assert_eq!(code(text(&missing)), Some(2), "{name}");
        let unknown = [&[name, "tests/data/good", "--no-such-option"], further].concat();
        assert_eq!(out(&detente(&unknown)).0, Some(2), "{name}");
    }
    // What cannot be written is a failure of its own, and leaves nothing behind.
    for name in ["pack", "texts", "render", "timeline"] {
        let (code, _, complained) = out(&detente(&[name, "tests/data/good", "--output", text(&into)]));
        assert_eq!(code, Some(1), "{name}: {complained}");
        assert!(complained.contains("cannot be written"), "{complained}");
    }
    assert_eq!(fs::read_dir(&place).expect("a folder").count(), 0);
}

#[test]
fn a_picture_of_a_pack_is_that_of_its_tables() {
    let place = folder("pack-pictures");
    for (name, year) in [("data/north-korea", "1972"), ("data/great-powers", "1894")] {
        let pack = place.join("x.bin");
        assert_eq!(out(&detente(&["pack", name, "--output", text(&pack)])).0, Some(0));
        let drawn = |path: &str| out(&detente(&["render", path, "--year", year])).1;
        assert_eq!(drawn(text(&pack)), drawn(name), "{name}");
    }
}
