//! Runs other programs, with messages for when they fail.

use std::env;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Error, Result, anyhow, bail};

/// The cargo that runs us, in a folder.
pub fn cargo(folder: &Path) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(folder);
    command
}

/// Runs a program to its end; what it prints goes where ours goes.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().map_err(|error| cannot_start(command, &error))?;
    if status.success() { Ok(()) } else { bail!("{} failed ({status}).", line(command)) }
}

/// Runs a program to its end and takes what it prints on stdout; its stderr goes where ours goes.
pub fn output(command: &mut Command) -> Result<String> {
    let done = command.stderr(Stdio::inherit()).output().map_err(|error| cannot_start(command, &error))?;
    if !done.status.success() {
        bail!("{} failed ({}).", line(command), done.status);
    }
    String::from_utf8(done.stdout).map_err(|_| anyhow!("{} printed what is not UTF-8.", line(command)))
}

/// Runs a program without its output; whether it ended with code 0.
pub fn succeeds(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Where the program of that name is on the `PATH`.
pub fn which(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// The error for a program that cannot be started.
pub fn cannot_start(command: &Command, error: &std::io::Error) -> Error {
    let name = command.get_program().to_string_lossy();
    match error.kind() {
        ErrorKind::NotFound => anyhow!("`{name}` is needed and not installed."),
        _ => anyhow!("`{name}` cannot be started: {error}."),
    }
}

/// The command as it is typed in a shell.
fn line(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str()).to_string_lossy();
    let args = command.get_args().map(|arg| format!(" {}", arg.to_string_lossy()));
    format!("`{name}{}`", args.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_which_program_failed() {
        let missing = run(&mut Command::new("no-such-program")).expect_err("missing").to_string();
        assert_eq!(missing, "`no-such-program` is needed and not installed.");
        let failed = run(cargo(Path::new(".")).args(["--list", "--nonsense"]).stderr(Stdio::null()));
        assert!(failed.expect_err("refused").to_string().starts_with("`cargo --list --nonsense` failed ("));
    }
}
