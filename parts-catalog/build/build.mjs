// Builds every part that has an index.ts into its own folder; with --check builds elsewhere and says
// which committed binaries differ from what the source gives. Names after the options limit it to those parts.
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, existsSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";

const here = dirname(fileURLToPath(import.meta.url));
const catalog = dirname(here);
const parts = join(catalog, "parts");
const check = process.argv.includes("--check");
const chosen = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const target = check ? mkdtempSync(join(tmpdir(), "arcrun-parts-")) : undefined;

const LARGEST = 60 * 1024;
const FLAGS = [
  "--runtime", "stub",
  "--exportStart", "_start",
  "--use", "abort=",
  "-O3", "--shrinkLevel", "1", "--converge",
  "--noAssert",
];

const hash = (file) => createHash("sha256").update(readFileSync(file)).digest("hex");

async function build(id) {
  const binary = join(target ?? join(parts, id), `${id}.wasm`);
  const { error, stderr } = await asc.main([join("parts", id, "index.ts"), "--baseDir", catalog, "--outFile", binary, ...FLAGS]);
  if (error) throw new Error(`${id}: ${error.message}\n${stderr.toString()}`);
  const size = readFileSync(binary).length;
  if (size > LARGEST) throw new Error(`${id}: ${size} bytes, more than ${LARGEST}`);
  if (!check) {
    console.log(`${id}: ${size} bytes`);
    return true;
  }
  const committed = join(parts, id, `${id}.wasm`);
  const same = existsSync(committed) && hash(committed) === hash(binary);
  if (!same) console.error(`${id}: the committed binary is not what the source gives; run "npm run build" and commit it`);
  return same;
}

const ids = readdirSync(parts).filter((id) => existsSync(join(parts, id, "index.ts")));
for (const id of chosen) if (!ids.includes(id)) throw new Error(`there is no part "${id}" with an index.ts`);
let different = 0;
try {
  for (const id of chosen.length > 0 ? chosen : ids) if (!(await build(id))) different++;
} finally {
  if (target) rmSync(target, { recursive: true });
}
if (check && different === 0) console.log("every committed binary is what its source gives");
process.exitCode = different === 0 ? 0 : 1;
