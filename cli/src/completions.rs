//! `completions`: prints a script that completes the command line in a shell.

use std::error::Error;
use std::io;
use std::process::ExitCode;

use clap::{Args, CommandFactory as _};
use clap_complete::Shell;

use crate::{Cli, exit, output};

/// Print a script that completes the command line in a shell
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  media-collection completions bash > ~/.local/share/bash-completion/completions/media-collection
  media-collection completions zsh > \"${fpath[1]}/_media-collection\"
  media-collection completions fish > ~/.config/fish/completions/media-collection.fish

Exit codes:
  0  the script is printed
  2  the command line is wrong")]
pub struct Arguments {
    /// The shell
    shell: Shell,
}

pub fn run(arguments: &Arguments) -> Result<ExitCode, Box<dyn Error>> {
    // Into memory first: the generator panics when its output cannot be written.
    let mut script = Vec::new();
    let mut command = Cli::command();
    clap_complete::generate(arguments.shell, &mut command, "media-collection", &mut script);
    output::write(|out| io::Write::write_all(out, &script))?;
    Ok(exit::FINE.into())
}
