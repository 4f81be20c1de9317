// What a page may write with the types, and what they must refuse. Checked by `cargo xtask test --only hosts`.
import "detente-view/define";
import { DetenteViewElement, type DetenteTheme, type DetenteViewName, type DetenteYear } from "detente-view";

/** Both ways, so that neither a wider nor a narrower type goes through. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function same<A, B>(_: Same<A, B>): void {}

const made = document.createElement("detente-view");
same<typeof made, DetenteViewElement>(true);
const found = document.querySelector("detente-view");
same<typeof found, DetenteViewElement | null>(true);
const view: DetenteViewElement = made;

same<typeof view.src, string>(true);
same<typeof view.data, import("detente-view").DetenteData | undefined>(true);
same<typeof view.year, number | string | undefined>(true);
same<typeof view.focusId, string>(true);
same<typeof view.compared, number | string | undefined>(true);
same<typeof view.view, DetenteViewName>(true);
same<typeof view.theme, DetenteTheme>(true);
same<typeof view.lang, string>(true);
same<typeof view.controls, "full" | "none">(true);
same<typeof view.autoplay, boolean>(true);
same<typeof view.loop, boolean>(true);
same<typeof view.speed, number>(true);
same<typeof view.paused, boolean>(true);
same<ReturnType<typeof view.play>, void>(true);
same<ReturnType<typeof view.pause>, void>(true);
same<Parameters<typeof view.playFrom>, [from: DetenteYear, to: DetenteYear]>(true);
same<ReturnType<typeof view.printout>, string>(true);

view.year = 1972;
view.year = "1972";
view.year = "1914-07";
view.year = undefined;
view.focusId = "CHN-KOR";
view.compared = null;
view.focus({ preventScroll: true });
// @ts-expect-error a year is a whole number
view.year = "soon";
// @ts-expect-error there is no such view
view.view = "globe";
// @ts-expect-error there is no such theme
view.theme = "sepia";
// @ts-expect-error a switch is on or off
view.loop = "yes";
// @ts-expect-error whether it stands still is asked, not told
view.paused = true;
// @ts-expect-error it goes from one year to another
view.playFrom(1950);
// @ts-expect-error `focus` is a method
view.focus = "KOR";
// @ts-expect-error there is no such property
view.zoom = 2;

view.addEventListener("ready", (event) => same<typeof event.detail.year, number | string>(true));
view.addEventListener("yearchange", (event) => same<typeof event.detail.year, number | string>(true));
view.addEventListener("focuschange", (event) => same<typeof event.detail.focus, string>(true));
view.addEventListener("comparechange", (event) => same<typeof event.detail.compare, number | string | undefined>(true));
view.addEventListener("eventselect", ({ detail }) => same<typeof detail, import("detente-view").DetenteEventDetail>(true));
view.addEventListener("error", (event) => same<typeof event.detail.report, string>(true), { once: true });
view.addEventListener("keydown", (event) => same<typeof event, KeyboardEvent>(true));
view.addEventListener("some-other", () => {});
// @ts-expect-error the detail has no such field
view.addEventListener("yearchange", (event) => event.detail.month);
// @ts-expect-error years are told by their number, months and days as text
view.addEventListener("yearchange", (event) => event.detail.year.toUpperCase());
const listener = (event: CustomEvent<{ readonly year: number | string }>): void => void event.detail.year;
view.addEventListener("yearchange", listener);
view.removeEventListener("yearchange", listener);

class Mine extends DetenteViewElement {}
customElements.define("my-view", Mine);
