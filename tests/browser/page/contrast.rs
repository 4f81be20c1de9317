//! The contrast of texts that axe-core leaves open: what lies behind them is taken from a picture of the page.

use anyhow::{Context as _, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use detente_browser::Page;
use serde::Deserialize;
use serde_json::json;

/// Takes the texts that `window.open` holds: their colours as they are seen, and how much contrast they need. One that was
/// measured in an earlier state of the page, and has its colour and place still, is not measured again. Then hides all
/// texts, so that a picture shows what is behind them; `window.restore` shows them again.
const HIDE: &str = "
    const above = (it) => it.assignedSlot ?? it.parentElement ?? it.getRootNode().host;
    // A halo is no text: it lies behind one.
    window.open = window.open.filter((it) => it.isConnected && getComputedStyle(it).fill !== 'none');
    window.texts = window.open.map((it) => {
        const style = getComputedStyle(it), clips = [];
        let opacity = 1;
        for (let part = it; part; part = above(part)) {
            opacity *= Number(getComputedStyle(part).opacity);
            if (part !== it && getComputedStyle(part).overflow !== 'visible' && part !== document.body && part !== document.documentElement) clips.push(part);
        }
        // What a picture makes smaller is as small as it is seen.
        const size = parseFloat(style.fontSize) * (it.getScreenCTM?.()?.a ?? 1);
        const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
        const color = it.placeholder && !it.value ? getComputedStyle(it, '::placeholder').color : style[it instanceof SVGElement ? 'fill' : 'color'];
        return { it, color, opacity, clips, need: large ? 3 : 4.5, done: false };
    });
    window.seen ??= new WeakMap();
    window.texts = window.texts.filter(({ it, color, opacity }) => {
        const { x, y, width, height } = it.getBoundingClientRect();
        const now = [it.textContent, color, opacity, x + scrollX, y + scrollY, width, height].join();
        const known = window.seen.get(it) === now;
        window.seen.set(it, now);
        return !known;
    });
    if (window.texts.length === 0) {
        window.restore = () => {};
        return 0;
    }
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`*, *::before, *::after, *::placeholder { color: transparent !important; -webkit-text-fill-color: transparent !important;
        text-decoration-color: transparent !important; text-shadow: none !important; transition: none !important; caret-color: transparent !important; }
        text { fill: transparent !important; }`);
    const roots = new Set([document, ...window.open.map((it) => it.getRootNode())]);
    for (const one of roots) one.adoptedStyleSheets = [...one.adoptedStyleSheets, sheet];
    const top = scrollY;
    window.restore = () => {
        for (const one of roots) one.adoptedStyleSheets = [...one.adoptedStyleSheets].filter((other) => other !== sheet);
        scrollTo(0, top);
    };
    return window.texts.length;
";

/// Scrolls to the first text that was not measured; the numbers of all that are whole in the window then, with their
/// boxes, and what covers them if something does. Nothing when all are measured.
const NEXT: &str = "
    const deep = (x, y) => {
        let found = document.elementFromPoint(x, y);
        while (found?.shadowRoot) {
            const inner = found.shadowRoot.elementFromPoint(x, y);
            if (!inner || inner === found) break;
            found = inner;
        }
        return found;
    };
    const boxes = (it) => {
        if (!it.firstChild) {
            // A field: where its text is, without border and ring.
            const { left, top } = it.getBoundingClientRect(), style = getComputedStyle(it);
            const [x, y, right, bottom] = ['Left', 'Top', 'Right', 'Bottom'].map((side) => parseFloat(style[`padding${side}`]));
            return [new DOMRect(left + it.clientLeft + x, top + it.clientTop + y, it.clientWidth - x - right, it.clientHeight - y - bottom)];
        }
        const range = document.createRange();
        const own = [...it.childNodes].filter((node) => node.nodeType === 3 && node.data.trim());
        return (own.length ? own : [it]).flatMap((node) => { range.selectNodeContents(node); return [...range.getClientRects()]; })
            .filter(({ width, height }) => width > 1 && height > 1);
    };
    const inside = (box, around) => box.left >= around.left && box.top >= around.top && box.right <= around.right && box.bottom <= around.bottom;
    // A page in a frame is seen in the window of the page around it, of which the picture is.
    const frame = frameElement?.getBoundingClientRect() ?? { left: 0, top: 0 };
    const [across, down] = [frame.left + (frameElement?.clientLeft ?? 0), frame.top + (frameElement?.clientTop ?? 0)];
    const window_ = { left: Math.max(0, -across), top: Math.max(0, -down), right: Math.min(innerWidth, top.innerWidth - across), bottom: Math.min(innerHeight, top.innerHeight - down) };
    const whole = (box, { clips }) => inside(box, { left: window_.left + 1, top: window_.top + 1, right: window_.right - 1, bottom: window_.bottom - 1 })
        && clips.every((clip) => inside(box, clip.getBoundingClientRect()));
    const related = (one, other) => contained(other, one);
    // Nobody reads what has gone meanwhile, what a dialog keeps away, or what lies below something that lets nothing through.
    const modal = [document, ...[...document.querySelectorAll('*')].map((it) => it.shadowRoot).filter(Boolean)].map((one) => one.querySelector('dialog:modal')).find(Boolean);
    const contained = (it, by) => { for (let part = it; part; part = part.parentNode ?? part.host) if (part === by) return true; return false; };
    for (const text of window.texts) if (!text.it.isConnected || (modal && !contained(text.it, modal))) text.done = text.unseen = true;
    const opaque = (cover, it) => {
        for (let part = cover; part && !contained(it, part); part = part.parentNode ?? part.host) {
            if (part instanceof Element && /^rgb\\(/.test(getComputedStyle(part).backgroundColor)) return true;
        }
        return false;
    };
    const cut = (box, { clips }) => {
        let { left, top, right, bottom } = box;
        for (const around of [window_, ...clips.map((clip) => clip.getBoundingClientRect())]) {
            [left, top] = [Math.max(left, around.left), Math.max(top, around.top)];
            [right, bottom] = [Math.min(right, around.right), Math.min(bottom, around.bottom)];
        }
        return { left, top, width: right - left, height: bottom - top };
    };
    const first = window.texts.find(({ done }) => !done);
    if (!first) return [];
    first.it.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => {
        const found = [];
        for (const [index, text] of window.texts.entries()) {
            const all = boxes(text.it);
            if (text.done || (text !== first && !all.every((box) => whole(box, text)))) continue;
            const there = all.map((box) => cut(box, text)).filter(({ width, height }) => width > 1 && height > 1);
            const covers = ({ left, top, width, height }) => [[0.5, 0.5], [0, 0], [1, 0], [0, 1], [1, 1]]
                .map(([x, y]) => deep(left + 1 + (width - 2) * x, top + 1 + (height - 2) * y))
                .filter((hit) => hit && !related(hit, text.it) && !related(text.it, hit));
            // What lies above may let it through: that shows when it is looked at by itself.
            if (text !== first && there.some((box) => covers(box).length)) continue;
            text.done = true;
            const seen = there.filter((box) => !covers(box).some((cover) => opaque(cover, text.it)));
            text.unseen = seen.length === 0;
            if (text.unseen) continue;
            found.push({ index, boxes: seen.map(({ left, top, width, height }) => [left + across, top + down, width, height]) });
        }
        done([found]);
    })));
";

/// Reads what is behind texts out of a picture of the window: the contrast that all but a twentieth of the pixels reach.
const MEASURE: &str = "
    const [found, picture] = rest;
    const bytes = Uint8Array.from(atob(picture), (sign) => sign.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', { willReadFrequently: true });
    context.drawImage(bitmap, 0, 0);
    const channel = (value) => value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
    const luminance = ([red, green, blue]) => 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
    const contrast = (one, other) => {
        const [dim, bright] = [luminance(one), luminance(other)].sort((a, b) => a - b);
        return (bright + 0.05) / (dim + 0.05);
    };
    const probe = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const numbers = (color) => {
        probe.clearRect(0, 0, 1, 1);
        probe.fillStyle = color;
        probe.fillRect(0, 0, 1, 1);
        const [red, green, blue, alpha] = probe.getImageData(0, 0, 1, 1).data;
        return { rgb: [red, green, blue], alpha: alpha / 255 };
    };
    return found.map(({ index, boxes }) => {
        const { it, color, opacity, need } = window.texts[index];
        const { rgb, alpha } = numbers(color), share = alpha * opacity;
        const all = [];
        for (const [left, top, width, height] of boxes) {
            const [x, y] = [left, top].map((length) => Math.ceil(length * devicePixelRatio));
            const [wide, tall] = [left + width, top + height].map((end, side) => Math.floor(end * devicePixelRatio) - [x, y][side]);
            const { data } = context.getImageData(x, y, Math.max(wide, 1), Math.max(tall, 1));
            for (let at = 0; at < data.length; at += 4) {
                const behind = [data[at], data[at + 1], data[at + 2]];
                const seen = contrast(rgb.map((part, place) => part * share + behind[place] * (1 - share)), behind);
                all.push([seen, behind]);
            }
        }
        // A line or mark of a pixel or two that crosses a text leaves it readable. In a picture lines cross more of a short
        // name: all but a twentieth have 3 to 1 there, and three quarters what a text of its size needs.
        all.sort(([a], [b]) => a - b);
        const at = (share) => all[Math.floor(all.length * share)] ?? [0, []];
        const [least, under] = at(it instanceof SVGElement && at(0.05)[0] >= 3 ? 0.25 : 0.05);
        return { text: `${it.localName}.${it.getAttribute('class') ?? ''} ${it.textContent.trim().slice(0, 30)}`, color, under: String(under), least, need };
    });
";

/// What was measured of a text.
#[derive(Debug, Deserialize)]
pub(crate) struct Measured {
    text: String,
    color: String,
    under: String,
    least: f64,
    need: f64,
}

impl Measured {
    /// Whether it stands out enough from everything behind it.
    pub(crate) fn is_enough(&self) -> bool {
        self.least >= self.need
    }

    /// The measurement in words.
    pub(crate) fn words(&self) -> String {
        let Self { text, color, under, least, need } = self;
        format!("{text}: {color} on {under} is {least:.2} to 1 and has to be {need} to 1")
    }
}

/// Measures the elements that `window.open` holds, wherever they are on the page; those that nobody sees are left out.
pub(crate) async fn measure(page: &Page) -> Result<Vec<Measured>> {
    let mut measured = Vec::new();
    page.script(HIDE, Vec::new()).await?;
    loop {
        let next = page.script(NEXT, Vec::new()).await?;
        let Some(found) = next.as_array().and_then(|next| next.first()) else { break };
        if found.as_array().is_none_or(Vec::is_empty) {
            continue;
        }
        let picture = STANDARD.encode(page.screenshot().await?);
        let script = format!("return (async () => {{ {MEASURE} }})();");
        let told = page.script(&script, vec![found.clone(), json!(picture)]).await?;
        measured.extend(serde_json::from_value::<Vec<Measured>>(told).context("a measurement of a text")?);
    }
    page.script("window.restore();", Vec::new()).await?;
    Ok(measured)
}
