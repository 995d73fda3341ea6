import { existsSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { privateFolder, writePrivate } from "./private-files.mjs";

/** Contents of modules by their SHA-256: versions share what they have in common. */
export class Blobs {
  #folder;

  /** @param {string} folder */
  constructor(folder) {
    this.#folder = folder;
    privateFolder(folder);
  }

  /** @param {string} sha256 @param {Uint8Array} content @returns {boolean} whether it is new here */
  put(sha256, content) {
    if (this.has(sha256)) return false;
    writePrivate(this.#file(sha256), content);
    return true;
  }

  /** @param {string} sha256 */
  has(sha256) {
    return existsSync(this.#file(sha256));
  }

  /** @param {string} sha256 */
  remove(sha256) {
    rmSync(this.#file(sha256), { force: true });
  }

  /** @param {string} sha256 @returns {Buffer} */
  get(sha256) {
    return readFileSync(this.#file(sha256));
  }

  /** Removes what no version uses. @param {Set<string>} used */
  keepOnly(used) {
    for (const name of readdirSync(this.#folder)) if (!used.has(name)) rmSync(join(this.#folder, name));
  }

  /** @param {string} sha256 */
  #file(sha256) {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new TypeError("A blob is named by its SHA-256");
    return join(this.#folder, sha256);
  }
}
