import { createHash, randomUUID } from "node:crypto";
import { hexId } from "../account/identity.mjs";
import { ApiError } from "../http/api-error.mjs";

/**
 * @typedef {object} Import
 * @property {string} filename
 * @property {string} database
 * @property {string} etag MD5 of the file, hexadecimal
 * @property {string} upload secret part of the upload's address
 * @property {Buffer} [content]
 */

const KEPT = 8;

/** SQL files on their way into databases: announced, uploaded, then read by `ingest`. In memory. */
export class Imports {
  /** @type {Map<string, Import>} by file name, oldest first */
  #imports = new Map();

  /** @param {string} database @param {string} etag @returns {Import} */
  announce(database, etag) {
    const announced = { filename: `${randomUUID()}.sql`, database, etag, upload: hexId() };
    this.#imports.set(announced.filename, announced);
    for (const [filename] of [...this.#imports].slice(0, -KEPT)) this.#imports.delete(filename);
    return announced;
  }

  /** Whether a file was announced there. @param {string} upload */
  awaits(upload) {
    return this.#announced(upload) !== undefined;
  }

  /** @param {string} upload @param {Buffer} content @returns {string} the content's MD5 */
  receive(upload, content) {
    const announced = this.#announced(upload);
    if (announced) announced.content = content;
    return createHash("md5").update(content).digest("hex");
  }

  /** @param {string} upload */
  #announced(upload) {
    return [...this.#imports.values()].find((candidate) => candidate.upload === upload);
  }

  /** @param {string} database @param {string} filename @param {string} etag @returns {string} the SQL */
  take(database, filename, etag) {
    const announced = this.#imports.get(filename);
    if (!announced?.content || announced.database !== database || announced.etag !== etag) {
      throw new ApiError(400, 7400, "This file was not uploaded for this database.");
    }
    if (createHash("md5").update(announced.content).digest("hex") !== etag) {
      throw new ApiError(400, 7400, "The uploaded file differs from the announced one.");
    }
    this.#imports.delete(filename);
    return announced.content.toString("utf8");
  }
}
