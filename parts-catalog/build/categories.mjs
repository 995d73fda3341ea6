// Writes lib/category-runs.ts: Unicode's general categories as runs of code points, from this Node's Unicode tables.
// Run by hand when a new Unicode version should be used; the file is committed.
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const CATEGORIES = "Cn Cc Cf Co Cs Ll Lm Lo Lt Lu Mc Me Mn Nd Nl No Pc Pd Pe Pf Pi Po Ps Sc Sk Sm So Zl Zp Zs".split(" ");
const patterns = CATEGORIES.map((name) => new RegExp(`^\\p{${name}}$`, "u"));
const categoryOf = (point) => patterns.findIndex((pattern) => pattern.test(String.fromCodePoint(point)));

const bytes = [];
function add(category, length) {
  let rest = length - 1;
  bytes.push(category | (Math.min(rest, 7) << 5));
  if (rest < 7) return;
  rest -= 7;
  for (; rest > 127; rest >>= 7) bytes.push((rest & 127) | 128);
  bytes.push(rest);
}

let start = 0;
let runs = 0;
let category = categoryOf(0);
for (let point = 1; point <= 0x110000; point++) {
  const next = point === 0x110000 ? -1 : categoryOf(point);
  if (next === category) continue;
  add(category, point - start);
  runs++;
  start = point;
  category = next;
}

const lines = [];
for (let i = 0; i < bytes.length; i += 40) lines.push("  " + bytes.slice(i, i + 40).join(", ") + ",");
const lib = join(dirname(dirname(fileURLToPath(import.meta.url))), "lib");
writeFileSync(
  join(lib, "category-runs.ts"),
  `// General categories of Unicode ${process.versions.unicode}, made by build/categories.mjs. A run: category in the low five
// bits, length less one in the high three; 7 there means that the rest follows, seven bits a byte, low ones first.

export const RUN_COUNT = ${runs};
export const RUN_BYTES: usize = ${bytes.length};
export const RUNS: usize = memory.data<u8>([
${lines.join("\n")}
]);
`,
);
console.log(`${runs} runs, ${bytes.length} bytes, Unicode ${process.versions.unicode}`);
