import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync, chmodSync } from "node:fs";

/** Makes a folder that only its owner may enter, and tightens one that exists. @param {string} folder */
export function privateFolder(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
}

/**
 * Replaces a file in one step, readable by its owner alone: a reader sees the old content or the new, never a part.
 *
 * @param {string} file
 * @param {string | Uint8Array} content
 */
export function writePrivate(file, content) {
  const fresh = `${file}.new`;
  const descriptor = openSync(fresh, "w", 0o600);
  try {
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    for (let written = 0; written < bytes.length;) written += writeSync(descriptor, bytes, written);
    fsyncSync(descriptor);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
  chmodSync(fresh, 0o600);
  renameSync(fresh, file);
}

/** Whether there was no room for a file. @param {unknown} error */
export function isDiskFull(error) {
  return ["ENOSPC", "EDQUOT"].includes(/** @type {NodeJS.ErrnoException} */ (error)?.code ?? "");
}
