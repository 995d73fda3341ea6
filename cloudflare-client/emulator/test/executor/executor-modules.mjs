import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { withText, write } from "../../../../engine/worker/test/support/guests.js";
import { WasmModuleBuilder } from "../../../../engine/worker/test/support/wasm-module-builder.js";

const WORKER = fileURLToPath(new URL("../../../../engine/worker", import.meta.url));
const CATALOG = fileURLToPath(new URL("../../../../parts-catalog", import.meta.url));
const PARTS = join(CATALOG, "parts");
const CONNECTORS = join(CATALOG, "connectors");

/** Own parts: one that never ends, and one that waits for somebody. */
const OWN = {
  loops: new WasmModuleBuilder().memory(1).start((code) => code.loop((c) => c.jump(0))),
  asks: withText('{"success":true,"pending":true,"task_id":"guessed"}').start((code) => write(code, 1)),
};

/**
 * The modules of a deployment as engine/worker/README.md describes it: the executor's sources, the catalog's parts, own parts.
 *
 * @returns {Record<string, string | Uint8Array>} by path
 */
export function executorModules() {
  const sources = files(join(WORKER, "src")).map((path) => [`src/${path}`, readFileSync(join(WORKER, "src", path), "utf8")]);
  const programs = new Map(
    Object.entries(OWN).map(([id, program]) => [id, /** @type {Uint8Array} */ (program.build())]),
  );
  const contracts = Object.keys(OWN).map((id) => ({ canonical_id: id, runtime: "wasm", input_schema: {} }));
  for (const path of files(PARTS)) {
    const [id = ""] = path.split("/");
    if (path === `${id}/contract.yaml`) contracts.push(parse(readFileSync(join(PARTS, path), "utf8")));
    if (path === `${id}/${id}.wasm`) programs.set(id, readFileSync(join(PARTS, path)));
  }
  for (const path of files(CONNECTORS).filter((name) => /^\w+\.yaml$/.test(name))) {
    contracts.push(parse(readFileSync(join(CONNECTORS, path), "utf8")));
  }
  const parts = contracts.map((contract) => {
    const program = programs.get(contract.canonical_id);
    return program ? { contract, sha256: createHash("sha256").update(program).digest("hex") } : { contract };
  });
  return {
    ...Object.fromEntries(sources),
    "parts/index.json": JSON.stringify({ v: 1, parts }),
    ...Object.fromEntries([...programs].map(([id, program]) => [`parts/${id}.wasm`, program])),
  };
}

/** @param {string} folder @returns {string[]} paths below it, with `/` */
function files(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1).replaceAll("\\", "/"));
}
