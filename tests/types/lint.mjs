// The scripts compute no date, no colour and no coordinate: those are the core's. `node lint.mjs FOLDER` looks for
// arithmetic and colours in all scripts of a folder. A line that needs one says why it is not of the picture:
// `// not of the picture: …` on it or above it, in a sheet of styles `/* not of the picture: … */`.
import { readdirSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";

const ALLOWED = /not of the picture: \S.{7,}/;
const COLOUR = /#(?:[\da-f]{8}|[\da-f]{6}|[\da-f]{3,4})\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\(/i;
const ARITHMETIC = new Set([
  ts.SyntaxKind.MinusToken, ts.SyntaxKind.AsteriskToken, ts.SyntaxKind.SlashToken, ts.SyntaxKind.PercentToken, ts.SyntaxKind.AsteriskAsteriskToken,
  ts.SyntaxKind.MinusEqualsToken, ts.SyntaxKind.AsteriskEqualsToken, ts.SyntaxKind.SlashEqualsToken, ts.SyntaxKind.PercentEqualsToken,
  ts.SyntaxKind.AsteriskAsteriskEqualsToken, ts.SyntaxKind.LessThanLessThanToken, ts.SyntaxKind.GreaterThanGreaterThanToken,
  ts.SyntaxKind.GreaterThanGreaterThanGreaterThanToken,
]);
const SUMS = new Set([ts.SyntaxKind.PlusToken, ts.SyntaxKind.PlusEqualsToken]);
const STEPS = new Set([ts.SyntaxKind.PlusPlusToken, ts.SyntaxKind.MinusMinusToken]);

/** All that is found in some scripts, as `name:line: what`. */
export function lint(files, options) {
  const program = ts.createProgram(files, { allowJs: true, checkJs: true, noEmit: true, target: ts.ScriptTarget.ES2024,
    module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, strict: true, ...options });
  const checker = program.getTypeChecker();
  return files.flatMap((file) => findings(program.getSourceFile(file), checker));
}

function findings(source, checker) {
  const lines = source.text.split("\n");
  const used = new Set();
  const found = [];
  const report = (position, what) => {
    const line = source.getLineAndCharacterOfPosition(position).line;
    const excuse = [line, line - 1].find((at) => ALLOWED.test(lines[at] ?? ""));
    if (excuse === undefined) found.push(`${basename(source.fileName)}:${line + 1}: ${what}`);
    else used.add(excuse);
  };
  const visit = (node) => {
    const what = fault(node, checker);
    if (what) report(node.operatorToken?.getStart(source) ?? node.getStart(source), what);
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      let start = node.getStart(source);
      for (const line of node.getText(source).split("\n")) {
        const colour = COLOUR.exec(line);
        if (colour) report(start + colour.index, `the colour ${colour[0]}`);
        start += line.length + 1;
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  lines.forEach((line, index) => {
    if (/not of the picture/.test(line) && !used.has(index)) found.push(`${basename(source.fileName)}:${index + 1}: an excuse for nothing, or without a reason`);
  });
  return found;
}

/** What is wrong with an expression, if anything is. */
function fault(node, checker) {
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    const number = (side) => (checker.getTypeAtLocation(side).flags & (ts.TypeFlags.NumberLike | ts.TypeFlags.BigIntLike | ts.TypeFlags.Any)) !== 0;
    if (ARITHMETIC.has(kind) || (SUMS.has(kind) && number(node.left) && number(node.right))) return `arithmetic, ${node.operatorToken.getText()}`;
  }
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    const counter = ts.isForStatement(node.parent) && node.parent.incrementor === node;
    if (STEPS.has(node.operator) && !counter) return "arithmetic, a step that is not a loop's";
    if (node.operator === ts.SyntaxKind.MinusToken && !ts.isNumericLiteral(node.operand) && node.operand.getText() !== "Infinity") return "arithmetic, -";
  }
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
    if (node.expression.getText() === "Math") return node.getText();
  }
  return undefined;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const folder = resolve(process.argv[2] ?? ".");
  const files = readdirSync(folder).filter((name) => name.endsWith(".js")).map((name) => join(folder, name));
  const found = lint(files);
  for (const line of found) console.error(line);
  if (found.length) console.error(`The scripts compute what is the core's, in ${found.length} places.`);
  process.exit(found.length ? 1 : 0);
}
