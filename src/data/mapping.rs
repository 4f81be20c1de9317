//! How the columns and the words of files were understood: shown to whoever gave them, and set by them.

use core::fmt;

use serde::Serialize;

use super::Limits;
use super::report::visible;

/// What the caller knows of the files beside what stands in them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReadOptions {
    /// Who stands in the centre: an id, or the text by which the files name the actor; an empty text for nobody, where
    /// a descriptor names one.
    pub ego: Option<String>,
    /// The title, in the place of a descriptor's.
    pub title: Option<String>,
    /// What the dataset is called, where no descriptor says it: the name of a file or of a folder.
    pub name: Option<String>,
    /// The first and the last year, where no date tells them: ties without dates hold in all of them.
    pub span: Option<(i16, i16)>,
    /// Columns by their names in the file, and what each is read as: one of [`MEANINGS`], or `-` for nothing.
    pub columns: Vec<(String, String)>,
    /// Words of a column of kinds, and the number of the rung that each means.
    pub kinds: Vec<(String, i8)>,
    /// The weights, ascending, from which a tie stands one rung and two rungs higher.
    pub thresholds: Vec<f64>,
    /// How large the files and what they hold may be.
    pub limits: Limits,
    /// Files that were not read because they are too large.
    pub too_large: Vec<TooLarge>,
}

/// A file that was not read because it is larger than the limit, or that would make all files together so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TooLarge {
    /// Its name in its folder.
    pub file: String,
    /// How many bytes it has, or all files so far with it; of standard input, how many were read before it was left.
    pub bytes: usize,
    /// Which limit: [`Limit::Bytes`](super::Limit::Bytes) or [`Limit::Folder`](super::Limit::Folder).
    pub limit: super::Limit,
}

/// What a column of a table of ties can be read as.
pub const MEANINGS: [&str; 15] = [
    "a",
    "b",
    "from",
    "to",
    "until",
    "year",
    "spells",
    "stance",
    "kind",
    "weight",
    "why",
    "direction",
    "group",
    "left_censor",
    "right_censor",
];

/// The form in which a dataset was given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// A folder of tables with the names and columns of this format.
    #[default]
    Tables,
    /// A table of ties with columns of its own.
    EdgeList,
    /// A table of members of groups with columns of its own.
    Members,
    /// A table of actors and a table of ties, as Gephi exports them.
    NodesAndEdges,
    /// One JSON file with the tables as lists.
    Json,
    /// A graph of Gephi's.
    Gexf,
    /// A graph in `GraphML`.
    Graphml,
    /// A packed dataset.
    Pack,
}

impl Form {
    /// Its name, as sentences call it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Tables => "tables",
            Self::EdgeList => "an edge list",
            Self::Members => "a table of members",
            Self::NodesAndEdges => "a table of nodes and a table of edges",
            Self::Json => "JSON",
            Self::Gexf => "GEXF",
            Self::Graphml => "GraphML",
            Self::Pack => "a packed dataset",
        }
    }
}

/// One column, and what it is read as.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ColumnReading {
    /// The file it stands in.
    pub file: String,
    /// Its name there.
    pub column: String,
    /// The column of this format that it is read as; empty when it is not read.
    pub read_as: String,
    /// What is meant by that, or why it is not read; may be empty.
    pub note: String,
}

/// One word of a column of kinds, and the rung it means.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct WordReading {
    /// The file it stands in.
    pub file: String,
    /// The word as it is written first, or the column that is named by it.
    pub word: String,
    /// How many rows hold it.
    pub rows: usize,
    /// The rung's number.
    pub stance: i8,
}

/// How the columns and the words of the files were understood. It says nothing of what has the names of this format.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Mapping {
    /// The form that was recognised.
    pub form: Form,
    /// Columns, in the order of the files.
    pub columns: Vec<ColumnReading>,
    /// Words of a column of kinds, most frequent first.
    pub words: Vec<WordReading>,
    /// Rules that were applied, each in a sentence without a full stop.
    pub rules: Vec<String>,
}

impl Mapping {
    /// Whether there is nothing to say: everything has the names of this format.
    pub const fn is_plain(&self) -> bool {
        self.columns.is_empty() && self.words.is_empty() && self.rules.is_empty()
    }

    /// Adds what was understood of another file.
    pub(super) fn take(&mut self, mut other: Self) {
        self.columns.append(&mut other.columns);
        self.words.append(&mut other.words);
        self.rules.append(&mut other.rules);
    }

    pub(super) fn rule(&mut self, rule: impl Into<String>) {
        self.rules.push(rule.into());
    }
}

impl fmt::Display for Mapping {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_plain() {
            return Ok(());
        }
        writeln!(f, "read as {}:", self.form.name())?;
        for ColumnReading { file, column, read_as, note } in &self.columns {
            let (file, column, note) = (visible(file), visible(column), visible(note));
            write!(f, "  {file}: `{column}` is ")?;
            match read_as.as_str() {
                "" => write!(f, "not read")?,
                read_as => write!(f, "read as `{read_as}`")?,
            }
            if note.is_empty() { writeln!(f)? } else { writeln!(f, " ({note})")? }
        }
        for WordReading { file, word, rows, stance } in &self.words {
            let (file, word) = (visible(file), visible(word));
            let rows = if *rows == 1 { "1 row".to_owned() } else { format!("{rows} rows") };
            writeln!(f, "  {file}: the word `{word}` is read as the stance {stance} ({rows})")?;
        }
        for rule in &self.rules {
            writeln!(f, "  {}", visible(rule))?;
        }
        Ok(())
    }
}
