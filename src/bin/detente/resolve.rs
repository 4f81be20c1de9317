//! Turns arguments into what the library takes: a dataset, years of it, a view.

use std::io::Write as _;
use std::path::Path;

use detente::data::Dataset;
use detente::layout::{Focus, Layout};
use detente::scene::{Theme, View};
use indicatif::ProgressBar;

use crate::args::{self, DatasetArgs, FocusArgs, LanguageArgs, ViewArgs, YearsArgs};
use crate::error::CliError;
use crate::files::write;
use crate::input::Input;
use crate::values::StepText;

/// Size of a picture unless one is given, in CSS pixels.
pub(crate) const PICTURE: (u16, u16) = (960, 860);

/// The dataset; what is told of it, and problems that were allowed, are printed on standard error.
pub(crate) fn dataset(args: &DatasetArgs) -> Result<Dataset, CliError> {
    dataset_behind(args, &ProgressBar::hidden())
}

/// The dataset, read in a language.
pub(crate) fn dataset_in(args: &DatasetArgs, language: &LanguageArgs) -> Result<Dataset, CliError> {
    let mut dataset = dataset(args)?;
    dataset.read_in(language.lang);
    Ok(dataset)
}

/// The dataset, while a bar tells what is being done: what is printed stands above it.
pub(crate) fn dataset_behind(args: &DatasetArgs, bar: &ProgressBar) -> Result<Dataset, CliError> {
    let say = |text: &str| bar.suspend(|| to_stderr(text));
    match Input::read(args)?.check(&args.allow, &args.options(), &say) {
        Ok((dataset, report)) => {
            if !report.problems.is_empty() {
                say(&report.to_string());
            }
            Ok(dataset)
        }
        Err(report) => Err(CliError::new(report.to_string().trim_end())),
    }
}

/// Where everyone stands: as the pack has it, from which the dataset may come, or solved.
pub(crate) fn laid_out(dataset: &Dataset) -> Layout {
    Layout::placed(dataset).unwrap_or_else(|| Layout::solve(dataset))
}

/// Prints on standard error. That it is closed does not stop the command.
pub(crate) fn to_stderr(text: &str) {
    let _ = std::io::stderr().write_all(text.as_bytes());
}

/// A step of the dataset, by its number: the last one unless another is given.
pub(crate) fn year(dataset: &Dataset, step: Option<&StepText>) -> Result<i16, CliError> {
    let info = dataset.info();
    let (first, last) = (info.first_year, info.last_year);
    let Some(StepText(text)) = step else { return Ok(last) };
    let number = info.step_named(text).filter(|number| (first..=last).contains(number));
    number.ok_or_else(|| {
        let [first, last] = [first, last].map(|number| info.step_id(number));
        let steps = info.calendar.step.name();
        CliError::usage(format!("{text} is outside the dataset's {steps}s, {first} to {last}"))
    })
}

/// The steps of `--years` or `--all-years`, in order; `None` without these options.
pub(crate) fn many_years(dataset: &Dataset, args: &YearsArgs) -> Result<Option<Vec<i16>>, CliError> {
    if args.all_years {
        return Ok(Some(every_year(dataset)));
    }
    let Some(list) = &args.years else { return Ok(None) };
    list.steps(|listed| year(dataset, Some(listed))).map(|steps| Some(steps.into_iter().collect()))
}

/// All years of the dataset.
pub(crate) fn every_year(dataset: &Dataset) -> Vec<i16> {
    (dataset.info().first_year..=dataset.info().last_year).collect()
}

/// The actors in focus.
pub(crate) fn focus(dataset: &Dataset, args: &FocusArgs) -> Result<Focus, CliError> {
    let Some(code) = &args.focus else { return Ok(Focus::Nobody) };
    match Focus::find(dataset, code) {
        Focus::Nobody => Err(CliError::usage(format!("`{code}` is the id of no actor and of no two actors"))),
        focus => Ok(focus),
    }
}

/// The view; `size` in CSS pixels holds where no size is given.
pub(crate) fn view(dataset: &Dataset, args: &ViewArgs, size: (u16, u16)) -> Result<View, CliError> {
    let (width, height) = args.size.unwrap_or((args.width.unwrap_or(size.0), args.height.unwrap_or(size.1)));
    let compare = args.compare.as_ref().map(|compare| year(dataset, Some(compare))).transpose()?;
    let view = View::new(f64::from(width), f64::from(height), theme(args.theme));
    Ok(View { focus: focus(dataset, &args.focus)?, compare, ..view })
}

/// The theme of the library.
pub(crate) const fn theme(theme: args::Theme) -> Theme {
    match theme {
        args::Theme::Light => Theme::Light,
        args::Theme::Dark => Theme::Dark,
        args::Theme::Contrast => Theme::CONTRAST,
        args::Theme::ContrastDark => Theme::CONTRAST_DARK,
        args::Theme::Print => Theme::PRINT,
    }
}

/// Writes text into a file, or returns it for standard output.
pub(crate) fn output(file: Option<&Path>, text: String) -> Result<String, CliError> {
    match file {
        Some(file) => write(file, text.as_bytes()).map(|()| String::new()),
        None => Ok(text),
    }
}
