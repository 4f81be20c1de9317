//! Posters, pictures of pixels, and share pages: nothing covers or leaves, sizes and colours hold, text stays text.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use detente::bundled;
use detente::data::Dataset;
use detente::layout::{Focus, Layout};
use detente::moment::Moment;
use detente::render::{Pixels, SharePage, svg};
use detente::scene::{Anchor, Datum, Mark, Palette, Scene, Theme, View, at_rest, background, poster, text_width};
use detente::time::Playhead;
use detente::words::alt_text;
use resvg::tiny_skia::Pixmap;

fn detente(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_detente"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments).stdin(Stdio::null());
    command.output().expect("the command line runs")
}

fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).expect("a folder");
    path
}

/// What each label covers, by the widths of its letters.
fn frames(scene: &Scene) -> Vec<(&str, [f64; 4])> {
    fn frame(mark: &Mark) -> Option<(&str, [f64; 4])> {
        let Mark::Label { text, at, anchor, size, bold, .. } = mark else { return None };
        let width = text_width(text, *size, *bold);
        let left = match anchor {
            Anchor::Start => at.x,
            Anchor::Middle => at.x - width / 2.0,
            Anchor::End => at.x - width,
        };
        Some((text.as_str(), [left, at.y - size * 0.5, left + width, at.y + size * 0.5]))
    }
    scene.marks.iter().filter_map(frame).collect()
}

/// What is wrong with the labels of a scene.
fn clashes(scene: &Scene) -> Vec<String> {
    let frames = frames(scene);
    let mut found = Vec::new();
    for (index, (text, [left, top, right, bottom])) in frames.iter().enumerate() {
        if *left < 0.0 || *top < 0.0 || *right > scene.size.width || *bottom > scene.size.height {
            found.push(format!("“{text}” is cut"));
        }
        for (other, [l, t, r, b]) in &frames[..index] {
            if right > l && r > left && bottom > t && b > top {
                found.push(format!("“{text}” covers “{other}”"));
            }
        }
    }
    found
}

#[test]
fn no_label_of_a_poster_is_cut_or_covers_another_in_any_year() {
    let dataset = bundled::dataset();
    let layout = Layout::solve(&dataset);
    for ((width, height), focus) in [
        ((1200.0, 675.0), ""),
        ((1200.0, 675.0), "KOR"),
        ((1200.0, 630.0), "RUS"),
        ((1080.0, 1080.0), ""),
        ((1080.0, 1080.0), "USA"),
    ] {
        let view = View { focus: Focus::find(&dataset, focus), ..View::new(width, height, Theme::Light) };
        for year in 1945..=2025 {
            let scene = poster(&dataset, &layout, year, &view);
            assert_eq!(clashes(&scene), Vec::<String>::new(), "{year} at {width}×{height}, focus {focus}");
            for text in [&*year.to_string(), "North", "Korea", "at war", "ally"] {
                assert!(frames(&scene).iter().any(|(other, _)| *other == text), "{year} at {width}×{height}: {text}");
            }
        }
    }
    // The check can fail.
    let mut scene = poster(&dataset, &layout, 1972, &View::new(1200.0, 675.0, Theme::Light));
    let twice = scene.marks.iter().rev().find(|mark| matches!(mark, Mark::Label { .. })).cloned();
    scene.marks.extend(twice);
    assert_eq!(clashes(&scene).len(), 1);
}

#[test]
fn a_poster_says_who_is_in_focus_and_how_they_stand() {
    let dataset = bundled::dataset();
    let layout = Layout::solve(&dataset);
    for (code, year, words) in [
        ("KOR", 1976, "South Korea: hostile"),
        ("RUS", 1972, "Soviet Union: partner"),
        ("CHN", 1946, "China: does not exist yet"),
        ("CHN-SUN", 1951, "China – Soviet Union: ally"),
    ] {
        let view = View { focus: Focus::find(&dataset, code), ..View::new(1200.0, 675.0, Theme::Dark) };
        let scene = poster(&dataset, &layout, year, &view);
        let says = frames(&scene).iter().any(|(text, _)| *text == words);
        assert!(says, "{code} in {year}: {:?}", frames(&scene));
    }
}

#[test]
fn a_png_has_the_size_asked_for_and_is_the_same_twice() {
    let folder = folder("png");
    let file = |name: &str| folder.join(name).to_string_lossy().into_owned();
    let pictures = ["1.png", "2.PNG"].map(|name| {
        let asked = ["--year", "1972", "--focus", "KOR", "--size", "1200x675", "--poster", "-o"];
        let output = detente(&[&["render", "data/north-korea"], &asked[..], &[&file(name)]].concat());
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        fs::read(file(name)).expect("a picture")
    });
    let pixels = Pixmap::decode_png(&pictures[0]).expect("a PNG");
    assert_eq!((pixels.width(), pixels.height()), (1200, 675));
    assert!(pictures[0] == pictures[1]);
}

#[test]
fn a_pixel_of_a_mark_has_the_colour_of_its_stance() {
    let dataset = bundled::dataset();
    let layout = Layout::solve(&dataset);
    for theme in [Theme::Light, Theme::Dark] {
        let view = View::new(780.0, 600.0, theme);
        let palette = Palette::of(theme, dataset.info());
        for (code, year) in [("CHN", 1951), ("KOR", 1951), ("USA", 2018), ("JPN", 1972)] {
            let actor = dataset.find(code).expect("a principal");
            let moment = Moment::at(&dataset, Playhead::end_of(year));
            let color = palette.stance(moment.standing(actor).expect("a tie").stance);
            let scene = at_rest(&dataset, &layout, year, &view);
            let disc = scene.marks.iter().find_map(|mark| match mark {
                Mark::Disc { at, radius, fill, datum, .. } if *datum == Datum::Actor(actor) && *fill == color => {
                    Some((*at, *radius))
                }
                _ => None,
            });
            // Between the rim and the hole of a mark that is less certain.
            let (at, radius) = disc.expect("a disc");
            let png = Pixels::default().png(&svg(&[&background(&dataset, &view), &scene], palette.background, "", ""));
            let pixels = Pixmap::decode_png(&png.expect("a picture")).expect("a PNG");
            let seen = pixels.pixel((at.x + radius * 0.6) as u32, at.y as u32).expect("inside");
            assert_eq!((seen.red(), seen.green(), seen.blue()), (color.red, color.green, color.blue), "{code} {year}");
        }
    }
}

/// Letters are drawn, minus and arrow too: a missing glyph leaves the background as it was.
#[test]
fn the_font_has_the_letters_of_the_dataset() {
    let pixels = Pixels::default();
    let inked = |letter: char| {
        let text = format!(
            "<svg xmlns='http://www.w3.org/2000/svg' width='30' height='30'>\
             <text x='5' y='22' font-family='Noto Sans, Arial' font-size='20'>&#{};</text></svg>",
            u32::from(letter)
        );
        let png = Pixmap::decode_png(&pixels.png(&text).expect("a picture")).expect("a PNG");
        png.pixels().iter().any(|pixel| pixel.alpha() > 100)
    };
    let mut texts = String::from("−→…–");
    let dataset = bundled::dataset();
    texts.extend(dataset.actors().iter().map(|actor| actor.short_name.as_str()));
    texts.extend(dataset.tables().years.iter().map(|line| line.line.as_str()));
    for letter in texts.chars().filter(|letter| !letter.is_whitespace()) {
        assert!(inked(letter), "{letter}");
    }
    assert!(!inked('한'), "the check can fail");
}

#[test]
fn every_year_is_described_with_its_counts_and_the_same_twice() {
    let ask = || detente(&["describe", "data/north-korea", "--all-years", "--focus", "KOR"]);
    let (first, second) = (ask(), ask());
    assert_eq!(first.status.code(), Some(0), "{first:?}");
    assert_eq!(first.stdout, second.stdout);
    // No bar where nobody watches.
    assert_eq!(first.stderr, b"");
    let text = String::from_utf8(first.stdout).expect("text");
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 81);
    let dataset = bundled::dataset();
    for (line, year) in lines.into_iter().zip(1945..) {
        let (shown, words) = line.split_once('\t').expect("a year and a text");
        assert_eq!(shown, year.to_string());
        let counts = Moment::at(&dataset, Playhead::end_of(year)).counts();
        let states = match counts.ego {
            0 => "No states have".to_owned(),
            1 => "1 state has".to_owned(),
            many => format!("{many} states have"),
        };
        let rival = if counts.rival == 0 { "none".to_owned() } else { counts.rival.to_string() };
        assert!(words.contains(&format!("{states} relations with North Korea, {rival} with South")), "{line}");
        assert!(words.contains("South Korea in focus: "), "{line}");
    }
    let said = detente(&["describe", "data/north-korea", "--year", "1976", "--focus", "KOR"]);
    let said = String::from_utf8(said.stdout).expect("text");
    assert!(
        said.contains(
            "South Korea in focus: hostile since 28 August 1973, before that cooperative. Pyongyang breaks off the dialogue"
        ),
        "{said}"
    );
}

#[test]
fn many_years_become_files_and_a_second_run_changes_none() {
    let folder = folder("years");
    let path = folder.join("deep");
    let ask = || {
        let asked = ["render", "tests/data/good", "--years", "1951,1953-1954", "--format", "png", "--size", "300x280"];
        let output = detente(&[&asked[..], &["-o", path.to_str().expect("text")]].concat());
        assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
        let mut files: Vec<(PathBuf, Vec<u8>)> = fs::read_dir(&path)
            .expect("a folder")
            .map(|entry| entry.expect("an entry").path())
            .map(|path| (path.clone(), fs::read(path).expect("a file")))
            .collect();
        files.sort();
        files
    };
    let files = ask();
    let names: Vec<_> = files.iter().filter_map(|(path, _)| path.file_name()?.to_str()).collect();
    assert_eq!(names, ["1951.png", "1953.png", "1954.png"]);
    assert!(files == ask());
}

#[test]
fn a_wrong_size_year_or_address_is_answered_with_a_sentence() {
    let good = "tests/data/good";
    for (arguments, sentence) in [
        (&["render", good, "--size", "12"][..], "'--size <WIDTHxHEIGHT>': expected WIDTHxHEIGHT, such as 1200x675"),
        (&["render", good, "--size", "1200x"][..], "'--size <WIDTHxHEIGHT>': expected WIDTHxHEIGHT, such as 1200x675"),
        (&["render", good, "--size", "12x12"][..], "width and height go from 40 to 8192"),
        (&["render", good, "--width", "9000"][..], "'--width <PIXELS>': 9000 is not in 40..=8192"),
        (&["render", good, "--size", "300x200", "--poster"][..], "a poster is no smaller than 600x315"),
        (&["render", good, "--years", "1951"][..], "the pictures of many years need --output FOLDER"),
        (&["render", good, "--years", "1951", "-o", "x", "--format", "gif"][..], "[possible values: svg, png]"),
        (&["describe", good, "--years", "soon"][..], "expected years, such as 1950,1972-1975"),
        (&["describe", good, "--years", "1953-1951"][..], "1953 is after 1951"),
        (&["describe", good, "--years", "1066"][..], "1066 is outside the dataset's years, 1950 to 1960"),
        (&["describe", good, "--focus", "XYZ"][..], "`XYZ` is the id of no actor and of no two actors"),
        (&["cards", good][..], "--output <FOLDER>"),
        (
            &["cards", good, "-o", "x", "--base", "example.org"][..],
            "expected an address, such as https://example.org/detente/",
        ),
    ] {
        let output = detente(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let said = String::from_utf8(output.stderr).expect("text");
        assert!(said.starts_with("error: ") && said.contains(sentence), "{arguments:?}: {said}");
        assert!(said.ends_with("For more information, try '--help'.\n"), "{said}");
    }
}

/// Values of an attribute that follow a text, as they stand in the page.
fn values<'a>(page: &'a str, before: &str) -> Vec<&'a str> {
    page.split(before).skip(1).map(|rest| rest.split('"').next().unwrap_or_default()).collect()
}

#[test]
fn share_pages_name_files_that_exist_and_answers_that_parse() {
    let folder = folder("cards");
    let path = folder.to_str().expect("text");
    let asked = ["cards", "tests/data/good", "--years", "1951,1960", "--base", "https://example.org/d", "-o", path];
    let output = detente(&asked);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    for year in ["1951", "1960"] {
        let page = fs::read_to_string(folder.join(format!("share/{year}.html"))).expect("a page");
        let images = values(&page, "property=\"og:image\" content=\"");
        let local = images[0].strip_prefix("https://example.org/d/").expect("an absolute address");
        let picture = Pixmap::decode_png(&fs::read(folder.join(local)).expect("a picture")).expect("a PNG");
        assert_eq!((picture.width(), picture.height()), (1200, 630));
        assert!(page.contains("<meta property=\"og:image:width\" content=\"1200\">") && !page.contains("<script"));
        let discovered = values(&page, "application/json+oembed\" href=\"https://example.org/d/");
        let answer = fs::read(folder.join(discovered[0])).expect("an answer");
        let answer: serde_json::Value = serde_json::from_slice(&answer).expect("JSON");
        assert_eq!((&answer["version"], &answer["type"]), (&"1.0".into(), &"rich".into()));
        let frame = answer["html"].as_str().expect("markup");
        assert!(frame.contains(&format!("src=\"https://example.org/d/embed.html?year={year}\"")), "{frame}");
        let alt = values(&page, "og:image:alt\" content=\"")[0];
        assert!(!alt.is_empty() && alt.chars().count() <= 420);
    }
}

#[test]
fn text_of_the_data_is_never_markup_in_a_share_page() {
    let mut tables = bundled::dataset().tables().clone();
    tables.info.title = "\"><script>alert('1')</script>".to_owned();
    tables.years.iter_mut().for_each(|line| line.line = "</figcaption>\"onload=\"x".to_owned());
    let dataset = Dataset::unpack(&tables.pack()).expect("a dataset");
    for base in ["", "https://example.org/"] {
        let card = SharePage::of(&dataset, 1972, base);
        let page = card.page();
        assert!(page.contains("&lt;script&gt;") && !page.contains("<script"), "{page}");
        assert!(!page.contains("\"onload=") && page.matches("</figcaption>").count() == 1, "{page}");
        let answer: serde_json::Value = serde_json::from_str(&card.oembed()).expect("JSON");
        let frame = answer["html"].as_str().expect("markup");
        assert!(!frame.contains("<script") && frame.matches('"').count() == 12, "{frame}");
    }
    let layout = Layout::solve(&dataset);
    let moment = Moment::at(&dataset, Playhead::end_of(1972));
    let words = alt_text(&dataset, &layout, &moment, Focus::Nobody);
    let view = View::new(1200.0, 675.0, Theme::Light);
    let scene = poster(&dataset, &layout, 1972, &view);
    assert_eq!(clashes(&scene), Vec::<String>::new());
    let picture = svg(&[&scene], Palette::paper(view.theme), &dataset.info().title, &words);
    assert!(!picture.contains("<script") && Pixels::default().png(&picture).is_ok());
}
