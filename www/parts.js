// The parts of a view that its first frame needs: what each may ask of the host, and in which order they stand.
import { Controls } from "./controls.js";
import { h } from "./dom.js";
import { Now } from "./now.js";
import { paint } from "./paint.js";
import { network as networkName, networkKeys, networkKind } from "./messages-first.js";
import { listenToPointer } from "./pointing.js";
import { Surface } from "./surface.js";
import { sketch } from "./vector.js";

/**
 * What the parts ask for.
 * @typedef {object} Hosts
 * @property {import("./controls.js").ControlsHost} controls
 * @property {import("./pointing.js").PointingHost} pointing
 * @property {(event: KeyboardEvent) => void} keys
 */

/** @typedef {ReturnType<typeof build>} Parts */

/**
 * Gives the element its shadow root and its first parts.
 * @param {import("./element.js").DetenteViewElement} view
 * @param {Hosts} hosts
 */
export function build(view, hosts) {
  const root = view.attachShadow({ mode: "open" });
  const rings = h("div", { className: "rings", "aria-hidden": "true" });
  const marks = h("canvas", { className: "marks", part: "canvas", tabIndex: 0, role: "application",
    "aria-label": networkName, "aria-roledescription": networkKind, "aria-describedby": "description keys" });
  const tip = h("div", { className: "tip", part: "tip", hidden: true });
  const network = h("div", { className: "net", part: "network" }, rings, marks, tip);
  const stage = h("div", { className: "stage" }, network);
  // The core draws on it from the beginning, the late part gives it its place.
  const timeline = h("canvas", {});
  const description = h("p", { id: "description", className: "sr" });
  const status = h("p", { className: "sr", role: "status" });
  const message = h("div", { className: "message", part: "message", role: "alert", hidden: true });
  const controls = new Controls(hosts.controls);
  const now = new Now();
  // The search comes late, its place does not move what is there.
  const search = h("div", { className: "search", role: "search" });
  listenToPointer(marks, hosts.pointing);
  const whole = h("div", { className: "view", part: "view", hidden: true });
  whole.append(stage, controls.element, search, now.element, description, h("p", { id: "keys", className: "sr" }, networkKeys), status);
  root.append(h("slot", {}), message, whole);
  root.addEventListener("keydown", (event) => hosts.keys(/** @type {KeyboardEvent} */ (event)));
  const surfaces = {
    rings: new Surface(rings, sketch),
    marks: new Surface(marks, (canvas, ...list) => paint(canvas.getContext("2d"), ...list)),
    strip: new Surface(controls.strip, sketch),
  };
  return { root, whole, stage, network, marks, tip, timeline, description, status, message, controls, now, search, surfaces };
}
