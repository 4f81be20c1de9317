//! Firefox and `WebKitGTK`, where they are installed: pictures a second and the longest frame, played and dragged.

use std::ffi::{OsStr, OsString};
use std::io::{BufRead as _, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{fs, io, thread};

use anyhow::{Context as _, Result, bail};
use detente_browser::{Keeper, Overrides, PRELUDE, floor_marks, response};
use fantoccini::wd::TimeoutConfiguration;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::time::sleep;
use xtask::process::which;
use xtask::server::{Running, Server};

use crate::report::{Goal, Report, Row, Runs};
use crate::sides::{Bench, Side, WATCH};
use crate::step::{SWEEP, numbers};
use crate::subjects::PAGE;

/// How long each is played and dragged: milliseconds.
const COUNTED: f64 = 3000.0;

/// Plays from 1950 for `rest[0]` milliseconds; how long that took, how many pictures there were, and the longest frame.
const PLAY: &str = r"
    return (async () => {
        const frame = () => new Promise((done) => requestAnimationFrame(done));
        view.playFrom(1950, 2025);
        await frame();
        const start = await frame();
        const drawn = window.drawn;
        let [now, longest] = [start, 0];
        while (now - start < rest[0]) {
            const next = await frame();
            [longest, now] = [Math.max(longest, next - now), next];
        }
        const pictures = window.drawn - drawn;
        view.pause();
        return [now - start, pictures, longest];
    })();
";

/// A browser that is driven.
struct Engine {
    client: Client,
    // The driver, and what it needs.
    _keepers: Vec<Keeper>,
}

pub(crate) async fn measure(bench: &Bench, report: &mut Report) -> Result<()> {
    let (site, sides) = bench.site(&PAGE)?;
    let server = Server::bind(0)?.start(site, Overrides::default())?;
    for (name, least, most) in [("Firefox", 60.0, f64::NAN), ("WebKitGTK", 30.0, 100.0)] {
        let engine = match name {
            "Firefox" => firefox().await,
            _ => webkit().await,
        };
        let measured = match engine {
            Ok(engine) => one(bench, &engine, &server, &sides).await,
            Err(error) => Err(error),
        };
        let [played, longest_played, dragged, longest_dragged] = match measured {
            Ok(runs) => runs,
            Err(error) => {
                report.leave_out(format!("{name}: {error:#}."));
                continue;
            }
        };
        // A screen of 60 pictures a second shows 59 in some seconds.
        let least = Goal::AtLeast(if least >= 60.0 { 59.0 } else { least });
        let most = if most.is_nan() { Goal::None } else { Goal::AtMost(most) };
        report.add(Row::new(7, format!("{name}, played: pictures a second"), "", least, played));
        report.add(Row::new(7, format!("{name}, played: longest frame"), "ms", most, longest_played));
        report.add(Row::new(7, format!("{name}, dragged: pictures a second"), "", least, dragged));
        report.add(Row::new(7, format!("{name}, dragged: longest frame"), "ms", most, longest_dragged));
    }
    Ok(())
}

/// Pictures a second and the longest frame, played; the same dragged.
async fn one(bench: &Bench, engine: &Engine, server: &Running, sides: &[Side]) -> Result<[Runs; 4]> {
    let client = &engine.client;
    let mut runs: [Runs; 4] = Default::default();
    open(client, server, Side::Ours).await?;
    let size =
        script(client, "const it = pick('canvas.marks'); return [it.clientWidth, it.clientHeight];", &[]).await?;
    let [width, height] = numbers(&size)?;
    let marks = floor_marks(&PAGE.dataset()?, (width, height), PAGE.years());
    let marks = response(200, "application/json", marks.to_string());
    server.set_overrides(Overrides::default().with_response("/bench/marks.json", marks));
    let (first, last) = PAGE.years;
    for _ in 0..bench.plan.rounds.min(3) {
        for side in sides {
            open(client, server, *side).await?;
            let mut put = |at: usize, value: f64| side.of(&mut runs[at]).push(value);
            if side.is_page() {
                let [elapsed, pictures, longest] = numbers(&script(client, PLAY, &[json!(COUNTED)]).await?)?;
                put(0, pictures * 1000.0 / elapsed);
                put(1, longest);
            }
            script(client, SWEEP, &[json!(first), json!(last), json!(20)]).await?;
            let sweep = [json!(first), json!(last), json!(0), json!(COUNTED)];
            let [elapsed, pictures, longest] = numbers(&script(client, SWEEP, &sweep).await?)?;
            put(2, pictures * 1000.0 / elapsed);
            put(3, longest);
        }
    }
    Ok(runs)
}

/// Opens a side's page, waits until all of it is there, and counts its pictures from then on.
async fn open(client: &Client, server: &Running, side: Side) -> Result<()> {
    client.goto(&format!("{}{}", server.url(), side.address(&PAGE))).await?;
    let there = match side {
        Side::Floor => "return document.documentElement.dataset.state === 'ready';",
        Side::Ours | Side::Against => "return view?.dataset.texts === 'ready';",
    };
    for _ in 0..600 {
        if script(client, there, &[]).await? == json!(true) {
            script(client, WATCH, &[]).await?;
            // What comes late is drawn after it has come.
            sleep(Duration::from_secs(1)).await;
            return Ok(());
        }
        sleep(Duration::from_millis(50)).await;
    }
    bail!("{} does not load", side.address(&PAGE))
}

async fn script(client: &Client, statements: &str, rest: &[Value]) -> Result<Value> {
    Ok(client.execute(&format!("{PRELUDE}\n{statements}"), rest.to_vec()).await?)
}

/// Firefox without a window, by geckodriver.
async fn firefox() -> Result<Engine> {
    let browser = installed(&["firefox-esr", "firefox"])?;
    let driver = installed(&["geckodriver"]).or_else(|missing| {
        let tools = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/tools/bin/geckodriver");
        if tools.is_file() { Ok(tools) } else { Err(missing) }
    });
    let driver = driver.context("use `cargo install geckodriver --locked --root target/tools`")?;
    let port = free_port()?.to_string();
    let keeper = started(&driver, &["--port", &port], &[])?;
    let options = json!({ "binary": browser, "args": ["-headless", "--width=1280", "--height=900"] });
    connect(vec![keeper], &port, json!({ "browserName": "firefox", "moz:firefoxOptions": options })).await
}

/// `WebKitGTK`'s own small browser on a screen in memory.
async fn webkit() -> Result<Engine> {
    let driver = installed(&["WebKitWebDriver"]).context("use `apt-get install webkit2gtk-driver xvfb`")?;
    let screen = installed(&["Xvfb"]).context("use `apt-get install xvfb`")?;
    let browser = mini_browser().context("libwebkit2gtk has no MiniBrowser")?;
    let (screen, said) =
        Keeper::start(&screen, &["-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"], &[])?;
    let mut number = String::new();
    BufReader::new(said).read_line(&mut number).context("Xvfb names no screen")?;
    let display = OsString::from(format!(":{}", number.trim()));
    let port = free_port()?.to_string();
    let argument = format!("--port={port}");
    let keeper = started(&driver, &[&argument], &[("DISPLAY", &display)])?;
    let options = json!({ "binary": browser, "args": ["--automation"] });
    let capabilities = json!({ "browserName": "MiniBrowser", "webkitgtk:browserOptions": options });
    connect(vec![keeper, screen], &port, capabilities).await
}

/// A program of whose output nothing is wanted; one that cannot print ends itself.
fn started(program: &Path, args: &[&str], variables: &[(&str, &OsStr)]) -> Result<Keeper> {
    let (keeper, mut stdout) = Keeper::start(program, args, variables)?;
    thread::spawn(move || io::copy(&mut stdout, &mut io::sink()));
    Ok(keeper)
}

async fn connect(keepers: Vec<Keeper>, port: &str, capabilities: Value) -> Result<Engine> {
    let address = format!("127.0.0.1:{port}");
    for _ in 0..200 {
        if TcpStream::connect(&address).is_ok() {
            break;
        }
        sleep(Duration::from_millis(50)).await;
    }
    let Value::Object(capabilities) = capabilities else { bail!("capabilities are an object") };
    let mut builder = ClientBuilder::new(HttpConnector::new());
    let client = builder.capabilities(capabilities).connect(&format!("http://{address}")).await;
    let client = client.context("the browser does not start")?;
    let minute = Some(Duration::from_secs(60));
    client.update_timeouts(TimeoutConfiguration::new(minute, minute, None)).await?;
    client.set_window_size(1280, 900).await?;
    Ok(Engine { client, _keepers: keepers })
}

fn installed(names: &[&str]) -> Result<PathBuf> {
    let found = names.iter().find_map(|name| which(name));
    found.with_context(|| format!("{} is not installed", names.first().copied().unwrap_or_default()))
}

/// Below the folder of the library, whose name has the version.
fn mini_browser() -> Option<PathBuf> {
    let folders = |folder: &Path| fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut found = folders(Path::new("/usr/lib")).flat_map(|folder| folders(&folder).collect::<Vec<_>>());
    found.find_map(|folder| {
        let is_webkit = folder.file_name()?.to_str()?.starts_with("webkit2gtk-");
        Some(folder.join("MiniBrowser")).filter(|file| is_webkit && file.is_file())
    })
}

/// A port that was free just now.
fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}
