//! `cargo xtask serve`: the page on this machine, rebuilt on every change.

use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::Result;
use lexopt::{Arg, Parser};

use crate::house::House;
use crate::progress::Seconds;
use crate::server::{Extra, Running, Server};
use crate::site::{Finish, Parts, Site};
use crate::watch::Watch;

use super::{Usage, helped, unknown, unreadable};

const HELP: &str = "\
cargo xtask serve [--port N] [--release]

Builds the page into dist/, serves it on 127.0.0.1 and prints its address. Builds it again whenever
src/, www/ or data/ change; while that fails, the last good page goes on being served.

  --port N    serve on this port (8000 unless told; 0 takes a free one)
  --release   build as for readers: slower to build, smaller, faster
";

struct Options {
    port: u16,
    finish: Finish,
}

pub(super) fn run(parser: Parser) -> Result<()> {
    let Some(options) = options(parser)? else { return Ok(()) };
    let house = House::find()?;
    // The port first: to hear after a minute of building that it is taken is no pleasure.
    let server = Server::bind(options.port)?;
    let mut watch = Watch::new(watched(&house));
    let mut parts = Parts::build(&house, options.finish)?;
    let site = Site::assemble(&house, &parts, options.finish)?;
    site.write(&house.dist())?;
    let running = server.start(site, Extra::default());
    println!("Détente is at {}", running.url());
    loop {
        let changed = watch.wait();
        let start = Instant::now();
        println!("\nChanged: {}", names(&house, &changed));
        match rebuild(&house, &options, &changed, &mut parts, &running) {
            Ok(()) => println!("Built in {}: {}", Seconds(start.elapsed()), running.url()),
            Err(error) => eprintln!("{error:#}\nThe last good page is still at {}", running.url()),
        }
    }
}

fn options(mut parser: Parser) -> Result<Option<Options>> {
    let mut options = Options { port: 8000, finish: Finish::Draft };
    while let Some(argument) = parser.next().map_err(|error| unreadable(&error))? {
        match argument {
            Arg::Long("port") => {
                let value = parser.value().map_err(|error| unreadable(&error))?;
                let port = value.to_str().and_then(|value| value.parse().ok());
                options.port = port.ok_or_else(|| {
                    Usage(format!("`--port` takes a number from 0 to 65535, not `{}`.", value.to_string_lossy()))
                })?;
            }
            Arg::Long("release") => options.finish = Finish::Release,
            argument if helped(&argument, HELP) => return Ok(None),
            argument => return Err(unknown("serve", argument)),
        }
    }
    Ok(Some(options))
}

/// What the page is made of.
fn watched(house: &House) -> impl Iterator<Item = PathBuf> {
    let root = house.root().to_path_buf();
    ["src", "www", "data", "build.rs", "Cargo.toml", "Cargo.lock"].into_iter().map(move |place| root.join(place))
}

/// Builds what the changed files ask for. What only copies needs no compiler.
fn rebuild(house: &House, options: &Options, changed: &[PathBuf], parts: &mut Parts, running: &Running) -> Result<()> {
    if !changed.iter().all(|path| path.starts_with(house.www())) {
        *parts = Parts::build(house, options.finish)?;
    }
    let site = Site::assemble(house, parts, options.finish)?;
    site.write(&house.dist())?;
    running.publish(site);
    Ok(())
}

/// The changed files in a line.
fn names(house: &House, changed: &[PathBuf]) -> String {
    let short = |path: &PathBuf| path.strip_prefix(house.root()).unwrap_or(Path::new(path)).display().to_string();
    let mut names: Vec<_> = changed.iter().take(3).map(short).collect();
    if changed.len() > names.len() {
        names.push(format!("and {} more", changed.len() - names.len()));
    }
    names.join(", ")
}
