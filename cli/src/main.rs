//! `media-collection`: sessions of Adobe's streaming media APIs on the command line.
//!
//! Each subcommand has a module with its arguments, help and implementation. They share `input` of
//! the package's library, which reads events, `reading`, the option for it, `output`, which writes lines and JSON, and `exit`, the
//! exit codes.
#![forbid(unsafe_code)]

mod check;
mod collect;
mod completions;
mod convert;
mod descriptors;
mod exit;
mod forget;
mod forward;
mod http;
mod identity;
mod logging;
mod output;
mod reading;
mod report;
mod store;
mod timeline;

use std::error::Error;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Check, show, convert, record and send sessions of the Adobe Streaming Media Collection API and of
/// Media Edge, and collect them to test a player.
#[derive(Debug, Parser)]
#[command(name = "media-collection", version, arg_required_else_help = true)]
#[command(
    after_help = "`media-collection COMMAND --help` says what a command prints and its exit codes."
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Check(check::Arguments),
    Timeline(timeline::Arguments),
    Report(report::Arguments),
    Convert(convert::Arguments),
    Collect(Box<collect::Arguments>),
    Forget(forget::Arguments),
    Record(store::record::Arguments),
    List(store::list::Arguments),
    Upload(store::upload::Arguments),
    Rejected(store::rejected::Arguments),
    Export(store::single::Export),
    Retry(store::single::Retry),
    Discard(store::single::Discard),
    Compact(store::compact::Arguments),
    Salvage(store::salvage::Arguments),
    Completions(completions::Arguments),
}

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error}");
            exit::UNUSABLE.into()
        }
    }
}

fn run(command: Command) -> Result<ExitCode, Box<dyn Error>> {
    match command {
        Command::Check(arguments) => check::run(&arguments),
        Command::Timeline(arguments) => timeline::run(&arguments),
        Command::Report(arguments) => report::run(&arguments),
        Command::Convert(arguments) => convert::run(&arguments),
        Command::Collect(arguments) => Ok(collect::run(*arguments)),
        Command::Forget(arguments) => forget::run(&arguments),
        Command::Record(arguments) => store::record::run(&arguments),
        Command::List(arguments) => store::list::run(&arguments),
        Command::Upload(arguments) => store::upload::run(&arguments),
        Command::Rejected(arguments) => store::rejected::run(&arguments),
        Command::Export(arguments) => store::single::export(&arguments),
        Command::Retry(arguments) => store::single::retry(&arguments),
        Command::Discard(arguments) => store::single::discard(&arguments),
        Command::Compact(arguments) => store::compact::run(&arguments),
        Command::Salvage(arguments) => store::salvage::run(&arguments),
        Command::Completions(arguments) => completions::run(&arguments),
    }
}
