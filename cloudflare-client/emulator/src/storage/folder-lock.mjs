import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from "node:fs";
import { isRunning } from "../parent.mjs";
import { processStart } from "./process-start.mjs";

/** How long after its creation an empty lock may belong to a process that is about to fill it, in milliseconds. */
const FILLING = 2000;

/**
 * Takes a lock file for this process, or says who has it. A lock names its process by id and start: an id alone is
 * another program's after the computer was started again.
 *
 * @param {string} file
 * @param {() => void} onStale called before a lock that nobody holds is taken over
 * @returns {number | undefined} the process that has it, 0 if it didn't say yet; undefined: this one does now
 */
export function takeLock(file, onStale) {
  for (;;) {
    try {
      const descriptor = openSync(file, "wx", 0o600);
      writeSync(descriptor, `${process.pid} ${processStart(process.pid) ?? ""}`.trim());
      closeSync(descriptor);
      return undefined;
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
      const holder = holderOf(file);
      if (holder !== undefined) return holder;
      onStale();
      rmSync(file, { force: true });
    }
  }
}

/** @param {string} file @returns {number | undefined} undefined: nobody holds it any more */
function holderOf(file) {
  const text = readFileSync(file, "utf8");
  if (text === "") return Date.now() - statSync(file).mtimeMs < FILLING ? 0 : undefined;
  const [, digits, start = ""] = /^(\d+)(?: (.+))?$/.exec(text) ?? [];
  const id = Number(digits);
  if (!(id > 0) || !isRunning(id)) return undefined;
  return start === "" || start === (processStart(id) ?? start) ? id : undefined;
}
