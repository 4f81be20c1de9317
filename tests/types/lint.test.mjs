// The lint finds each fault that is planted, and nothing in what may be written.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lint } from "./lint.mjs";

const FAULTS = [
  "const left = box.right - box.left;",
  "const next = year + 1;",
  "let at = year; at += 10;",
  "const share = year / 100;",
  "const place = year % 12;",
  "const area = year ** 2;",
  "const half = year >> 1;",
  "const back = -year;",
  "let count = 0; count++;",
  "const near = Math.round(year);",
  "const whole = Math['floor'](year);",
  "const ally = '#00647d';",
  "const foe = `light-dark(rgb(168 20 15), white)`;",
  "const css = `a { color: #fff; }\n.b { color: #123456; }`;",
  "const later = year + 1; // not of the picture: no",
  "// not of the picture: nothing needs this reason\n\nconst sum = year + 1;",
];
const CLEAN = [
  "const words = 'in ' + year;",
  "const words = `${year}: ${box.left}px`;",
  "for (let index = 0; index < 3; index++) void index;",
  "const low = -1, end = -Infinity;",
  "const link = '#year=1972', id = '#found';",
  "const far = box.left - 8; // not of the picture: how far a pointer has gone",
  "// not of the picture: the ground of a dialog\nconst shade = 'rgb(0 0 0 / 0.5)';",
  "const css = `a {\n  color: #fff; /* not of the picture: the page around it */\n}`;",
  "if (year >= 1950 && year <= box.left) void year;",
];

const folder = mkdtempSync(join(tmpdir(), "detente-lint-"));
try {
  const files = (list, name) => list.map((text, index) => {
    const file = join(folder, `${name}${index}.js`);
    writeFileSync(file, `export const year = Number("1972");\nexport const box = { left: year, right: year };\n${text}\n`);
    return file;
  });
  const [faults, clean] = [files(FAULTS, "fault"), files(CLEAN, "clean")];
  const found = lint([...faults, ...clean]);
  FAULTS.forEach((text, index) => assert(found.some((line) => line.startsWith(`fault${index}.js:`)), `not found: ${text}`));
  assert.deepEqual(found.filter((line) => line.startsWith("clean")), []);
  // Each line of a sheet is looked at by itself.
  assert.equal(found.filter((line) => line.startsWith(`fault${FAULTS.findIndex((text) => text.startsWith("const css"))}.js:`)).length, 2);
} finally {
  rmSync(folder, { recursive: true });
}
console.log(`The lint finds all ${FAULTS.length} planted faults.`);
