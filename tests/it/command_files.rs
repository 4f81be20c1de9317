//! What the command line makes and mends: example folders, converted datasets, pages, tables with small mistakes.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use crate::command::{command, detente, folder, out};

fn text(path: &Path) -> &str {
    path.to_str().expect("text")
}

/// The names in a folder, in order.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn read(path: impl AsRef<Path>) -> String {
    fs::read_to_string(path).expect("text")
}

#[test]
fn an_example_is_made_that_has_nothing_wrong() {
    let place = folder("new");
    let demo = place.join("demo");
    let (code, said, complained) = out(&command(&["new", "demo"]).current_dir(&place).output().expect("it runs"));
    assert_eq!((code, complained.as_str()), (Some(0), ""));
    assert!(said.contains("detente check demo"), "{said}");
    let files = ["README.md", "actors.csv", "datapackage.json", "events.csv", "sources.csv", "ties.csv", "years.csv"];
    assert_eq!(names(&demo), files);
    let (code, said, complained) = out(&detente(&["check", text(&demo)]));
    assert_eq!((code, complained.as_str()), (Some(0), ""));
    assert!(said.starts_with("no errors, no warnings; "), "{said}");
    // The README has a paragraph for each table, with each of its columns.
    let readme = read(demo.join("README.md"));
    for file in files.iter().filter(|file| !["README.md", "datapackage.json"].contains(file)) {
        assert!(readme.contains(&format!("\n## {file}\n")), "{file}");
        let table = read(demo.join(file));
        for column in table.lines().next().expect("a head").split(',') {
            assert!(readme.contains(&format!("\n| `{column}`")), "{file} {column}");
        }
    }
    assert!(!readme.contains("{{"), "{readme}");
    // It changes from year to year.
    let years: Vec<String> =
        out(&detente(&["describe", text(&demo), "--years", "1900,1914,1930"])).1.lines().map(str::to_owned).collect();
    assert_eq!(years.len(), 3);
    assert!(years[1].contains("C-land") && years[1] != years[2], "{years:?}");
}

#[test]
fn a_folder_that_holds_anything_stays_as_it_is() {
    let place = folder("not-new");
    fs::write(place.join("mine.txt"), "mine").expect("a file");
    let made: [&[&str]; 2] = [&["new"], &["convert", "tests/data/good"]];
    for arguments in made {
        let (code, said, complained) = out(&detente(&[arguments, &[text(&place)]].concat()));
        assert_eq!((code, said.as_str()), (Some(1), ""), "{arguments:?}");
        assert!(complained.ends_with("is not empty; nothing was written.\n"), "{complained}");
        assert_eq!((names(&place), read(place.join("mine.txt"))), (vec!["mine.txt".to_owned()], "mine".to_owned()));
    }
    // An empty folder will do, and so will a path with a slash at its end.
    let empty = place.join("empty");
    fs::create_dir(&empty).expect("a folder");
    assert_eq!(detente(&["new", &format!("{}/", empty.display())]).status.code(), Some(0));
    assert_eq!(names(&place), ["empty", "mine.txt"]);
    assert!(names(&empty).contains(&"ties.csv".to_owned()));
}

#[test]
fn a_dataset_is_converted_by_the_ending_of_its_file() {
    let place = folder("converted");
    for (name, begins, lacks) in [
        ("x.csv", "a,b,from,to,stance,why\n", true),
        ("x.json", "{\n", false),
        ("x.gexf", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf ", true),
        ("x.bin", "", true),
        ("tables", "", false),
    ] {
        let file = place.join(name);
        let (code, said, complained) = out(&detente(&["convert", "tests/data/good", text(&file)]));
        assert_eq!((code, said.as_str()), (Some(0), ""), "{complained}");
        assert_eq!(complained.starts_with("Left out: "), lacks, "{name}: {complained}");
        if !begins.is_empty() {
            assert!(read(&file).starts_with(begins), "{name}");
        }
    }
    assert_eq!(names(&place), ["tables", "x.bin", "x.csv", "x.gexf", "x.json"]);
    // Nothing was lost on the way to tables.
    let described = |path: &str| out(&detente(&["describe", path, "--all-years"])).1;
    assert_eq!(described(text(&place.join("tables"))), described("tests/data/good"));
    assert_eq!(out(&detente(&["check", text(&place.join("tables"))])).0, Some(0));
    // The pack is what `pack` writes, and is a dataset again.
    assert_eq!(detente(&["pack", "tests/data/good", "-o", text(&place.join("y.bin"))]).status.code(), Some(0));
    assert_eq!(fs::read(place.join("x.bin")).expect("a pack"), fs::read(place.join("y.bin")).expect("a pack"));
    assert_eq!(described(text(&place.join("x.bin"))), described("tests/data/good"));
    // Standard output has no ending.
    let (code, _, complained) = out(&detente(&["convert", "tests/data/good", "-"]));
    assert_eq!(code, Some(2));
    assert!(complained.contains("add --to"), "{complained}");
    let (code, said, _) = out(&detente(&["convert", "tests/data/good", "-", "--to", "csv"]));
    assert_eq!((code, said), (Some(0), read(place.join("x.csv"))));
    let (code, _, complained) = out(&detente(&["convert", "tests/data/good", "x.xlsx"]));
    assert_eq!(code, Some(2));
    assert!(complained.starts_with("error: `x.xlsx` does not say the form"), "{complained}");
}

#[test]
fn a_dataset_is_named_by_its_descriptor_and_read_from_standard_input() {
    let by_folder = out(&detente(&["describe", "tests/data/good"]));
    assert_eq!(out(&detente(&["describe", "tests/data/good/datapackage.json"])), by_folder);
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let within = command(&["describe", "datapackage.json"]).current_dir(root.join("tests/data/good")).output();
    assert_eq!(out(&within.expect("it runs")), by_folder);
    let pack = detente(&["convert", "tests/data/good", "-", "--to", "pack"]).stdout;
    let given = |bytes: &[u8]| {
        let mut child = command(&["describe", "-"]);
        let mut child =
            child.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs");
        // The command may end before it has read everything.
        let _ = child.stdin.take().expect("its input").write_all(bytes);
        out(&child.wait_with_output().expect("it ends"))
    };
    assert_eq!(given(&pack), by_folder);
    let (code, said, complained) = given(&pack[..pack.len() / 2]);
    assert_eq!((code, said.as_str()), (Some(1), ""));
    assert!(complained.starts_with("error[bad-pack]: this is no dataset packed by this version"), "{complained}");
}

#[test]
fn a_file_of_any_form_is_converted_into_any_other() {
    let place = folder("any-form");
    let list = place.join("alliances.csv");
    let rows = "source,target,start,end,weight\nA,B,1950,1952,1\nA,C,1951,1953,9\nB,C,1950,1953,2\n";
    fs::write(&list, rows).expect("a table");
    let options = ["--ego", "A", "--thresholds", "2,5"];
    let told = |path: &Path, options: &[&str]| {
        let (code, said, complained) = out(&detente(&[&["describe", text(path), "--all-years"], options].concat()));
        assert_eq!(code, Some(0), "{}: {complained}", path.display());
        said
    };
    let expected = told(&list, &options);
    assert!(expected.starts_with("1950\t") && expected.lines().count() == 4, "{expected}");
    for name in ["x.json", "tables", "x.bin", "x.gexf"] {
        let file = place.join(name);
        let (code, _, complained) = out(&detente(&[&["convert", text(&list), text(&file)], &options[..]].concat()));
        assert_eq!(code, Some(0), "{name}: {complained}");
        // How the columns were understood is said.
        assert!(complained.contains("`source` is read as `a`"), "{complained}");
        if name == "x.gexf" {
            // A graph does not say who stands in the centre, nor what the stances are called.
            let plain = expected.replace("Weight from 5", "Ally").replace("Weight 0 to 2", "Cordial");
            assert_eq!(told(&file, &["--ego", "A"]), plain);
        } else {
            assert_eq!(told(&file, &[]), expected, "{name}");
        }
    }
    let mut child = command(&[&["describe", "-", "--all-years"], &options[..]].concat());
    let mut child = child.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs");
    child.stdin.take().expect("its input").write_all(rows.as_bytes()).expect("written");
    assert_eq!(out(&child.wait_with_output().expect("it ends")).1, expected);
}

/// The good dataset, with mistakes that allow one reading and one that allows two.
fn slips(name: &str) -> PathBuf {
    let path = folder(name);
    for (file, bytes) in crate::dataset::files("tests/data/good") {
        fs::write(path.join(file), bytes).expect("a file");
    }
    let ties = read(path.join("ties.csv"));
    let ties = ties.replace("1953-07-27,-3", "27.7.1953,-3").replace(",1949,", ",1.2.1949,");
    fs::write(path.join("ties.csv"), format!("\u{feff}{ties}").replace("low,", "low ,")).expect("a file");
    path
}

#[test]
fn what_allows_one_reading_is_mended_and_the_original_kept() {
    let path = slips("fixed");
    let before = fs::read(path.join("ties.csv")).expect("a file");
    let (code, said, _) = out(&detente(&["check", text(&path), "--fix"]));
    let file = path.join("ties.csv");
    let expected = format!(
        "--- {0}.orig\n+++ {0}\n\
         @@ -1 +1 @@\n-\u{fffd}a,b,from,to,stance,why,events,sources,confidence,paragraphs\n\
         +a,b,from,to,stance,why,events,sources,confidence,paragraphs\n\
         @@ -2 +2 @@\n-AAA,BBB,1950-06-25,27.7.1953,-3,Open war.,war-1950,,high,3\n\
         +AAA,BBB,1950-06-25,1953-07-27,-3,Open war.,war-1950,,high,3\n\
         @@ -4 +4 @@\n-AAA,CCC,1.2.1949,1958-12-26,2,Arms and credits.,war-1950,report,low ,\n\
         +AAA,CCC,1.2.1949,1958-12-26,2,Arms and credits.,war-1950,report,low,\n\n",
        file.display()
    );
    assert!(said.starts_with(&expected), "{said}");
    // What can be read in two ways stays, and is reported.
    assert_eq!(code, Some(1));
    assert!(said.contains("error[bad-date]") && said.contains("write 1949-02-01 if the day comes first"), "{said}");
    assert_eq!(fs::read(path.join("ties.csv.orig")).expect("the original"), before);
    // Nothing is left to mend; a further original has a name of its own.
    let (_, said, _) = out(&detente(&["check", text(&path), "--fix"]));
    assert!(said.starts_with("error[bad-date]"), "{said}");
    assert!(!path.join("ties.csv.orig2").exists());
    fs::write(&file, &before).expect("a file");
    let (_, said, complained) = out(&detente(&["check", text(&path), "--fix", "--format", "json"]));
    assert!(complained.contains("ties.csv.orig2\n+++ "), "{complained}");
    assert!(serde_json::from_str::<serde_json::Value>(&said).is_ok(), "{said}");
    assert_eq!(fs::read(path.join("ties.csv.orig2")).expect("the original"), before);
    assert_eq!(out(&detente(&["check", "tests/data/good", "--fix"])).0, Some(0));
}

#[test]
fn a_table_of_others_is_mended_too() {
    let path = folder("fixed-list").join("x.csv");
    let rows =
        "\u{feff}source,target,start,end,stance,label\nA,B ,25.12.1950,1952,1,\"a, b\" \nA,C,1.2.1951,,-1,05.05.1950\n";
    fs::write(&path, rows).expect("a table");
    let (code, said, _) = out(&detente(&["check", text(&path), "--ego", "A", "--fix"]));
    assert_eq!(code, Some(1), "{said}");
    let mended = "source,target,start,end,stance,label\nA,B,1950-12-25,1952,1,\"a, b\"\nA,C,1.2.1951,,-1,05.05.1950\n";
    assert_eq!(read(&path), mended);
    assert_eq!(read(path.with_extension("csv.orig")), rows);
    // What has no file, or is no table of signs, stays.
    let mut child = command(&["check", "-", "--fix"]);
    let child = child.stdin(Stdio::piped()).stderr(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("it runs");
    let (code, _, complained) = out(&child.wait_with_output().expect("it ends"));
    assert_eq!(code, Some(2));
    assert!(complained.contains("standard input cannot be mended"), "{complained}");
}

#[test]
fn a_page_needs_a_viewer_and_holds_the_data_as_data() {
    let place = folder("page");
    let page = place.join("x.html");
    // The tests build the command line without one.
    let (code, said, complained) = out(&detente(&["page", "tests/data/good", "-o", text(&page)]));
    assert_eq!((code, said.as_str()), (Some(1), ""));
    assert!(complained.contains("cargo xtask install"), "{complained}");
    let viewer = place.join("viewer.txt");
    fs::write(&viewer, "<h1>x</h1>").expect("a file");
    let (code, _, complained) =
        out(&detente(&["page", "tests/data/good", "-o", text(&page), "--viewer", text(&viewer)]));
    assert_eq!(code, Some(2));
    assert!(complained.ends_with("it has no place for data.\n"), "{complained}");
    assert_eq!(names(&place), ["viewer.txt"]);
    fs::write(&viewer, "<title><!--detente:title--></title><script>{{pack}} {{texts}} {{messages}}</script>")
        .expect("a file");
    assert_eq!(out(&detente(&["page", "tests/data/good", "-o", text(&page), "--viewer", text(&viewer)])).0, Some(0));
    let made = read(&page);
    let (title, data) = made.split_once("<script>").expect("a script");
    assert_eq!(title, "<title>A small dataset, 1950–1960</title>");
    let data: Vec<&str> = data.trim_end_matches("</script>").split(' ').collect();
    let is_letter = |letter: char| letter.is_ascii_alphanumeric() || "+/=".contains(letter);
    // In English there is no table of messages.
    let [pack, texts, ""] = data[..] else { panic!("{made}") };
    assert!([pack, texts].iter().all(|data| data.len() > 100 && data.chars().all(is_letter)), "{made}");
    let italian = ["page", "tests/data/good", "-o", text(&page), "--viewer", text(&viewer), "--lang", "it"];
    assert_eq!(out(&detente(&italian)).0, Some(0));
    assert!(read(&page).trim_end_matches("</script>").split(' ').next_back().is_some_and(|table| table.len() > 1000));
}

#[test]
fn a_page_for_the_site_of_another_dataset_has_its_files_beside_it() {
    let site = folder("guest");
    let arguments = ["pages", "tests/cases/no-ego", "--templates", "www", "--guest", "--output", text(&site)];
    let (code, _, complained) = out(&detente(&arguments));
    assert_eq!(code, Some(0), "{complained}");
    assert_eq!(names(&site), ["hostile.bin", "hostile.html", "hostile.json"]);
    let page = read(site.join("hostile.html"));
    assert!(page.contains("src=\"hostile.bin\" texts=\"hostile.json\"") && !page.contains("detente:"), "{page}");
    // A name that leads out of the folder makes no file.
    let place = folder("guest-outside");
    let dataset = place.join("data");
    fs::create_dir_all(&dataset).expect("a folder");
    for name in names(Path::new("tests/cases/no-ego")).iter().filter(|name| *name != "report.txt") {
        let file = read(Path::new("tests/cases/no-ego").join(name));
        fs::write(dataset.join(name), file.replace("\"hostile\"", "\"../hostile\"")).expect("a file");
    }
    let inside = place.join("site");
    let arguments = ["pages", text(&dataset), "--templates", "www", "--guest", "--output", text(&inside)];
    let (code, _, complained) = out(&detente(&arguments));
    assert!(code != Some(0) && complained.contains("../hostile"), "{complained}");
    assert_eq!(names(&place), ["data", "site"]);
    assert_eq!(names(&inside), Vec::<String>::new());
}
