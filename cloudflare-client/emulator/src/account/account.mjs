import { hexId } from "./identity.mjs";
import { Script } from "./script.mjs";

/**
 * @typedef {import("./model.mjs").Namespace} Namespace
 * @typedef {import("./model.mjs").Bucket} Bucket
 * @typedef {import("./model.mjs").Database} Database
 * @typedef {import("./model.mjs").Workflow} Workflow
 */

/** What the one account has. Contents of KV, R2, D1 and Workflows are held by the runtime, secrets by the vault. */
export class Account {
  name = "This Computer";
  /** @type {string | null} */
  subdomain = "arcrun";
  /** @type {Map<string, Script>} by name */
  scripts = new Map();
  /** @type {Map<string, Namespace>} by id */
  namespaces = new Map();
  /** @type {Map<string, Bucket>} by name */
  buckets = new Map();
  /** @type {Map<string, Database>} by UUID */
  databases = new Map();
  /** @type {Map<string, Workflow>} by name */
  workflows = new Map();

  /** @param {string} [id] */
  constructor(id = hexId()) {
    this.id = id;
  }

  /** Reads what {@link toJSON} wrote. @param {any} stored @returns {Account} */
  static from(stored) {
    const account = new Account(stored.id);
    account.name = stored.name;
    account.subdomain = stored.subdomain;
    account.scripts = keyed(stored.scripts.map(Script.from), "name");
    account.namespaces = keyed(stored.namespaces, "id");
    account.buckets = keyed(
      stored.buckets.map((/** @type {Bucket} */ bucket) => ({
        ...bucket,
        jurisdiction: bucket.jurisdiction ?? "default",
      })),
      "name",
    );
    account.databases = keyed(stored.databases, "uuid");
    account.workflows = keyed(stored.workflows, "name");
    return account;
  }

  toJSON() {
    const { id, name, subdomain } = this;
    return {
      id,
      name,
      subdomain,
      scripts: [...this.scripts.values()],
      namespaces: [...this.namespaces.values()],
      buckets: [...this.buckets.values()],
      databases: [...this.databases.values()],
      workflows: [...this.workflows.values()],
    };
  }
}

/** @template T @param {T[]} items @param {keyof T} key @returns {Map<string, T>} */
function keyed(items, key) {
  return new Map(items.map((item) => [String(item[key]), item]));
}
