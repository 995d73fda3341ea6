import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The text of one of the emulator's own workers in `workers/`. @param {string} name @returns {string} */
export function workerSource(name) {
  return readFileSync(new URL(`workers/${name}.worker.mjs`, import.meta.url), "utf8");
}

/** miniflare's workflow engine, which it keeps as a module for workerd beside its own code. @returns {string} */
export function workflowEngineSource() {
  const miniflare = createRequire(import.meta.url).resolve("miniflare");
  return readFileSync(join(dirname(miniflare), "workers/workflows/binding.worker.js"), "utf8");
}
