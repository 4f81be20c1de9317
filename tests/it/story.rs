//! The story, the claims and the sources as pages: nothing is left out, nothing becomes markup.

use detente::data::{Chapter, Claim, Dataset, Verdict, read, validate};
use detente::render::{coverage, html_claims, html_page, html_pages, html_sources, html_story, malformed};

use crate::dataset::{files, whole};

/// The attributes of a step, as a script reads them.
fn step<'a>(page: &'a str, id: &str) -> &'a str {
    let start = page.find(&format!("<section class=\"step\" id=\"{id}\"")).unwrap_or_else(|| panic!("no step {id}"));
    let end = page[start..].find("</section>").expect("an end");
    &page[start..start + end]
}

#[test]
fn every_step_carries_its_years_its_focus_and_the_year_to_compare() {
    let dataset = whole();
    let page = html_story(&dataset);
    let chapters = &dataset.texts().expect("texts").chapters;
    assert_eq!(page.matches("class=\"step\"").count(), 34);
    let mut last = 0;
    for chapter in chapters {
        let text = step(&page, &chapter.id);
        let at = page.find(&format!("id=\"{}\"", chapter.id)).expect("there");
        assert!(at > last, "{} is out of order", chapter.id);
        last = at;
        let focus: Vec<&str> = chapter.focus.iter().map(|actor| dataset.actor(*actor).code.as_str()).collect();
        let compare = chapter.compare.map_or(String::new(), |year| year.to_string());
        let expected = format!(
            "data-from=\"{}\" data-to=\"{}\" data-focus=\"{}\" data-compare=\"{compare}\"",
            chapter.from,
            chapter.to,
            focus.join("-")
        );
        assert!(text.contains(&expected), "{}: {expected}", chapter.id);
        assert!(text.contains(&format!("story/{}-light.svg", chapter.id)));
        assert!(text.contains(&format!("at the end of {}", chapter.to)), "{}: the picture's words", chapter.id);
        let events = text.matches("<li>").count();
        assert_eq!(events, chapter.events.len(), "{}", chapter.id);
        assert!(events > 0 && text.contains("class=\"sources\""), "{} rests on nothing", chapter.id);
    }
}

#[test]
fn a_step_shows_what_was_measured_in_its_years_and_no_other() {
    let dataset = whole();
    let page = html_story(&dataset);
    let china = step(&page, "guarantor-and-critic");
    let measured: Vec<&str> = china.split("<figure class=\"measure\">").skip(1).collect();
    assert_eq!(measured.len(), 3, "{china}");
    let of = |words: &str| *measured.iter().find(|text| text.contains(words)).expect(words);
    let share = of("China’s share of North Korea’s trade");
    assert!(share.contains("53 % in 2005, 95 % in 2017") && share.contains("<td>90 %</td>"), "{share}");
    assert!(share.contains("class=\"sources\"") && share.contains("etnews.com"), "{share}");
    let votes = of("Agreement in UN General Assembly votes");
    assert_eq!((votes.matches("<rect ").count(), votes.matches("<tr><th scope=\"row\">").count()), (18, 18), "{votes}");
    assert!(!votes.contains("2018") && !votes.contains("1999"), "{votes}");
    assert!(of("Total trade").contains("million current US dollars: 488 in 2000"), "{china}");
    // Where nobody or two are in focus, and where nothing was measured, there is no picture.
    for id in ["opening", "between-giants", "ally-in-war"] {
        assert!(!step(&page, id).contains("class=\"measure\""), "{id}");
    }
}

/// A section of the article: whose relation it is about, its steps, and its claims.
struct Part {
    section: &'static str,
    about: Option<&'static str>,
    steps: &'static [&'static str],
    claims: &'static [&'static str],
}

const PARTS: [Part; 6] = [
    Part {
        section: "overview",
        about: None,
        steps: &["opening", "war-without-peace", "two-waves", "widest-net"],
        claims: &["1.1", "3.1", "3.2", "3.3", "3.4", "3.5", "4.1"],
    },
    Part {
        section: "south",
        about: Some("KOR"),
        steps: &[
            "two-governments",
            "first-words",
            "back-outside",
            "blocs-fall",
            "crisis-and-famine",
            "sunshine",
            "kaesong-closes",
            "panmunjom",
        ],
        claims: &["7.1", "8.1", "8.2", "9.1", "10.2", "10.4", "11.1", "12.1", "13.1", "13.5"],
    },
    Part {
        section: "china",
        about: Some("CHN"),
        steps: &["ally-in-war", "two-donors", "red-guards", "beijing-recognises-seoul", "guarantor-and-critic"],
        claims: &["15.1", "15.2", "16.1", "17.1", "18.1", "19.1"],
    },
    Part {
        section: "japan",
        about: Some("JPN"),
        steps: &["colonial-memory", "chongryon", "three-parties", "abductions"],
        claims: &["21.1", "22.1", "22.2", "23.1", "23.5"],
    },
    Part {
        section: "russia",
        about: Some("RUS"),
        steps: &["made-with-moscow", "reactor-and-rift", "between-giants", "yeltsin-to-putin"],
        claims: &["25.1", "26.1", "27.1", "28.1", "29.1"],
    },
    Part {
        section: "usa",
        about: Some("USA"),
        steps: &["never-recognised", "brink-and-geneva", "talks-and-tests", "patience", "singapore"],
        claims: &["31.1", "32.1", "33.1", "34.1", "35.1", "36.1"],
    },
];

#[test]
fn each_section_of_the_article_has_its_steps_and_its_claims() {
    let dataset = whole();
    let texts = dataset.texts().expect("texts");
    let (story, claims) = (html_story(&dataset), html_claims(&dataset));
    for part in PARTS {
        let own: Vec<&str> = texts
            .chapters
            .iter()
            .filter(|chapter| chapter.section == part.section)
            .map(|one| one.id.as_str())
            .collect();
        assert_eq!(own, part.steps, "{}", part.section);
        let place = story.find(&format!("id=\"part-{}\"", part.section)).expect("a part of the story");
        for id in part.steps {
            assert!(story.find(&format!("id=\"{id}\"")).is_some_and(|at| at > place), "{id}");
        }
        let told: Vec<&Claim> = texts.claims.iter().filter(|claim| claim.section == part.section).collect();
        for number in part.claims {
            assert!(told.iter().any(|claim| claim.number == *number), "{number} is not in {}", part.section);
        }
        for claim in told {
            assert!(claims.contains(&format!("id=\"claim-{}\"", claim.number)), "{}", claim.number);
        }
        // A step about a principal puts it into focus.
        if let Some(code) = part.about {
            let holders = [dataset.find(code), if code == "RUS" { dataset.find("SUN") } else { None }];
            for chapter in texts.chapters.iter().filter(|chapter| chapter.section == part.section) {
                assert!(chapter.focus.iter().any(|actor| holders.contains(&Some(*actor))), "{}", chapter.id);
            }
        }
    }
    assert_eq!(texts.chapters.iter().filter(|chapter| chapter.section == "today").count(), 4);
}

/// Whether a claim bears on a relation: a tie carries it, or an event that changed one.
fn bears_on_a_relation(dataset: &Dataset, claim: &Claim) -> bool {
    !claim.ties.is_empty() || claim.events.iter().any(|id| !dataset.event(*id).effects.is_empty())
}

#[test]
fn every_claim_about_a_relation_can_be_reached() {
    let dataset = whole();
    let texts = dataset.texts().expect("texts");
    let (story, claims) = (html_story(&dataset), html_claims(&dataset));
    let count = |verdict| texts.claims.iter().filter(|claim| claim.verdict == verdict).count();
    assert_eq!(Verdict::NAMES.map(|(_, verdict)| count(verdict)), [42, 40, 1, 15]);
    assert!(claims.contains("<b>42</b>") && claims.contains("<b>40</b>") && claims.contains("<b>15</b> are wrong"));
    assert!(claims.contains("<b>1</b> is unsupported ("));
    let mut about = 0;
    for claim in &texts.claims {
        let article = claims.split("<article").find(|part| part.contains(&format!("id=\"claim-{}\"", claim.number)));
        let article = article.unwrap_or_else(|| panic!("{} is missing", claim.number));
        if bears_on_a_relation(&dataset, claim) {
            about += 1;
            assert!(article.contains("href=\"./#year="), "{} leads nowhere in the picture", claim.number);
        }
        let tells = |chapter: &&Chapter| chapter.claims.contains(&claim.number);
        for chapter in texts.chapters.iter().filter(tells) {
            assert!(article.contains(&format!("story.html#{}", chapter.id)), "{}", claim.number);
            assert!(step(&story, &chapter.id).contains(&format!("claims.html#claim-{}", claim.number)));
        }
    }
    assert!(about > 80, "{about}");
    // What the article has otherwise, the step says.
    for chapter in &texts.chapters {
        let differs = texts
            .claims
            .iter()
            .any(|claim| claim.verdict != Verdict::Confirmed && chapter.claims.contains(&claim.number));
        assert_eq!(step(&story, &chapter.id).contains("class=\"aside\""), differs || !chapter.aside.is_empty());
    }
}

#[test]
fn every_link_of_the_pages_leads_somewhere() {
    let dataset = whole();
    let pages = [html_story(&dataset), html_claims(&dataset), html_sources(&dataset)];
    let all = pages.concat();
    let mut checked = 0;
    for page in &pages {
        for (at, _) in page.match_indices("href=\"") {
            let address = page[at + 6..].split('"').next().unwrap_or_default();
            let found = if let Some(state) = address.strip_prefix("./#year=") {
                let (year, focus) = state.split_once("&amp;focus=").unwrap_or((state, ""));
                let year: i16 = year.parse().expect("a year");
                let known = focus.is_empty() || focus.split('-').all(|code| dataset.find(code).is_some());
                (1945..=2025).contains(&year) && known
            } else if let Some((_, anchor)) = address
                .split_once(".html#")
                .or_else(|| address.split_once('#'))
                .filter(|_| !address.starts_with("http"))
            {
                all.contains(&format!("id=\"{anchor}\""))
            } else {
                address.starts_with("https://") || address.starts_with("http://")
            };
            assert!(found, "{address}");
            checked += 1;
        }
    }
    assert!(checked > 1500, "{checked}");
}

#[test]
fn hostile_texts_stay_texts() {
    const HOSTILE: &str = "<script>alert(1)</script><img src=x onerror=alert(1)>";
    let mut tables = files("tests/data/good");
    let (_, bytes) = tables.iter_mut().find(|(name, _)| name == "chapters.csv").expect("chapters");
    let text = String::from_utf8(bytes.clone()).expect("text");
    *bytes = text.replace("There was a war.", HOSTILE).into_bytes();
    let (dataset, _) = validate(&read(&tables), &[]).unwrap_or_else(|report| panic!("{report}"));
    let page = html_story(&dataset);
    assert!(!page.contains("<script>") && !page.contains("<img src=x"), "{page}");
    assert!(page.contains("&lt;script&gt;"), "the planted text is there, as text");
}

#[test]
fn facts_with_one_source_are_counted() {
    let dataset = whole();
    let [spells, events, acts] = coverage(&dataset);
    assert_eq!((spells.facts, events.facts, acts.facts), (493, 426, 472));
    assert_eq!((spells.none, events.none, acts.none), (0, 0, 0), "every spell and event has a source");
    let page = html_sources(&dataset);
    assert!(page.contains(&format!("<b>{}</b> of the stances", spells.single)), "the count is shown");
    assert!(spells.single > 0 && events.single > 0);
    let alone = dataset.texts().expect("texts").events.iter().filter(|event| event.sources.len() == 1).count();
    assert_eq!(events.single, alone);
    assert_eq!(page.matches("<li id=\"source-").count(), 690);
}

#[test]
fn the_form_of_an_address_is_checked() {
    for good in [
        "",
        "https://example.org/",
        "http://a.b.org:8080/x?y=1#z",
        "https://zh.wikipedia.org/wiki/A_(B)",
        "https://www.mofa.go.kr",
    ] {
        assert_eq!(malformed(good), None, "{good}");
    }
    for bad in [
        "ftp://example.org/",
        "example.org",
        "https://example",
        "https://exa mple.org/",
        "https://user:word@example.org/",
        "https://example..org/",
        "https://-example.org/",
        "https://en.wikipedia.org/wiki/A_(B",
        "https:///path",
        "javascript:alert(1)",
    ] {
        assert!(malformed(bad).is_some(), "{bad}");
    }
    let dataset = whole();
    for source in &dataset.texts().expect("texts").sources {
        assert_eq!(malformed(&source.url), None, "{}", source.id);
    }
}

const TEMPLATE: &str = "<title><!--detente:title--></title><!--detente:description-meta--><h1><!--detente:heading--></h1>\
    <p><!--detente:lede--></p><!--detente:nav--><img alt=\"{{picture-alt}}\" title=\"{{heading}}\"><!--detente:description-->\
    <!--detente:table--><!--detente:story--><!--detente:claims--><!--detente:sources--><!--detente:tale-->\
    <footer><!--detente:footer--></footer>";

const PAGES: [&str; 5] = ["index", "story", "claims", "sources", "embed"];

fn small(change: &dyn Fn(&str, String) -> String) -> Dataset {
    let mut tables = files("tests/data/good");
    for (name, bytes) in &mut tables {
        *bytes = change(name, String::from_utf8(bytes.clone()).expect("text")).into_bytes();
    }
    validate(&read(&tables), &[]).unwrap_or_else(|report| panic!("{report}")).0
}

#[test]
fn a_page_says_what_the_descriptor_says() {
    let dataset = whole();
    for page in &dataset.texts().expect("texts").about.pages {
        let html = html_page(TEMPLATE, &dataset, &page.id);
        assert!(html.contains(&format!("<title>{}</title>", page.title)), "{}", page.id);
        assert!(html.contains(&format!("<h1>{}</h1>", page.heading)) && !page.lede.is_empty(), "{}", page.id);
        assert!(
            html.contains(page.lede.split_once(". ").map_or(page.lede.as_str(), |(first, _)| first)),
            "{}",
            page.id
        );
        assert!(!html.contains("<!--detente:") && !html.contains("{{"), "{}", page.id);
    }
    assert_eq!(html_pages(&dataset), ["index", "story", "claims", "sources"]);
    let html = html_page(TEMPLATE, &dataset, "story");
    assert!(html.contains("<a href=\"story.html\" aria-current=\"page\"><span class=\"the\">The </span>story</a>"));
    assert!(html.contains(
        "Data: Détente contributors, “North Korea’s friends and foes, 1945–2025”, \
         <a href=\"https://creativecommons.org/licenses/by/4.0/\" rel=\"license noopener\">CC BY 4.0</a>."
    ));
}

#[test]
fn a_page_of_a_dataset_that_says_little_is_made_of_its_title() {
    let bare = small(&|_, text| text);
    for id in PAGES {
        let html = html_page(TEMPLATE, &bare, id);
        assert!(html.contains("A small dataset") && !html.contains("<!--detente:") && !html.contains("{{"), "{html}");
        assert!(!html.contains("article it") && !html.contains("of the article"), "no work is reviewed: {html}");
        assert!(!html.contains("0 states") && !html.contains("North Korea"), "{html}");
    }
    // Without steps and claims there are no pages for them, and no links to them.
    let bare = small(&|name, text| match name {
        "chapters.csv" | "claims.csv" => text.lines().next().unwrap_or_default().to_owned() + "\n",
        _ => text,
    });
    assert_eq!(html_pages(&bare), ["index", "sources"]);
    let html = html_page(TEMPLATE, &bare, "index");
    assert!(!html.contains("story.html") && !html.contains("claims.html") && html.contains("sources.html"), "{html}");
}

#[test]
fn a_page_takes_nothing_of_the_dataset_for_markup_or_for_a_name() {
    let hostile = "<b>x</b>\\\"{{footer}}<!--detente:table-->";
    let dataset = small(&|name, text| match name {
        "datapackage.json" => text.replace("A small dataset", hostile),
        _ => text,
    });
    for id in PAGES {
        let html = html_page(TEMPLATE, &dataset, id);
        assert!(!html.contains("<b>x") && html.contains("&lt;b&gt;x"), "{html}");
        assert!(html.matches("<table>").count() == 1 && html.matches("{{footer}}").count() > 1, "{html}");
    }
}
