//! What the workbench does to files: cells with their places, edits that leave every other byte, corrections, archives.

use detente::data::{Grid, GridPlace, Problem, ProblemKind, ReadOptions, correction, read, read_any, validate};
use detente::render::{gzip, zip};

const TABLE: &str = "source;target;\"start\"\r\n\"A;land\";Bland;1900\r\nCland;\"say \"\"hi\"\"\";1901\r\n";

fn grid(file: &str, text: &str) -> Grid {
    let files = [(file.to_owned(), text.as_bytes().to_vec())];
    Grid::of(&read(&files), file, text.as_bytes()).expect("a text")
}

/// The problems of one file, and its grid.
fn problems(file: &str, text: &str) -> (Vec<Problem>, Grid) {
    let files = [(file.to_owned(), text.as_bytes().to_vec())];
    let draft = read_any(&files, &ReadOptions::default());
    let report = match validate(&draft, &[]) {
        Ok((_, report)) | Err(report) => report,
    };
    (report.problems, Grid::of(&draft, file, text.as_bytes()).expect("a text"))
}

#[test]
fn cells_are_those_of_the_file_whatever_stands_between_them() {
    let grid = grid("ties-of-mine.csv", TABLE);
    assert!(grid.is_table());
    assert_eq!(grid.rows(), 3);
    assert_eq!(grid.cells(0), ["source", "target", "start"]);
    assert_eq!(grid.cells(1), ["A;land", "Bland", "1900"]);
    assert_eq!(grid.cells(2), ["Cland", "say \"hi\"", "1901"]);
    assert_eq!(grid.line(2), 3);
    assert_eq!(grid.cells(9), Vec::<String>::new());
}

#[test]
fn an_edit_changes_its_cell_and_no_other_byte() {
    let table = grid("x.csv", TABLE);
    let edited = |row, column, value| table.replaced(row, column, value).expect("a cell");
    assert_eq!(edited(1, 2, "1905"), TABLE.replace("1900", "1905"));
    assert_eq!(edited(1, 0, "Aland"), TABLE.replace("\"A;land\"", "Aland"));
    assert_eq!(edited(1, 1, "B;l\"and"), TABLE.replace("Bland", "\"B;l\"\"and\""));
    assert_eq!(table.replaced(1, 3, "x"), None);
    assert_eq!(table.without_row(1).expect("a row"), TABLE.replace("\"A;land\";Bland;1900\r\n", ""));
    assert_eq!(grid("x.csv", &table.with_row()).cells(3), ["", "", ""]);
    // Whatever is written can be read again.
    for value in ["", "\"", "a\nb", ";;", "\"a\"", " b ", "é\u{1f600}"] {
        let again = grid("x.csv", &edited(2, 0, value));
        assert_eq!(again.cells(2), [value, "say \"hi\"", "1901"], "{value:?}");
    }
}

#[test]
fn a_text_that_is_no_table_has_its_lines() {
    let grid = grid("datapackage.json", "{\n  \"name\": \"x\"\n}\n");
    assert!(!grid.is_table());
    assert_eq!(grid.rows(), 3);
    assert_eq!(grid.cells(1), ["  \"name\": \"x\""]);
    assert_eq!(grid.replaced(1, 0, "  \"name\": \"y\"").expect("a line"), "{\n  \"name\": \"y\"\n}\n");
}

#[test]
fn every_problem_has_the_cell_in_which_it_stands() {
    let text = "source,target,start,end,type\nAland,\"Bl\nand\",1900,25.12.1905,rivalry\nAland,Cland,soon,1914,cordail\nCland,Cland,1908,,war\n";
    let (problems, grid) = problems("mine.csv", text);
    let at = |kind: ProblemKind, nth: usize| {
        let problem = problems.iter().filter(|problem| problem.kind == kind).nth(nth).expect("found");
        (grid.place(&problem.location), correction(problem, &grid))
    };
    let cell = |row, column| Some(GridPlace { row, column: Some(column) });
    assert_eq!(at(ProblemKind::BadDate, 0), (cell(1, 3), Some("1905-12-25".to_owned())));
    assert_eq!(at(ProblemKind::BadDate, 1), (cell(2, 2), None));
    assert_eq!(at(ProblemKind::UnknownWord, 0), (cell(2, 4), Some("cordial".to_owned())));
    assert_eq!(at(ProblemKind::SameActorTwice, 0), (cell(3, 1), None));
    let wrong = problems.iter().find(|problem| problem.kind == ProblemKind::UnknownWord).expect("found");
    assert_eq!(grid.corrected(&wrong.location, "cordial").expect("a place"), text.replace("cordail", "cordial"));
}

#[test]
fn a_name_with_a_slip_is_corrected_by_the_nearest() {
    let files = [
        (
            "actors.csv",
            "id,name,short_name,kind,region,prominence,lon\nAAA,Aland,Aland,state,europe,1,0\nBBB,Bland,Bland,state,europe,1,1\n",
        ),
        ("ties.csv", "a,b,from,to,stance\nAAA,BBC,1900,,1\n"),
    ];
    let files = files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
    let draft = read(&files);
    let report = validate(&draft, &[]).expect_err("BBC is nobody");
    let problem = report.problems.iter().find(|problem| problem.kind == ProblemKind::UnknownActor).expect("found");
    let grid = Grid::of(&draft, "ties.csv", &files[1].1).expect("a text");
    assert_eq!(correction(problem, &grid).as_deref(), Some("BBB"));
    assert_eq!(grid.place(&problem.location), Some(GridPlace { row: 1, column: Some(1) }));
}

#[test]
fn the_title_and_the_centre_of_a_reader_replace_those_of_a_descriptor() {
    let descriptor = r#"{ "name": "x", "title": "X", "version": "1", "detente": { "ego": "A", "title": "X" } }"#;
    let files = [("datapackage.json", descriptor), ("ties.csv", "a,b,from,to,stance\nA,B,1900,1910,1\n")];
    let files = files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
    let made = |options: ReadOptions| validate(&read_any(&files, &options), &[]).expect("good").0;
    assert!(made(ReadOptions::default()).ego().is_some());
    let title = "Fair, U.S. and foul: moods-1900";
    let set = made(ReadOptions { ego: Some(String::new()), title: Some(title.to_owned()), ..ReadOptions::default() });
    assert_eq!((set.ego(), set.info().title.as_str()), (None, title));
}

/// The programs that everybody has read what is written.
#[test]
fn archives_are_read_by_others() {
    let folder = std::env::temp_dir().join(format!("detente-archive-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let long: Vec<u8> = (0..300_000_u32).map(|number| (number.wrapping_mul(number) >> 7) as u8).collect();
    let files = [
        ("a.csv".to_owned(), b"a,b\n1,2\n".to_vec()),
        ("é.txt".to_owned(), long.clone()),
        ("empty".to_owned(), Vec::new()),
    ];
    std::fs::write(folder.join("x.zip"), zip(&files)).expect("written");
    std::fs::write(folder.join("x.gz"), gzip(&long)).expect("written");
    let script = "import zipfile,gzip,sys\nz=zipfile.ZipFile('x.zip')\nassert z.testzip() is None\nprint([(i.filename,i.file_size) for i in z.infolist()], len(gzip.open('x.gz').read()))";
    let python = std::process::Command::new("python3").args(["-c", script]).current_dir(&folder).output();
    std::fs::remove_dir_all(&folder).expect("removed");
    // Where there is no Python, nobody else is asked.
    let Ok(output) = python else { return };
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(
        said.trim(),
        "[('a.csv', 8), ('é.txt', 300000), ('empty', 0)] 300000",
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}
