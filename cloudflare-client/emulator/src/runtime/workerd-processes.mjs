import { ChildProcess, execFileSync } from "node:child_process";
import { basename } from "node:path";

/** The workerd processes that this process runs; miniflare keeps them to itself. @returns {ChildProcess[]} */
export function workerdProcesses() {
  const handles = /** @type {unknown[]} */ (/** @type {any} */ (process)._getActiveHandles?.() ?? []);
  return handles.filter((handle) => handle instanceof ChildProcess).filter(({ spawnfile }) => isWorkerd(spawnfile));
}

/**
 * Ends a workerd that outlived the process that started it, which was killed: it would go on running Workflows on the
 * same data. Another program that has its id by now is left alone; so is everything on Windows, where this isn't known.
 *
 * @param {number} id of a process
 */
export function endOrphan(id) {
  try {
    const name = execFileSync("ps", ["-p", String(id), "-o", "comm="], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    if (isWorkerd(name.trim())) process.kill(id, "SIGKILL");
  } catch {
    // No such process, or no `ps`.
  }
}

/** @param {string} file */
function isWorkerd(file) {
  return /^workerd(\.exe)?$/.test(basename(file));
}
