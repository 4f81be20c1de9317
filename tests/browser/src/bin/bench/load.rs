//! How soon a network of 20,000 ties is drawn, as a pack in the element and as a table in the workbench, and for how long
//! the page cannot answer its reader meanwhile.

use anyhow::{Context as _, Result, anyhow};
use detente::data::{ReadOptions, read_any, validate};
use detente::layout::pack;
use detente_browser::{Page, Visit};
use serde_json::{Value, json};

use crate::large;
use crate::report::{Goal, Report, Row, Runs};
use crate::sides::Bench;

const ACTORS: usize = 200;
const TIES: usize = 20_000;

/// Notes in every new page how long its tasks were, and when a view was ready.
const WATCH: &str = r"
    window.tasks = [];
    new PerformanceObserver((list) => {
        for (const { startTime, duration } of list.getEntries()) window.tasks.push([startTime, duration]);
    }).observe({ type: 'longtask', buffered: true });
    addEventListener('ready', () => { window.drawn = performance.now(); });
    // What was noted is told late.
    window.longest = async (from) => {
        await new Promise((done) => setTimeout(done, 500));
        return Math.max(0, ...window.tasks.filter(([start]) => start >= from).map(([, duration]) => duration));
    };
";

/// Gives a table to the workbench by `rest[0]`, and waits until it has a picture, or a list of mistakes where `rest[2]`
/// says so: milliseconds until then, the longest task, and whether progress was shown.
const GIVE: &str = r"
    return (async () => {
        const [way, file, wrong] = rest;
        const text = await (await fetch(file)).text();
        const progress = pick('#progress');
        let shown = 0;
        const see = new MutationObserver(() => { if (!progress.hidden) shown = 1; });
        see.observe(progress, { attributes: true });
        await new Promise((done) => setTimeout(done, 500));
        window.drawn = undefined;
        delete document.documentElement.dataset.checked;
        const start = performance.now();
        if (way === 'paste') {
            pick('#paste-open').click();
            const clipboardData = new DataTransfer();
            clipboardData.setData('text/plain', text);
            pick('#pasted').dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
        } else {
            const given = new DataTransfer();
            given.items.add(new File([text], 'ties.csv'));
            const input = pick('#files');
            input.files = given.files;
            input.dispatchEvent(new Event('change'));
        }
        const isDone = () => wrong ? document.documentElement.dataset.checked === 'wrong' : window.drawn > start;
        while (!isDone()) {
            if (performance.now() - start > 50_000) throw new Error(pick('#status').textContent);
            await new Promise((done) => requestAnimationFrame(done));
        }
        const end = wrong ? performance.now() : window.drawn;
        return [end - start, await window.longest(start), shown];
    })();
";

/// The floor: the same network as JSON, which the page itself takes apart.
const PARSE: &str = r"
    return (async () => {
        const text = await (await fetch(rest[0])).text();
        const start = performance.now();
        window.parsed = JSON.parse(text).ties.length;
        return performance.now() - start;
    })();
";

pub(crate) async fn measure(bench: &Bench, report: &mut Report) -> Result<()> {
    let table = large::edge_list(ACTORS, TIES);
    let files = [("ties.csv".to_owned(), table.clone().into_bytes())];
    let checked = validate(&read_any(&files, &ReadOptions::default()), &[]);
    let (dataset, _) = checked.map_err(|report| anyhow!("{report}"))?;
    let mut site = bench.all();
    site.insert("load.bin", pack(&dataset));
    site.insert("load.csv", table);
    site.insert("wrong.csv", large::mistakes(ACTORS, TIES));
    site.insert("load.json", large::json(ACTORS, TIES));
    site.insert("load.html", HOST);
    // The workbench has a policy of its own in its document.
    let page = Visit::to("load.html").of_site(site).under_policy(None).not_waiting().open().await?;
    page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH })).await?;
    let mut figures = Figures::default();
    for _ in 0..bench.plan.rounds {
        page.goto("load.html").await?;
        page.wait_until("window.drawn > 0").await?;
        figures.element.ours.push(number(&page.eval("window.drawn").await?)?);
        figures.element_task.ours.push(number(&page.eval("window.longest(0)").await?)?);
        figures.element.floor.push(number(&page.script(PARSE, vec![json!("load.json")]).await?)?);
        for (way, file) in [("drop", "load.csv"), ("paste", "load.csv"), ("drop", "wrong.csv")] {
            let wrong = file == "wrong.csv";
            let [time, task, shown, processor] = given(&page, way, file, wrong).await?;
            let (times, tasks) = match (way, wrong) {
                (_, true) => (&mut figures.wrong, &mut figures.wrong_task),
                ("drop", _) => (&mut figures.dropped, &mut figures.dropped_task),
                _ => (&mut figures.pasted, &mut figures.pasted_task),
            };
            times.ours.push(time);
            tasks.ours.push(task);
            if !wrong {
                figures.progress.ours.push(shown);
                figures.processor.ours.push(processor);
            }
        }
    }
    figures.tell(report);
    Ok(())
}

const HOST: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>A host</title>\
    <link rel=\"icon\" href=\"icon.svg\"><script type=\"module\" src=\"define.js\"></script><h1>A host</h1>\
    <detente-view src=\"load.bin\"></detente-view></html>";

/// What the workbench needs to show a table, from its beginning.
async fn given(page: &Page, way: &str, file: &str, wrong: bool) -> Result<[f64; 4]> {
    page.goto("workbench.html").await?;
    page.wait_until("document.documentElement.dataset.bench === 'ready'").await?;
    page.wait_until("view?.dataset.late === 'ready' && view.dataset.texts === 'ready'").await?;
    let before = processor(page)?;
    let said = page.script(GIVE, vec![json!(way), json!(file), json!(wrong)]).await?;
    let mut numbers: Vec<f64> = said.as_array().context("a list")?.iter().map(number).collect::<Result<_>>()?;
    numbers.push(processor(page)? - before);
    numbers.try_into().ok().context("four numbers")
}

/// Milliseconds that the processes of pages have had a processor, with their workers.
fn processor(page: &Page) -> Result<f64> {
    let processes = page.processes()?;
    let of_pages = processes.iter().filter(|process| process.kind == "renderer");
    Ok(of_pages.map(|process| process.time.as_secs_f64() * 1000.0).sum())
}

fn number(value: &Value) -> Result<f64> {
    value.as_f64().with_context(|| format!("{value} is no number"))
}

#[derive(Default)]
struct Figures {
    element: Runs,
    element_task: Runs,
    dropped: Runs,
    dropped_task: Runs,
    pasted: Runs,
    pasted_task: Runs,
    wrong: Runs,
    wrong_task: Runs,
    progress: Runs,
    processor: Runs,
}

impl Figures {
    /// A task of at most 50 ms is told as none.
    fn tell(self, report: &mut Report) {
        let size = "200 actors, 20,000 ties";
        let most = Goal::AtMost(2000.0);
        let mut add = |what: String, unit, goal, runs| report.add(Row::new(9, what, unit, goal, runs));
        add(
            format!("{size}: pack in the element, from the request to the picture; floor: JSON.parse"),
            "ms",
            most,
            self.element,
        );
        add("longest task of the page meanwhile, 0 up to 50".into(), "ms", Goal::AtMost(50.0), self.element_task);
        add(format!("{size}: table dropped in the workbench, to the picture"), "ms", most, self.dropped);
        add("longest task of the page meanwhile, 0 up to 50".into(), "ms", Goal::AtMost(50.0), self.dropped_task);
        add(format!("{size}: table pasted in the workbench, to the picture"), "ms", most, self.pasted);
        add("longest task of the page meanwhile, 0 up to 50".into(), "ms", Goal::AtMost(50.0), self.pasted_task);
        add("progress was shown".into(), "", Goal::AtLeast(1.0), self.progress);
        add("processor time of page and worker, dropped or pasted".into(), "ms", Goal::None, self.processor);
        add("20,000 mistakes dropped, to their list".into(), "ms", most, self.wrong);
        add("longest task of the page meanwhile, 0 up to 50".into(), "ms", Goal::AtMost(50.0), self.wrong_task);
    }
}
