import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * When a process started, in words that are the same at every look and differ for another process of the same id.
 *
 * @param {number} id
 * @returns {string | undefined} undefined where it can't be known, as on Windows
 */
export function processStart(id) {
  try {
    return process.platform === "linux" ? fromProc(id) : fromPs(id);
  } catch {
    return undefined;
  }
}

/** Ticks since the computer was started, and which start that was. @param {number} id */
function fromProc(id) {
  const stat = readFileSync(`/proc/${id}/stat`, "utf8");
  const ticks = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  return `${ticks} ${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}`;
}

/** @param {number} id */
function fromPs(id) {
  const env = { ...process.env, LC_ALL: "C", TZ: "UTC" };
  const words = ["-p", String(id), "-o", "lstart="];
  return execFileSync("ps", words, { encoding: "utf8", env, stdio: ["ignore", "pipe", "ignore"] }).trim() || undefined;
}
