import { mkdtempSync, readFileSync, rmSync, existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Account } from "../account/account.mjs";
import { Blobs } from "./blobs.mjs";
import { takeLock } from "./folder-lock.mjs";
import { privateFolder, writePrivate } from "./private-files.mjs";
import { endOrphan } from "../runtime/workerd-processes.mjs";

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

  /** @param {string} [folder] without it a temporary one @returns {StateFolder} @throws {StateError} */
  static open(folder) {
    if (folder === undefined) return new StateFolder(mkdtempSync(join(tmpdir(), "arcrun-cloudflare-")), true);
    try {
      return new StateFolder(folder, false);
    } catch (error) {
      throw error instanceof StateError ? error : unusable(folder, error);
    }
  }

  /** @returns {Account} the one written here, or a new one @throws {StateError} */
  load() {
    const file = this.#file("account.json");
    if (!existsSync(file)) return new Account();
    const stored = parsed(file);
    if (stored?.format !== FORMAT) {
      throw new StateError(
        `${file} has format ${stored?.format}; this emulator reads format ${FORMAT}. Choose another --state folder.`,
      );
    }
    try {
      const account = Account.from(stored.account);
      this.#checkModules(account);
      return account;
    } catch (error) {
      throw error instanceof TypeError ? unreadable(file) : error;
    }
  }

  /** Removes modules that no version uses; none may be missing. @param {Account} account */
  #checkModules(account) {
    const used = new Set();
    for (const { name, versions } of account.scripts.values()) {
      for (const { sha256 } of versions.flatMap(({ modules }) => modules)) {
        used.add(sha256);
        if (this.blobs.has(sha256)) continue;
        throw new StateError(
          `${join(this.path, "modules")} lacks a module of the Worker '${name}'. Restore the folder, or choose another --state folder.`,
        );
      }
    }
    this.blobs.keepOnly(used);
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
    else for (const name of ["lock", "token", "running.json", "workerd"]) rmSync(this.#file(name), { force: true });
  }

  #lock() {
    const holder = takeLock(this.#file("lock"), () => this.#endOrphans());
    if (holder === undefined) return;
    throw new StateError(
      holder === process.pid
        ? `This process already uses ${this.path}.`
        : `Another emulator${holder > 0 ? ` (process ${holder})` : ""} uses ${this.path}. Stop it, or choose another --state folder.`,
    );
  }

  /** The emulator before was killed: its workerd may still be at work here. */
  #endOrphans() {
    const file = this.#file("workerd");
    if (!existsSync(file)) return;
    for (const id of readFileSync(file, "utf8").split(" ").map(Number))
      if (Number.isInteger(id) && id > 1) endOrphan(id);
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
    throw unreadable(file);
  }
}

/** @param {string} file */
function unreadable(file) {
  return new StateError(
    `${file} can't be read. Choose another --state folder, or remove it to start with an empty account.`,
  );
}

/** @param {string} folder @param {unknown} error of the file system, or what is wrong */
export function unusable(folder, error) {
  const reason = error instanceof Error ? error.message : String(error);
  return new StateError(`The state folder ${folder} can't be used: ${reason}. Choose another --state folder.`);
}
