//! `completions` and `man`: what a shell and `man` know about the program.

use clap::CommandFactory as _;

use crate::args::{Cli, CompletionsArgs, ManArgs};
use crate::error::CliError;
use crate::files::make_folder;

pub(super) fn completions(args: &CompletionsArgs) -> Result<String, CliError> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "detente", &mut script);
    text(script)
}

pub(super) fn man(args: &ManArgs) -> Result<String, CliError> {
    let Some(folder) = &args.output else {
        let mut page = Vec::new();
        // Writing to a Vec cannot fail.
        let _ = clap_mangen::Man::new(Cli::command()).render(&mut page);
        return text(page);
    };
    make_folder(folder)?;
    let cannot = |error| CliError::new(format!("The man pages cannot be written: {error}."));
    clap_mangen::generate_to(Cli::command(), folder).map_err(cannot)?;
    Ok(String::new())
}

fn text(bytes: Vec<u8>) -> Result<String, CliError> {
    String::from_utf8(bytes).map_err(|error| CliError::new(error.to_string()))
}
