//! The sides that are measured beside each other: ours, the floor, and another revision.

use std::fs;
use std::process::Command;

use anyhow::{Context as _, Result};
use detente::layout::pack;
use detente_browser::{Overrides, Page, Visit, built_site, floor, floor_marks, response};
use serde_json::json;
use xtask::plan::{Against, Plan};
use xtask::site::Site;

use crate::report::Runs;
use crate::subjects::Subject;

/// One of the pages that are measured in turns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Ours,
    Floor,
    Against,
}

impl Side {
    /// The folder of its files.
    pub(crate) const fn folder(self) -> &'static str {
        match self {
            Self::Ours => "",
            Self::Floor => "bench/",
            Self::Against => "against/",
        }
    }

    /// Where it shows a subject.
    pub(crate) fn address(self, subject: &Subject) -> String {
        match self {
            Self::Floor => "bench/floor.html".to_owned(),
            _ => format!("{}{}", self.folder(), subject.address),
        }
    }

    /// Whether it is a page of ours, of this revision or another.
    pub(crate) const fn is_page(self) -> bool {
        !matches!(self, Self::Floor)
    }

    /// Its runs.
    pub(crate) const fn of(self, runs: &mut Runs) -> &mut Vec<f64> {
        match self {
            Self::Ours => &mut runs.ours,
            Self::Floor => &mut runs.floor,
            Self::Against => &mut runs.against,
        }
    }
}

/// What is measured, and how.
#[derive(Debug)]
pub(crate) struct Bench {
    pub(crate) plan: Plan,
    /// The files of all sides.
    site: Site,
}

/// Counts the pictures of the network that were handed to the screen, in every new page of a browser, as `window.drawn`:
/// by the clearing of a canvas that is drawn on, by the bitmap that a canvas is given, or by a worker's answer that it has
/// drawn. The canvases have the class `marks`, the floor's has that id. Where the page says so, each is noted in the
/// trace: as `drawn`, or `answered` where it was a worker.
pub(crate) const WATCH: &str = r"
    window.drawn = 0;
    const tell = (note) => {
        window.drawn++;
        window.told?.();
        if (window.noted) performance.mark(note);
    };
    const watch = (prototype, method) => {
        const call = prototype[method];
        prototype[method] = function (...rest) {
            const { canvas } = this;
            if (canvas.isConnected && (canvas.id === 'marks' || canvas.classList.contains('marks'))) tell('drawn');
            return call.apply(this, rest);
        };
    };
    watch(CanvasRenderingContext2D.prototype, 'clearRect');
    watch(ImageBitmapRenderingContext.prototype, 'transferFromImageBitmap');
    window.Worker = new Proxy(Worker, {
        construct(target, rest) {
            const worker = Reflect.construct(target, rest);
            worker.addEventListener('message', ({ data }) => { if (data?.list) tell('answered'); });
            return worker;
        },
    });
";

impl Bench {
    pub(crate) fn new(plan: Plan) -> Result<Self> {
        let mut site = built_site()?;
        site.mount("bench", floor()?);
        if let Some(against) = &plan.against {
            site.mount("against", Site::read(&against.site)?);
        }
        Ok(Self { plan, site })
    }

    /// The files of all sides.
    pub(crate) fn all(&self) -> Site {
        self.site.clone()
    }

    /// The files of all sides with those of a subject, and the sides that can show it.
    pub(crate) fn site(&self, subject: &Subject) -> Result<(Site, Vec<Side>)> {
        let mut site = self.site.clone();
        let mut sides = vec![Side::Ours, Side::Floor];
        if let Some(made) = subject.made {
            site.insert(subject.pack(), pack(&made.dataset()?));
            site.insert(subject.address, subject.page());
        }
        if let Some(against) = &self.plan.against {
            let packed = subject.made.map(|made| packed_by(against, subject.name, made.tables()));
            match packed.transpose() {
                Ok(packed) => {
                    sides.push(Side::Against);
                    if let Some(bytes) = packed {
                        site.insert(format!("against/{}", subject.pack()), bytes);
                        site.insert(format!("against/{}", subject.address), subject.page());
                    }
                }
                Err(error) => println!("  {error:#}"),
            }
        }
        Ok((site, sides))
    }

    /// Opens our page of a subject, with a floor that draws the same marks at the same size; also the sides there are.
    pub(crate) async fn open(
        &self,
        subject: &Subject,
        visit: impl FnOnce(Visit) -> Visit,
    ) -> Result<(Page, Vec<Side>)> {
        let (site, sides) = self.site(subject)?;
        let page = visit(Visit::to(subject.address).of_site(site)).open().await?;
        let size = page.bounds("canvas.marks").await?;
        let marks = floor_marks(&subject.dataset()?, (size.width, size.height), subject.years());
        let marks = response(200, "application/json", marks.to_string());
        page.server().set_overrides(Overrides::default().with_response("/bench/marks.json", marks));
        page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH })).await?;
        Ok((page, sides))
    }

    /// Goes to a side, and waits until all of it is there.
    pub(crate) async fn go(&self, page: &Page, side: Side, subject: &Subject) -> Result<()> {
        page.goto(&side.address(subject)).await?;
        match side {
            Side::Floor => page.wait_until("document.documentElement.dataset.state === 'ready'").await,
            Side::Ours | Side::Against => page.texts_ready().await,
        }
    }
}

/// A made dataset, packed by the command line of another revision, whose page may expect another form.
fn packed_by(against: &Against, name: &str, tables: Vec<(String, Vec<u8>)>) -> Result<Vec<u8>> {
    let folder = std::env::temp_dir().join(format!("detente-bench-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    for (name, bytes) in tables {
        fs::write(folder.join(name), bytes)?;
    }
    let output = folder.join("pack.bin");
    let done = Command::new(&against.command_line).arg("pack").arg(&folder).arg("--output").arg(&output).output();
    let bytes = done.context("the other revision's command line does not start").and_then(|done| {
        let said = String::from_utf8_lossy(&done.stderr).lines().next().unwrap_or_default().to_owned();
        fs::read(&output).with_context(|| format!("{} cannot pack {name}: {said}", against.revision))
    });
    fs::remove_dir_all(&folder)?;
    bytes
}
