//! The commands and the arguments that each of them takes.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::values::base_address;

mod shared;

pub(crate) use shared::{
    DataForm, DatasetArgs, FocusArgs, Format, LanguageArgs, ReportFormat, Theme, ViewArgs, When, YearArgs, YearsArgs,
};

/// Checks, converts and draws datasets of relations: who was friend and who was foe, year by year.
///
/// PATH is a folder with the tables of a dataset, datapackage.json, actors.csv, ties.csv and others; or its
/// datapackage.json; or a file: a table of ties, JSON, GEXF, `GraphML`, a packed dataset; or - for standard input.
#[derive(Debug, Parser)]
#[command(
    name = "detente",
    version,
    after_help = "\
Examples:
  detente new my-data
  detente check my-data
  detente page my-data --output my-data.html
  detente help render

Exit code: 0 done; 1 the dataset has errors, or a file cannot be written; 2 a file cannot be opened, or the arguments \
are wrong."
)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    New(NewArgs),
    Check(CheckArgs),
    Convert(ConvertArgs),
    Page(PageArgs),
    Info(InfoArgs),
    Pack(PackArgs),
    Texts(TextsArgs),
    Messages(MessagesArgs),
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

/// Make a folder with the tables of a small example, to be changed into a dataset of your own
///
/// The example is invented. README.md in the folder says what each column holds. A folder that is not empty is left
/// as it is.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  detente new my-data")]
pub(crate) struct NewArgs {
    /// The folder to make
    #[arg(value_name = "FOLDER")]
    pub(crate) folder: PathBuf,
}

/// Report everything that is wrong with a dataset
///
/// Exit code: 0 no errors, but perhaps warnings; 1 errors; 2 a file cannot be opened, or the arguments are wrong.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  detente check my-data
  detente check my-data --allow missing-source
  detente check my-data --format json > report.json
  detente check my-data --format sarif > report.sarif
  detente check my-data --fix")]
pub(crate) struct CheckArgs {
    #[command(flatten)]
    pub(crate) dataset: DatasetArgs,
    /// The form of the report: for people, for programs, for code hosts, or as annotations of GitHub Actions
    #[arg(long, default_value = "text")]
    pub(crate) format: ReportFormat,
    /// Whether the text is coloured: on terminals, unless `NO_COLOR` is set
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: When,
    /// Where your copy of docs/format.md is published: SARIF names it as the help of each rule
    #[arg(long, value_name = "URL")]
    pub(crate) help_address: Option<String>,
    /// Mend what can be mended safely, and show the difference; the originals are kept as FILE.orig
    ///
    /// Mended are byte order marks, blanks at the ends of values, and dates that can be read in one way only, such as
    /// 25.12.1961.
    #[arg(long)]
    pub(crate) fix: bool,
}

/// Write a dataset in another form
///
/// The form of OUT is that of its ending: .csv an edge list, .json plain JSON, .gexf GEXF 1.3 as Gephi reads it, .bin a
/// packed dataset, none a folder of tables. What the form has no place for is left out, and named.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  detente convert my-data my-data.gexf
  detente convert my-data my-data.csv
  detente convert my-data.json my-tables
  detente convert my-data - --to json | less")]
pub(crate) struct ConvertArgs {
    #[command(flatten)]
    pub(crate) dataset: DatasetArgs,
    /// The file or folder to write; - for standard output
    #[arg(value_name = "OUT")]
    pub(crate) output: PathBuf,
    /// The form, where the ending of OUT does not say it
    #[arg(long, value_name = "FORM")]
    pub(crate) to: Option<DataForm>,
}

/// Make one HTML file that shows the dataset, with everything inside: it opens from a disk and asks for nothing
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  detente page my-data --output my-data.html
  detente page my-data --output my-data.html --viewer dist/viewer-template.txt")]
pub(crate) struct PageArgs {
    #[command(flatten)]
    pub(crate) dataset: DatasetArgs,
    /// Write to this file
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,
    #[command(flatten)]
    pub(crate) language: LanguageArgs,
    /// The viewer to use in the place of the one inside this program: viewer-template.txt of a built site
    #[arg(long, value_name = "FILE")]
    pub(crate) viewer: Option<PathBuf>,
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
///
/// The texts in another language are written beside them, in a file with its code in the name: my-data-it.json.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  detente texts my-data --output my-data.json")]
pub(crate) struct TextsArgs {
    #[command(flatten)]
    pub(crate) dataset: DatasetArgs,
    /// Write to this file
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,
}

/// Write the tables of messages of the languages other than English, which the viewer fetches from beside its script
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  detente messages --output site")]
pub(crate) struct MessagesArgs {
    /// Write messages-it.txt and the others into this folder
    #[arg(short, long, value_name = "FOLDER")]
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
    #[command(flatten)]
    pub(crate) language: LanguageArgs,
}

/// Print the picture of a year as an HTML table
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  detente table my-data --year 1972")]
pub(crate) struct TableArgs {
    #[command(flatten)]
    pub(crate) dataset: DatasetArgs,
    #[command(flatten)]
    pub(crate) year: YearArgs,
    #[command(flatten)]
    pub(crate) language: LanguageArgs,
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
    /// One page for the site of another dataset, with pack and texts beside it, called by the dataset's name
    #[arg(long)]
    pub(crate) guest: bool,
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
