//! Pointer and keys, as the system would send them.

use std::time::Duration;

use anyhow::{Context as _, Result};
use fantoccini::Client;
use fantoccini::actions::{
    Actions, InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction, TouchActions,
};
use fantoccini::key::Key;
use serde_json::json;

use crate::outcome::left_out;
use crate::{Engine, Page};

/// About the time between two frames.
const FRAME: Duration = Duration::from_millis(16);

type Point = (f64, f64);

const DOWN: PointerAction = PointerAction::Down { button: MOUSE_BUTTON_LEFT };
const UP: PointerAction = PointerAction::Up { button: MOUSE_BUTTON_LEFT };

fn to((x, y): Point) -> PointerAction {
    PointerAction::MoveTo { duration: Some(FRAME), x, y }
}

fn mouse() -> MouseActions {
    MouseActions::new("mouse".into())
}

fn finger() -> TouchActions {
    TouchActions::new("finger".into())
}

/// The way between two points in so many steps, the first one left out.
fn way(from: Point, end: Point, steps: u32) -> impl Iterator<Item = Point> {
    (1..=steps).map(move |step| {
        let share = f64::from(step) / f64::from(steps);
        (from.0 + (end.0 - from.0) * share, from.1 + (end.1 - from.1) * share)
    })
}

/// The pointer events of a finger on its way over the points of `rest[0]`, a frame apart, for a driver that knows no
/// touch. They go to what is under the finger when it comes down, as after every touch; nothing is scrolled by them.
const FINGER: &str = r#"
    const find = (within, x, y) => {
        const found = within.elementFromPoint(x, y);
        return found?.shadowRoot ? find(found.shadowRoot, x, y) ?? found : found;
    };
    const points = rest[0], [first] = points, target = find(document, ...first), pointerId = 77;
    const capture = Element.prototype.setPointerCapture;
    // The browser itself knows of no such pointer.
    Element.prototype.setPointerCapture = function (id) { if (id !== pointerId) capture.call(this, id); };
    const tell = (type, [clientX, clientY], pressed, Kind = PointerEvent) => target.dispatchEvent(new Kind(type, {
        clientX, clientY, pointerId, pointerType: "touch", isPrimary: true, button: type === "pointermove" ? -1 : 0,
        buttons: pressed ? 1 : 0, bubbles: true, composed: true, cancelable: true, view: window,
    }));
    return (async () => {
        tell("pointerdown", first, true);
        for (const point of points.slice(1)) {
            await new Promise((done) => requestAnimationFrame(done));
            tell("pointermove", point, true);
        }
        tell("pointerup", points.at(-1), false);
        if (points.length === 1) tell("click", first, false);
        Element.prototype.setPointerCapture = capture;
    })();
"#;

/// Firefox's finger is at a point of its screen, in pixels, or is lifted there, as the system would tell of it: what its
/// driver sends goes to the page alone, and scrolls nothing.
const TOUCH: &str = "
    const [[x, y], down] = rest;
    const [contact, remove] = [2, 4];
    Services.wm.getMostRecentWindow('navigator:browser').windowUtils.sendNativeTouchPoint(1, down ? contact : remove, Math.round(x), Math.round(y), 1, 90, null);
";

async fn act(client: &Client, actions: impl Into<Actions>) -> Result<()> {
    Ok(client.perform_actions(actions).await?)
}

impl Page {
    /// Moves the mouse to a point of the window.
    pub async fn point_at(&self, point: Point) -> Result<()> {
        act(self.client(), mouse().then(to(point))).await
    }

    /// Clicks at a point of the window.
    pub async fn click_at(&self, point: Point) -> Result<()> {
        act(self.client(), mouse().then(to(point)).then(DOWN).then(UP)).await
    }

    /// Clicks in the middle of an element, after scrolling it into view.
    pub async fn click(&self, selector: &str) -> Result<()> {
        let bounds = self.reach(selector).await?;
        self.click_at(bounds.centre()).await
    }

    /// Taps with a finger at a point of the window. The screen must be one that is touched.
    pub async fn tap_at(&self, point: Point) -> Result<()> {
        self.touch(&[point]).await
    }

    /// Presses the mouse at the first point, moves it to the last in `steps` frames and lets go.
    pub async fn drag(&self, from: Point, end: Point, steps: u32) -> Result<()> {
        self.hold(from, end, steps).await?;
        self.release().await
    }

    /// The same without letting go, to look at the page meanwhile.
    pub async fn hold(&self, from: Point, end: Point, steps: u32) -> Result<()> {
        let start = mouse().then(to(from)).then(DOWN);
        act(self.client(), way(from, end, steps).fold(start, |actions, point| actions.then(to(point)))).await
    }

    /// Moves the mouse on, in `steps` frames, with the button as it is.
    pub async fn move_on(&self, from: Point, end: Point, steps: u32) -> Result<()> {
        act(self.client(), way(from, end, steps).fold(mouse(), |actions, point| actions.then(to(point)))).await
    }

    /// Lets the mouse button go.
    pub async fn release(&self) -> Result<()> {
        act(self.client(), mouse().then(UP)).await
    }

    /// Draws a finger over the screen. The screen must be one that is touched.
    pub async fn swipe(&self, from: Point, end: Point, steps: u32) -> Result<()> {
        if self.engine() == Engine::Webkit && (end.1 - from.1).abs() > (end.0 - from.0).abs() {
            return Err(left_out("pointer events made by a script scroll nothing, and WebKitWebDriver knows no touch"));
        }
        let points: Vec<Point> = std::iter::once(from).chain(way(from, end, steps)).collect();
        self.touch(&points).await
    }

    /// A finger that comes down at the first point, goes over the others and is lifted at the last.
    async fn touch(&self, points: &[Point]) -> Result<()> {
        match self.engine() {
            Engine::Chromium => {
                let (first, rest) = points.split_first().context("a finger is somewhere")?;
                let down = finger().then(to(*first)).then(DOWN);
                let moved = rest.iter().fold(down, |actions, &point| actions.then(to(point)));
                act(self.client(), moved.then(UP)).await
            }
            Engine::Firefox => {
                let origin = self.eval("[mozInnerScreenX, mozInnerScreenY, devicePixelRatio]").await?;
                let [left, top, ratio]: [f64; 3] = serde_json::from_value(origin).context("three numbers")?;
                let points: Vec<Point> = points.iter().map(|(x, y)| ((left + x) * ratio, (top + y) * ratio)).collect();
                for point in &points {
                    self.in_firefox(TOUCH, vec![json!(point), json!(true)]).await?;
                }
                self.in_firefox(TOUCH, vec![json!(points.last()), json!(false)]).await.map(drop)
            }
            Engine::Webkit => self.script(FINGER, vec![json!(points)]).await.map(drop),
        }
    }

    /// Gives an element the focus and presses a key there.
    pub async fn press(&self, selector: &str, key: impl Into<char>) -> Result<()> {
        self.focus(selector).await?;
        self.key(key).await
    }

    /// Presses a key wherever the focus is.
    pub async fn key(&self, key: impl Into<char>) -> Result<()> {
        self.keys(&[key.into()]).await
    }

    /// Presses keys one after the other wherever the focus is.
    pub async fn keys(&self, keys: &[char]) -> Result<()> {
        let actions = keys.iter().fold(KeyActions::new("keys".into()), |actions, &value| {
            actions.then(KeyAction::Down { value }).then(KeyAction::Up { value })
        });
        act(self.client(), actions).await
    }

    /// Presses a key while others are held, such as Shift and Tab.
    pub async fn chord(&self, held: Key, key: impl Into<char>) -> Result<()> {
        let (held, key): (char, char) = (held.into(), key.into());
        let actions = KeyActions::new("keys".into())
            .then(KeyAction::Down { value: held })
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key })
            .then(KeyAction::Up { value: held });
        act(self.client(), actions).await
    }

    /// Types a text wherever the focus is.
    pub async fn type_text(&self, text: &str) -> Result<()> {
        self.keys(&text.chars().collect::<Vec<_>>()).await
    }
}
