//! `check`: the report of everything that is wrong, in the form that is asked for.

use std::env;
use std::io::{self, IsTerminal as _};

use detente::data::Report;

use crate::args::{CheckArgs, ReportFormat, When};
use crate::error::CliError;
use crate::input::Input;
use crate::resolve::to_stderr;

use super::fix::fix;

pub(super) fn check(args: &CheckArgs) -> Result<String, CliError> {
    let mut input = Input::read(&args.dataset)?;
    let mended = if args.fix { fix(&args.dataset.path, &mut input)? } else { String::new() };
    let (report, passed) = match input.check(&args.dataset.allow, &args.dataset.options(), &to_stderr) {
        Ok((_, report)) => (report, true),
        Err(report) => (report, false),
    };
    let text = print(&report, args)?;
    if args.format != ReportFormat::Text && !mended.is_empty() {
        // What a program reads holds the report alone. A closed standard error does not stop the command.
        let _ = io::Write::write_all(&mut io::stderr(), mended.as_bytes());
        return finish(text, passed);
    }
    finish(mended + &text, passed)
}

fn finish(text: String, passed: bool) -> Result<String, CliError> {
    if passed { Ok(text) } else { Err(CliError::report(text)) }
}

fn print(report: &Report, args: &CheckArgs) -> Result<String, CliError> {
    let failed = |error: serde_json::Error| CliError::new(error.to_string());
    match args.format {
        ReportFormat::Text => Ok(report.text(usize::MAX, is_coloured(args.color)).to_string()),
        ReportFormat::Json => report.json().map_err(failed),
        ReportFormat::Sarif => report.sarif(args.help_address.as_deref()).map_err(failed),
        ReportFormat::Github => Ok(report.github()),
    }
}

/// Whether the text on standard output is coloured; `NO_COLOR` is what <https://no-color.org> says it is.
fn is_coloured(when: When) -> bool {
    match when {
        When::Always => true,
        When::Never => false,
        When::Auto => io::stdout().is_terminal() && env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
    }
}
