//! A process that cannot outlive the test, nor can what it starts.

use std::ffi::OsStr;
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use anyhow::{Context as _, Result};
use xtask::process::cannot_start;

/// Runs a program until the pipe to it closes, which the end of the test does in any case, then ends its process group:
/// the program and all that it started. Only the program holds stdout.
const KEEPER: &str = "\"$0\" \"$@\" 2>&1 & exec >/dev/null; cat; kill -KILL 0";

/// A program that runs until this is dropped.
#[derive(Debug)]
pub struct Keeper {
    shell: Child,
    pipe: Option<ChildStdin>,
}

impl Keeper {
    /// Starts a program with these arguments and variables, and gives what it prints.
    ///
    /// # Errors
    ///
    /// When there is no shell.
    pub fn start(program: &Path, args: &[&str], variables: &[(&str, &OsStr)]) -> Result<(Self, ChildStdout)> {
        let mut command = Command::new("sh");
        command.args(["-c", KEEPER]).arg(program).args(args).envs(variables.iter().copied()).process_group(0);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut shell = command.spawn().map_err(|error| cannot_start(&command, &error))?;
        let pipe = shell.stdin.take();
        let stdout = shell.stdout.take();
        let keeper = Self { shell, pipe };
        Ok((keeper, stdout.context("the program has no stdout")?))
    }

    /// The number of the process above all others.
    pub fn id(&self) -> u32 {
        self.shell.id()
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.pipe.take();
        let _ = self.shell.wait();
    }
}
