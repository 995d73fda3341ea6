import { mkdtempSync, readFileSync, rmSync, openSync, writeSync, closeSync, existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Account } from "../account/account.mjs";
import { Blobs } from "./blobs.mjs";
import { privateFolder, writePrivate } from "./private-files.mjs";
import { isRunning } from "../parent.mjs";

/** The state folder can't be used: what is wrong and what to do. */
export class StateError extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = "StateError";
  }
}

const FORMAT = 1;

/**
 * Where an emulator keeps its account: `account.json`, `modules/`, and `runtime/` with what KV, R2, D1 and Workflows
 * hold. No secret is ever written here. One process at a time uses a folder.
 */
export class StateFolder {
  #temporary;
  #lastSaved = "";

  /** @param {string} folder @param {boolean} temporary removed when closed */
  constructor(folder, temporary) {
    this.path = folder;
    this.#temporary = temporary;
    privateFolder(folder);
    this.#lock();
    this.runtime = join(folder, "runtime");
    privateFolder(this.runtime);
    this.blobs = new Blobs(join(folder, "modules"));
  }

  /** @param {string} [folder] without it a temporary one @returns {StateFolder} */
  static open(folder) {
    return folder === undefined
      ? new StateFolder(mkdtempSync(join(tmpdir(), "arcrun-cloudflare-")), true)
      : new StateFolder(folder, false);
  }

  /** @returns {Account} the one written here, or a new one */
  load() {
    const file = this.#file("account.json");
    if (!existsSync(file)) return new Account();
    const stored = parsed(file);
    if (stored.format !== FORMAT) {
      throw new StateError(
        `${file} has format ${stored.format}; this emulator reads format ${FORMAT}. Choose another --state folder.`,
      );
    }
    const account = Account.from(stored.account);
    this.blobs.keepOnly(
      new Set(
        [...account.scripts.values()].flatMap((script) =>
          script.versions.flatMap((version) => version.modules.map((module) => module.sha256)),
        ),
      ),
    );
    return account;
  }

  /** Writes the account if it changed. @param {Account} account */
  save(account) {
    const text = JSON.stringify({ format: FORMAT, account });
    if (text === this.#lastSaved) return;
    writePrivate(this.#file("account.json"), text);
    this.#lastSaved = text;
  }

  /**
   * Writes a small file for the owner's eyes.
   *
   * @param {string} name
   * @param {string} content
   * @returns {string} its path
   */
  write(name, content) {
    writePrivate(this.#file(name), content);
    return this.#file(name);
  }

  /** Lets the folder go. */
  close() {
    if (this.#temporary) rmSync(this.path, { recursive: true, force: true, maxRetries: 5 });
    else for (const name of ["lock", "token", "running.json"]) rmSync(this.#file(name), { force: true });
  }

  #lock() {
    const file = this.#file("lock");
    for (;;) {
      try {
        const descriptor = openSync(file, "wx", 0o600);
        writeSync(descriptor, String(process.pid));
        closeSync(descriptor);
        return;
      } catch (error) {
        if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
        const owner = Number(readFileSync(file, "utf8"));
        if (owner !== process.pid && isRunning(owner)) {
          throw new StateError(
            `Another emulator (process ${owner}) uses ${this.path}. Stop it, or choose another --state folder.`,
          );
        }
        if (owner === process.pid) throw new StateError(`This process already uses ${this.path}.`);
        rmSync(file, { force: true });
      }
    }
  }

  /** @param {string} name */
  #file(name) {
    return join(this.path, name);
  }
}

/** @param {string} file */
function parsed(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new StateError(
      `${file} can't be read. Choose another --state folder, or remove it to start with an empty account.`,
    );
  }
}
