//! The commands and the arguments that each of them takes.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum, value_parser};
use detente::data::ProblemKind;

use crate::values::{PIXELS, Size, YearList, base_address, size, year_list};

/// Checks, packs and draws datasets of relations: who was friend and who was foe, year by year.
///
/// FOLDER holds the tables of a dataset: datapackage.json, actors.csv, ties.csv and others.
#[derive(Debug, Parser)]
#[command(
    name = "detente",
    version,
    after_help = "\
Examples:
  detente check my-data
  detente render my-data --year 1972 --output 1972.svg
  detente help render

Exit code: 0 done; 1 the tables are wrong, or a file cannot be read or written; 2 the arguments are wrong."
)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Check(CheckArgs),
    Info(InfoArgs),
    Pack(PackArgs),
    Texts(TextsArgs),
    Render(RenderArgs),
    Timeline(TimelineArgs),
    Cards(CardsArgs),
    Stills(StillsArgs),
    Describe(DescribeArgs),
    Table(TableArgs),
    Scene(SceneArgs),
    Pages(PagesArgs),
    Sources(SourcesArgs),
    Completions(CompletionsArgs),
    Man(ManArgs),
}

/// Report everything that is wrong with the tables
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  detente check my-data
  detente check my-data --allow missing-source
  detente check my-data --json > report.json")]
pub(crate) struct CheckArgs {
    #[command(flatten)]
    pub(crate) dataset: DatasetArgs,
    /// Print the report as JSON
    #[arg(long)]
    pub(crate) json: bool,
}

/// Print what the dataset is called and which years it covers, as JSON
///
/// `highlights` are the years that get share pages of their own: the first, the last, and the descriptor's turning
/// points, or where it names none, those that changed most.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  detente info my-data")]
pub(crate) struct InfoArgs {
    #[command(flatten)]
    pub(crate) dataset: DatasetArgs,
}

/// Pack what is drawn, for the attribute `src` of the element
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  detente pack my-data --output my-data.bin")]
pub(crate) struct PackArgs {
    #[command(flatten)]
    pub(crate) dataset: DatasetArgs,
    /// Write to this file
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,
}

/// Write the long texts as JSON, for the attribute `texts` of the element
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  detente texts my-data --output my-data.json")]
pub(crate) struct TextsArgs {
    #[command(flatten)]
    pub(crate) dataset: DatasetArgs,
    /// Write to this file
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,
}

/// Draw the picture of a year, or of many years
///
/// A single picture is a PNG if its file ends in .png, else an SVG. The pictures of many years are written into a
/// folder, as 1972.svg.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  detente render my-data --year 1972 --output 1972.svg
  detente render my-data --year 1972 --focus KOR --poster --theme dark --output 1972.png
  detente render my-data --years 1950,1972-1975 --format png --output pictures")]
pub(crate) struct RenderArgs {
    #[command(flatten)]
    pub(crate) dataset: DatasetArgs,
    #[command(flatten)]
    pub(crate) years: YearsArgs,
    #[command(flatten)]
    pub(crate) view: ViewArgs,
    /// Add title, year, sentence and counts; 1200x675 unless a size is given
    #[arg(long)]
    pub(crate) poster: bool,
    /// The format of the pictures of many years; svg unless given
    #[arg(long, requires = "many")]
    pub(crate) format: Option<Format>,
    /// Write to this file, or for many years into this folder; a single SVG goes to standard output unless given
    #[arg(short, long, value_name = "PATH")]
    pub(crate) output: Option<PathBuf>,
}

/// Draw the timeline of all years, as SVG
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  detente timeline my-data --output timeline.svg")]
pub(crate) struct TimelineArgs {
    #[command(flatten)]
    pub(crate) dataset: DatasetArgs,
    #[command(flatten)]
    pub(crate) view: ViewArgs,
    /// Write to this file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// Make share pages: share/1972.html with its picture, for links to a year
///
/// For every year unless some are given.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  detente cards my-data --base https://example.org/detente/ --output site
  detente cards my-data --years 1950,1972 --theme dark --output site")]
pub(crate) struct CardsArgs {
    #[command(flatten)]
    pub(crate) dataset: DatasetArgs,
    #[command(flatten)]
    pub(crate) years: YearsArgs,
    /// The address where the pages will be published; without it addresses are relative, which most networks do not
    /// follow
    #[arg(long, value_name = "URL", value_parser = base_address)]
    pub(crate) base: Option<String>,
    /// The colours of the pictures
    #[arg(long, default_value = "light")]
    pub(crate) theme: Theme,
    /// Write into this folder
    #[arg(short, long, value_name = "FOLDER")]
    pub(crate) output: PathBuf,
}

/// Draw the pictures of the story's steps, light and dark, as SVG
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  detente stills my-data --output story")]
pub(crate) struct StillsArgs {
    #[command(flatten)]
    pub(crate) dataset: DatasetArgs,
    /// Write into this folder
    #[arg(short, long, value_name = "FOLDER")]
    pub(crate) output: PathBuf,
}

/// Print the picture of a year in words, as alternative text
///
/// For many years one line each: the year, a tab, the text.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  detente describe my-data --year 1972 --focus KOR
  detente describe my-data --all-years")]
pub(crate) struct DescribeArgs {
    #[command(flatten)]
    pub(crate) dataset: DatasetArgs,
    #[command(flatten)]
    pub(crate) years: YearsArgs,
    #[command(flatten)]
    pub(crate) focus: FocusArgs,
}

/// Print the picture of a year as an HTML table
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  detente table my-data --year 1972")]
pub(crate) struct TableArgs {
    #[command(flatten)]
    pub(crate) dataset: DatasetArgs,
    #[command(flatten)]
    pub(crate) year: YearArgs,
}

/// Print the picture of a year mark by mark
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  detente scene my-data --year 1972 --size 360x320")]
pub(crate) struct SceneArgs {
    #[command(flatten)]
    pub(crate) dataset: DatasetArgs,
    #[command(flatten)]
    pub(crate) year: YearArgs,
    #[command(flatten)]
    pub(crate) view: ViewArgs,
}

/// Fill the templates of a site's pages with what the dataset says
///
/// Makes index.html and embed.html, and story.html, claims.html and sources.html where the dataset has chapters, claims
/// and sources. A template names what belongs in it: `<!--detente:heading-->`, or `{{heading}}` within an attribute.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  detente pages my-data --templates www --output site")]
pub(crate) struct PagesArgs {
    #[command(flatten)]
    pub(crate) dataset: DatasetArgs,
    /// The folder of the templates
    #[arg(short, long, value_name = "FOLDER")]
    pub(crate) templates: PathBuf,
    /// Write into this folder
    #[arg(short, long, value_name = "FOLDER")]
    pub(crate) output: PathBuf,
}

/// Check the form of every source's address, and count the facts that rest on one source
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  detente sources my-data")]
pub(crate) struct SourcesArgs {
    #[command(flatten)]
    pub(crate) dataset: DatasetArgs,
}

/// Print a script that completes commands and options in a shell
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  detente completions bash > ~/.local/share/bash-completion/completions/detente
  detente completions fish > ~/.config/fish/completions/detente.fish")]
pub(crate) struct CompletionsArgs {
    /// The shell
    pub(crate) shell: clap_complete::Shell,
}

/// Print the man page, or write the man pages of all commands into a folder
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  detente man | man -l -
  detente man --output ~/.local/share/man/man1")]
pub(crate) struct ManArgs {
    /// Write the pages of all commands into this folder
    #[arg(short, long, value_name = "FOLDER")]
    pub(crate) output: Option<PathBuf>,
}

/// Which dataset, and which of its problems do not matter.
#[derive(Debug, Args)]
pub(crate) struct DatasetArgs {
    /// The folder with the tables
    pub(crate) folder: PathBuf,
    /// Go on in spite of problems of this kind; may be given several times
    #[arg(long, value_name = "KIND", value_parser = allowable())]
    pub(crate) allow: Vec<ProblemKind>,
}

#[derive(Debug, Args)]
pub(crate) struct YearArgs {
    /// The year whose end is shown; the dataset's last unless given
    #[arg(long)]
    pub(crate) year: Option<i16>,
}

/// One year or many.
#[derive(Debug, Args)]
pub(crate) struct YearsArgs {
    /// The year whose end is shown; the dataset's last unless given
    #[arg(long, conflicts_with = "many")]
    pub(crate) year: Option<i16>,
    /// Years and spans of years, such as 1950,1972-1975
    #[arg(long, value_name = "LIST", value_parser = year_list, group = "many")]
    pub(crate) years: Option<YearList>,
    /// Every year of the dataset
    #[arg(long, group = "many")]
    pub(crate) all_years: bool,
}

#[derive(Debug, Args)]
pub(crate) struct FocusArgs {
    /// The id of an actor whose ties stand out, or of two: CHN-SUN
    #[arg(long, value_name = "ID")]
    pub(crate) focus: Option<String>,
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
    #[arg(long, value_name = "YEAR")]
    pub(crate) compare: Option<i16>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Theme {
    Light,
    Dark,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Svg,
    Png,
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
