//! The share page of a year: what a link shows where it is posted, and a picture with words for who follows it.

use core::fmt::Write as _;

use crate::data::{Dataset, StepId};
use crate::moment::Moment;
use crate::time::Playhead;
use crate::words::{description, headline, sentence_of, shortened, step_name, value_text};

use crate::data::escape;

/// What a network shows of an alternative text, in characters.
const ALT: usize = 420;
/// What it shows of a description.
const DESCRIPTION: usize = 200;
/// Size of the embedded page, in CSS pixels.
const EMBED: (u16, u16) = (960, 760);

/// The share page of a year and its oEmbed answer.
///
/// Addresses are absolute below a base; without one they are relative to the page.
#[derive(Clone, Debug)]
pub struct SharePage {
    year: StepId,
    /// What the step is called in words.
    name: String,
    /// `…/share/`, or empty.
    here: String,
    /// The site that the page belongs to, `…/` or `../`.
    site: String,
    title: String,
    headline: String,
    description: String,
    alt: String,
}

impl SharePage {
    /// Size of the picture, in pixels.
    pub const SIZE: (u16, u16) = (1200, 630);

    /// The style of share pages: `share.css` beside them.
    pub const STYLE: &str = "\
:root { color-scheme: light dark; font: 1rem/1.5 \"Noto Sans\", system-ui, sans-serif }
body { margin: 0 auto; max-width: 75rem; padding: 1.5rem 1rem 3rem }
h1 { font-size: 1.4rem; line-height: 1.25; margin: 0 0 1rem }
figure { margin: 0 }
img { border-radius: .5rem; height: auto; max-width: 100% }
figcaption { margin: 1rem 0; max-width: 44rem }
a { display: inline-block; padding: .6rem 0 }
";

    /// The share page of a year. `base` ends with a slash, or is empty.
    pub fn of(dataset: &Dataset, year: i16, base: &str) -> Self {
        let moment = Moment::at(dataset, Playhead::end_of(year));
        let info = dataset.info();
        let line = headline(dataset, year);
        let alt = [sentence_of(dataset, line), description(dataset, &moment)].join(" ");
        let (here, site) = if base.is_empty() {
            (String::new(), "../".to_owned())
        } else {
            (format!("{base}share/"), base.to_owned())
        };
        Self {
            year: info.step_id(year),
            name: step_name(dataset, year),
            here,
            site,
            title: format!("{}, {}", info.title, step_name(dataset, year)),
            description: shortened(&value_text(dataset, &moment), DESCRIPTION),
            alt: alt.trim_start().to_owned(),
            headline: if line.is_empty() { info.title.clone() } else { line.trim_end_matches('.').to_owned() },
        }
    }

    /// The page, without a script. Everything of the dataset is escaped.
    pub fn page(&self) -> String {
        let (year, here, site) = (&self.year, escape(&self.here), escape(&self.site));
        let (title, description, alt) = (escape(&self.title), escape(&self.description), escape(&self.alt));
        let short = escape(&shortened(&self.alt, ALT));
        let (width, height) = Self::SIZE;
        let mut text = format!(
            "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <title>{title}</title>\n<meta name=\"description\" content=\"{description}\">\n\
             <link rel=\"canonical\" href=\"{here}{year}.html\">\n\
             <link rel=\"alternate\" type=\"application/json+oembed\" href=\"{here}{year}.oembed.json\" title=\"{title}\">\n\
             <link rel=\"stylesheet\" href=\"share.css\">\n"
        );
        for (property, content) in [
            ("og:type", "website"),
            ("og:site_name", "Détente"),
            ("og:title", &title),
            ("og:description", &description),
            ("og:url", &format!("{here}{year}.html")),
            ("og:image", &format!("{here}{year}.png")),
            ("og:image:type", "image/png"),
            ("og:image:width", &width.to_string()),
            ("og:image:height", &height.to_string()),
            ("og:image:alt", &short),
        ] {
            let _ = writeln!(text, "<meta property=\"{property}\" content=\"{content}\">");
        }
        for (name, content) in [
            ("twitter:card", "summary_large_image"),
            ("twitter:title", &title),
            ("twitter:description", &description),
            ("twitter:image", &format!("{here}{year}.png")),
            ("twitter:image:alt", &short),
        ] {
            let _ = writeln!(text, "<meta name=\"{name}\" content=\"{content}\">");
        }
        let _ = write!(
            text,
            "</head>\n<body>\n<main>\n<h1>{title}: {}</h1>\n<figure>\n\
             <a href=\"{site}#year={year}\"><img src=\"{year}.png\" width=\"{width}\" height=\"{height}\" alt=\"{alt}\"></a>\n\
             <figcaption>{alt}</figcaption>\n</figure>\n\
             <p><a href=\"{site}#year={year}\">See {} move, with sources</a></p>\n</main>\n</body>\n</html>\n",
            escape(&self.headline),
            self.name,
        );
        text
    }

    /// The oEmbed answer (version 1.0, type rich): an iframe with the embedded page of the year.
    pub fn oembed(&self) -> String {
        let (year, site, (width, height)) = (&self.year, &self.site, EMBED);
        let frame = format!(
            "<iframe src=\"{}embed.html?year={year}\" width=\"{width}\" height=\"{height}\" title=\"{}\" \
             loading=\"lazy\" style=\"border:0;max-width:100%\"></iframe>",
            escape(site),
            escape(&self.title),
        );
        let answer = serde_json::json!({
            "version": "1.0",
            "type": "rich",
            "provider_name": "Détente",
            "provider_url": site,
            "title": self.title,
            "html": frame,
            "width": width,
            "height": height,
            "thumbnail_url": format!("{}{year}.png", self.here),
            "thumbnail_width": Self::SIZE.0,
            "thumbnail_height": Self::SIZE.1,
        });
        format!("{answer:#}\n")
    }
}
