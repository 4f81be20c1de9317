//! Arguments that several commands take, and the values of arguments.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum, value_parser};
use detente::data::{Limit, Limits, ProblemKind, ReadOptions};
use detente::language::Language;

use crate::values::{PIXELS, Size, StepText, YearList, column, kind, language, limit, size, span, step, year_list};

/// Which dataset, and which of its problems do not matter.
#[derive(Debug, Args)]
pub(crate) struct DatasetArgs {
    /// A folder with tables, or a file: a table of ties, JSON, GEXF, `GraphML`, a pack; - for standard input
    #[arg(value_name = "PATH")]
    pub(crate) path: PathBuf,
    /// The long texts of a packed dataset, as `detente texts` writes them
    #[arg(long, value_name = "FILE")]
    pub(crate) texts: Option<PathBuf>,
    /// Go on in spite of problems of this kind; may be given several times
    #[arg(long, value_name = "KIND", value_parser = allowable())]
    pub(crate) allow: Vec<ProblemKind>,
    /// Who stands in the centre, where no descriptor says it: an id or a name
    #[arg(long, value_name = "ACTOR")]
    pub(crate) ego: Option<String>,
    /// What a column of an edge list is read as, such as label=why, or label=- for nothing; may be given several times
    #[arg(long, value_name = "NAME=MEANING", value_parser = column)]
    pub(crate) column: Vec<(String, String)>,
    /// The stance that a word of a column of kinds means, such as defense=3; may be given several times
    #[arg(long, value_name = "WORD=STANCE", value_parser = kind)]
    pub(crate) kind: Vec<(String, i8)>,
    /// The weights from which a tie stands one stance and two stances higher, such as 5,20
    #[arg(long, value_name = "LIST", value_delimiter = ',')]
    pub(crate) thresholds: Vec<f64>,
    /// The first and the last year, where no date tells them, such as 1900-1950
    #[arg(long, value_name = "YEARS", value_parser = span)]
    pub(crate) span: Option<(i16, i16)>,
    /// Allow more, or less, of something than usual, such as ties=500000 or bytes=64MiB; may be given several times
    #[arg(long, value_name = "NAME=NUMBER", value_parser = limit)]
    pub(crate) limit: Vec<(Limit, usize)>,
}

impl DatasetArgs {
    /// What the caller knows of the files beside what stands in them.
    pub(crate) fn options(&self) -> ReadOptions {
        ReadOptions {
            ego: self.ego.clone(),
            name: None,
            title: None,
            span: self.span,
            columns: self.column.clone(),
            kinds: self.kind.clone(),
            thresholds: self.thresholds.clone(),
            limits: self.limits(),
            too_large: Vec::new(),
        }
    }

    /// How large the files and what they hold may be.
    pub(crate) fn limits(&self) -> Limits {
        let mut limits = Limits::default();
        for (limit, most) in &self.limit {
            // The parser of the argument has refused what cannot be set.
            let _ = limits.set(*limit, *most);
        }
        limits
    }
}

#[derive(Debug, Args)]
pub(crate) struct YearArgs {
    /// The year, month or day whose end is shown, such as 1972 or 1914-07; the dataset's last unless given
    #[arg(long, value_parser = step)]
    pub(crate) year: Option<StepText>,
}

/// One year or many.
#[derive(Debug, Args)]
pub(crate) struct YearsArgs {
    /// The year, month or day whose end is shown, such as 1972 or 1914-07; the dataset's last unless given
    #[arg(long, value_parser = step, conflicts_with = "many")]
    pub(crate) year: Option<StepText>,
    /// Years and spans of years, such as 1950,1972-1975; months and days as 1914-07/1914-09
    #[arg(long, value_name = "LIST", value_parser = year_list, group = "many")]
    pub(crate) years: Option<YearList>,
    /// Every year of the dataset, or every month or day where it counts those
    #[arg(long, group = "many")]
    pub(crate) all_years: bool,
}

#[derive(Debug, Args)]
pub(crate) struct FocusArgs {
    /// The id of an actor whose ties stand out, or of two: CHN-SUN
    #[arg(long, value_name = "ID")]
    pub(crate) focus: Option<String>,
}

/// In which language words are made.
#[derive(Debug, Args)]
pub(crate) struct LanguageArgs {
    /// The language of the words: en, it, ko or ar; names and texts stay as the dataset has them where it has no others
    #[arg(long, value_name = "LANGUAGE", value_parser = language, default_value = "en")]
    pub(crate) lang: Language,
}

/// How a picture is drawn.
#[derive(Debug, Args)]
pub(crate) struct ViewArgs {
    /// The colours
    #[arg(long, default_value = "light")]
    pub(crate) theme: Theme,
    /// Width and height in CSS pixels, such as 1200x675
    #[arg(long, value_name = "WIDTHxHEIGHT", value_parser = size, conflicts_with_all = ["width", "height"])]
    pub(crate) size: Option<Size>,
    /// The width alone, in CSS pixels
    #[arg(long, value_name = "PIXELS", value_parser = pixels())]
    pub(crate) width: Option<u16>,
    /// The height alone, in CSS pixels
    #[arg(long, value_name = "PIXELS", value_parser = pixels())]
    pub(crate) height: Option<u16>,
    #[command(flatten)]
    pub(crate) focus: FocusArgs,
    /// A second year, drawn faintly behind the first
    #[arg(long, value_name = "YEAR", value_parser = step)]
    pub(crate) compare: Option<StepText>,
    #[command(flatten)]
    pub(crate) language: LanguageArgs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Theme {
    Light,
    Dark,
    /// High contrast, light.
    Contrast,
    /// High contrast, dark.
    ContrastDark,
    /// Black on white: shapes and dashes tell bad terms.
    Print,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Svg,
    Png,
}

/// The form of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportFormat {
    Text,
    Json,
    Sarif,
    Github,
}

/// The form of a dataset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DataForm {
    /// A folder of tables with a descriptor
    Tables,
    /// An edge list
    Csv,
    /// Plain JSON
    Json,
    /// GEXF 1.3
    Gexf,
    /// A packed dataset
    Pack,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum When {
    Auto,
    Always,
    Never,
}

/// A width or a height.
fn pixels() -> impl TypedValueParser<Value = u16> {
    value_parser!(u16).range(i64::from(PIXELS.0)..=i64::from(PIXELS.1))
}

/// The kinds of problems that can be allowed, by their codes.
fn allowable() -> impl TypedValueParser<Value = ProblemKind> {
    let codes = ProblemKind::ALL.iter().filter(|kind| kind.can_be_allowed()).map(|kind| kind.code());
    PossibleValuesParser::new(codes).try_map(|code| ProblemKind::of_code(&code).ok_or("there is no such kind"))
}
