//! Installs packages of the system that a check needs, where that is possible without a password.

use std::process::Command;

use anyhow::Result;

use crate::process::{run, succeeds, which};

/// `apt-get`, as root or by `sudo` without a password.
#[derive(Clone, Debug)]
pub struct Apt {
    sudo: bool,
}

impl Apt {
    /// `None` where it is missing or needs a password.
    pub fn allowed() -> Option<Self> {
        which("apt-get")?;
        if succeeds(Command::new("sh").args(["-c", "test \"$(id -u)\" = 0"])) {
            return Some(Self { sudo: false });
        }
        let sudo = which("sudo").is_some() && succeeds(Command::new("sudo").args(["-n", "true"]));
        sudo.then_some(Self { sudo })
    }

    /// Installs packages of the system.
    pub fn install(&self, packages: &[&str]) -> Result<()> {
        self.run(&["update", "-q"])?;
        self.run(&[&["install", "-q", "-y", "--no-install-recommends"], packages].concat())
    }

    fn run(&self, args: &[&str]) -> Result<()> {
        let mut command = if self.sudo { Command::new("sudo") } else { Command::new("apt-get") };
        if self.sudo {
            // `sudo` does not hand variables on by itself.
            command.args(["-n", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        }
        run(command.env("DEBIAN_FRONTEND", "noninteractive").args(args))
    }
}
