//! The commands. Each returns what is printed on standard output.

use crate::args::Command;
use crate::error::CliError;

mod cards;
mod check;
mod convert;
mod describe;
mod fix;
mod info;
mod new;
mod page;
mod pages;
mod picture;
mod render;
mod shell;
mod sources;
mod tables;

/// Runs a command.
pub(crate) fn run(command: &Command) -> Result<String, CliError> {
    match command {
        Command::New(args) => new::new(args),
        Command::Check(args) => check::check(args),
        Command::Convert(args) => convert::convert(args),
        Command::Page(args) => page::page(args),
        Command::Info(args) => info::info(args),
        Command::Pack(args) => tables::pack(args),
        Command::Texts(args) => tables::texts(args),
        Command::Messages(args) => tables::messages(args),
        Command::Render(args) => render::render(args),
        Command::Timeline(args) => render::timeline(args),
        Command::Cards(args) => cards::cards(args),
        Command::Stills(args) => render::stills(args),
        Command::Describe(args) => describe::describe(args),
        Command::Table(args) => pages::table(args),
        Command::Scene(args) => describe::scene(args),
        Command::Pages(args) => pages::pages(args),
        Command::Sources(args) => sources::sources(args),
        Command::Completions(args) => shell::completions(args),
        Command::Man(args) => shell::man(args),
    }
}
