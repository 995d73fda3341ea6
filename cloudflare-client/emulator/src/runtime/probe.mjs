import { Miniflare } from "miniflare";
import { knownDate, modulesOf } from "./version-options.mjs";
import { quiet } from "./runtime-options.mjs";
import { workerSource } from "./worker-source.mjs";

/** How long the global scope of a script may run, in milliseconds. */
const STARTUP_LIMIT = 10_000;

/**
 * Starts a version in a workerd of its own, as Cloudflare does on upload: syntax errors, missing modules and exceptions
 * of the global scope are found here.
 *
 * @param {import("../account/model.mjs").Version} version
 * @param {import("../storage/blobs.mjs").Blobs} blobs
 * @param {number} [limit] milliseconds
 * @returns {Promise<import("../account/versions.mjs").Probed>}
 */
export async function probe(version, blobs, limit = STARTUP_LIMIT) {
  const modules = modulesOf(version, blobs);
  if (modules[0]?.type !== "ESModule")
    return { error: `The main module "${version.main_module}" must be an ES module.` };
  let stderr = "";
  const started = performance.now();
  const main = {
    type: "ESModule",
    path: "/emulator:probe.mjs",
    contents: workerSource("probe").replace(`"MAIN"`, () => JSON.stringify(`./${version.main_module}`)),
  };
  const miniflare = new Miniflare(
    /** @type {any} */ ({
      ...quiet(),
      /** @param {import("node:stream").Readable} stdout @param {import("node:stream").Readable} errors */
      handleRuntimeStdio(stdout, errors) {
        stdout.resume();
        errors.on("data", (chunk) => (stderr += chunk));
      },
      modulesRoot: "/",
      modules: [main, ...modules],
      compatibilityDate: knownDate(version.compatibility_date),
      compatibilityFlags: version.compatibility_flags,
    }),
  );
  try {
    const found = await withLimit(handlers(miniflare), limit);
    if (found === undefined) return { error: "Script startup exceeded CPU time limit." };
    return { ...found, startup_time_ms: Math.round(performance.now() - started) };
  } catch (error) {
    return { error: startupError(stderr) ?? String(/** @type {Error} */ (error).message) };
  } finally {
    await miniflare.dispose().catch(() => {});
  }
}

/**
 * @param {Miniflare} miniflare
 * @returns {Promise<{ handlers: string[], named_handlers: { name: string, handlers: string[] }[] }>}
 */
async function handlers(miniflare) {
  await miniflare.ready;
  return /** @type {any} */ (await (await miniflare.dispatchFetch("http://probe/")).json());
}

/** @template T @param {Promise<T>} work @param {number} limit @returns {Promise<T | undefined>} */
async function withLimit(work, limit) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = /** @type {Promise<undefined>} */ (
    new Promise((resolve) => (timer = setTimeout(resolve, limit, undefined)))
  );
  work.catch(() => {});
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** What workerd said, without the name it gives the script. @param {string} stderr */
function startupError(stderr) {
  const lines = stderr.split("\n").map((line) => line.trimEnd());
  const first = lines.findIndex((line) => /^service core:user:|Uncaught|Error:/.test(line));
  if (first < 0) return undefined;
  const rest = lines.slice(first + 1);
  const end = rest.findIndex((line) => !/^\s+at /.test(line));
  const said = (lines[first] ?? "").replace(/^service core:user:[^:]*:\s*/, "");
  return [said, ...rest.slice(0, end < 0 ? rest.length : end)].join("\n");
}
