//! `cargo xtask fuzz`: the fuzz targets, by cargo-fuzz on nightly.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};
use clap::builder::PossibleValuesParser;

use crate::process::{cannot_start, cargo, run as run_program, succeeds};
use crate::workspace::Workspace;

const EXAMPLES: &str = "\
Examples:
  cargo xtask fuzz
  cargo xtask fuzz --target pack --seconds 600
  cargo xtask fuzz --planted";

/// The targets in fuzz/.
const TARGETS: [&str; 5] = ["tables", "descriptor", "pack", "forms", "bytes"];

/// How many bytes a first input has, of what each target makes its dataset of: those of `bytes` are few changes to a
/// file, those of `descriptor` one object, and bytes that nothing is made of would take most of the fuzzer's own changes.
fn length(target: &str) -> usize {
    if ["bytes", "descriptor"].contains(&target) { 96 } else { 1024 }
}

/// The message of a planted fault's panic.
const PLANTED: &str = "the planted fault";

/// Fuzz what reads tables, descriptors, packs and the other forms, and the whole way from bytes to pictures
///
/// Runs each target in fuzz/ on generated datasets until it panics or its time is over. Needs the nightly toolchain;
/// installs cargo-fuzz by cargo. Keeps what it learnt in target/fuzz-corpus/, and an input that panicked in
/// target/fuzz-failures/.
///
/// With --planted, each target is built with a fault that only a valid, played dataset meets, and begins anew,
/// without what was learnt; the command fails when one does not find its fault in time.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Args {
    /// How long to run each target
    #[arg(long, default_value_t = 60, value_name = "SECONDS", value_parser = clap::value_parser!(u32).range(1..))]
    seconds: u32,
    /// Run this target alone; may be given several times
    #[arg(long, value_name = "TARGET", value_parser = PossibleValuesParser::new(TARGETS))]
    target: Vec<String>,
    /// Prove that each target finds the fault planted for it
    #[arg(long)]
    planted: bool,
}

pub(super) fn run(args: &Args) -> Result<()> {
    let workspace = Workspace::find()?;
    ensure_tools(&workspace)?;
    let chosen = |target: &&str| args.target.is_empty() || args.target.iter().any(|name| name == *target);
    let mut failed = Vec::new();
    for target in TARGETS.into_iter().filter(chosen) {
        println!("\n== {target}{}", if args.planted { ", with a planted fault" } else { "" });
        let good = if args.planted { finds(&workspace, target, args.seconds) } else { fuzz(&workspace, target, args) };
        if let Err(error) = good {
            eprintln!("{error:#}");
            failed.push(target);
        }
    }
    if failed.is_empty() { Ok(()) } else { bail!("fuzzing failed: {}.", failed.join(", ")) }
}

/// The nightly toolchain is there, and cargo-fuzz is there or gets installed.
fn ensure_tools(workspace: &Workspace) -> Result<()> {
    if !succeeds(nightly(workspace).arg("--version")) {
        bail!("fuzzing needs the nightly toolchain: `rustup toolchain install nightly --profile minimal`.");
    }
    if succeeds(nightly(workspace).args(["fuzz", "--version"])) {
        return Ok(());
    }
    println!("cargo-fuzz is missing; installing it: `cargo install cargo-fuzz --locked`");
    run_program(cargo(workspace.root()).args(["install", "cargo-fuzz", "--locked"]))
}

/// Cargo of the nightly toolchain, which rustup's proxy chooses; the cargo that runs us is stable's own.
fn nightly(workspace: &Workspace) -> Command {
    let mut command = Command::new("cargo");
    command.arg("+nightly").current_dir(workspace.root());
    // What stable's cargo sets for us must not lead nightly back to it.
    for name in ["CARGO", "RUSTC", "RUSTDOC", "RUSTUP_TOOLCHAIN"] {
        command.env_remove(name);
    }
    command
}

/// A run of a target on the inputs in a corpus. The crate has no unsafe code, so no sanitizer is needed.
fn target_run(workspace: &Workspace, target: &str, corpus: &Path, planted: bool, seconds: u32) -> Result<Command> {
    let failures = workspace.target().join(if planted { "fuzz-planted" } else { "fuzz-failures" });
    for folder in [corpus, failures.as_path()] {
        fs::create_dir_all(folder)?;
    }
    begin(corpus, length(target))?;
    let features = if planted { "libfuzzer,planted" } else { "libfuzzer" };
    let mut command = nightly(workspace);
    command.args(["fuzz", "run", "--sanitizer", "none", "--features", features, "--target-dir"]);
    command.arg(workspace.target().join("fuzz")).arg(target).arg(corpus).arg("--");
    command.arg(format!("-artifact_prefix={}/{target}-", failures.display()));
    command.arg(format!("-max_total_time={seconds}"));
    command.arg(format!("-max_len={}", 4 * length(target)));
    command.args(["-len_control=0", "-reduce_inputs=0", "-timeout=10", "-print_final_stats=1", "-verbosity=0"]);
    Ok(command)
}

/// Writes a few files of pseudo-random bytes into a corpus. A fuzzer that begins with nothing tries short inputs for
/// long, and most of a dataset's parts are made of bytes that follow.
fn begin(corpus: &Path, length: usize) -> Result<()> {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    for index in 0..64 {
        let mut bytes = Vec::with_capacity(length);
        while bytes.len() < length {
            // Xorshift: all that is needed is that no two are alike.
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            bytes.extend(state.to_le_bytes());
        }
        fs::write(corpus.join(format!("begin-{index}")), bytes)?;
    }
    Ok(())
}

fn fuzz(workspace: &Workspace, target: &str, args: &Args) -> Result<()> {
    let corpus = workspace.target().join("fuzz-corpus").join(target);
    run_program(&mut target_run(workspace, target, &corpus, false, args.seconds)?)
}

/// Fails unless the target, without what earlier runs learnt, panics for its planted fault within the time.
fn finds(workspace: &Workspace, target: &str, seconds: u32) -> Result<()> {
    let corpus = workspace.target().join("fuzz-planted").join(target);
    if corpus.exists() {
        fs::remove_dir_all(&corpus)?;
    }
    let mut command = target_run(workspace, target, &corpus, true, seconds)?;
    let done = command.output().map_err(|error| cannot_start(&command, &error))?;
    let said = String::from_utf8_lossy(&done.stderr);
    if done.status.success() {
        bail!("{target} did not find its planted fault within {seconds} s.");
    }
    if !said.contains(PLANTED) {
        bail!("{target} failed before it found its planted fault ({}):\n{said}", done.status);
    }
    let runs = said.lines().find(|line| line.starts_with("stat::number_of_executed_units"));
    println!("{target} found its planted fault. {}", runs.unwrap_or_default());
    Ok(())
}
