//! Why a command fails: a message, an exit code, and what it prints all the same.

use core::fmt;

/// The failure of a command.
#[derive(Debug)]
pub(crate) struct CliError {
    /// For standard error; may be empty.
    pub(crate) message: String,
    /// 1 for wrong datasets and for files that cannot be written, 2 for what cannot be read and for wrong arguments.
    pub(crate) exit_code: u8,
    /// For standard output: the report of wrong tables is what `check` is called for.
    pub(crate) stdout: String,
}

impl CliError {
    /// A wrong dataset, or a file that cannot be written.
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), exit_code: 1, stdout: String::new() }
    }

    /// What cannot be read, so that there is nothing to report on.
    pub(crate) fn unreadable(message: impl Into<String>) -> Self {
        Self { message: message.into(), exit_code: 2, stdout: String::new() }
    }

    /// Arguments that do not fit the dataset, in the form in which the parser reports others.
    pub(crate) fn usage(error: impl fmt::Display) -> Self {
        let message = format!("error: {error}\n\nFor more information, try '--help'.");
        Self { message, exit_code: 2, stdout: String::new() }
    }

    /// A failure that prints only its report, on standard output.
    pub(crate) fn report(text: String) -> Self {
        Self { message: String::new(), exit_code: 1, stdout: text }
    }
}
