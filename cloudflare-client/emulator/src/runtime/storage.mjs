/**
 * Sends a command to the front worker; see `workers/storage.worker.mjs`. miniflare's own proxies for bindings aren't
 * used: they block this process while workerd answers, and with it the watchdog.
 *
 * @typedef {(command: { name: string, on: string, args: unknown[] }, body?: Uint8Array | string) => Promise<import("miniflare").Response>} Send
 */

/** A command failed inside workerd: its message is workerd's. */
export class StorageError extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = "StorageError";
  }
}

/** @param {import("miniflare").Response} response @returns {Promise<any>} */
export async function resultOf(response) {
  const { result, error } = /** @type {any} */ (await response.json());
  if (error !== undefined) throw new StorageError(error);
  return result;
}

/** @param {import("miniflare").Response} response @returns {Promise<{ meta: any, bytes: Uint8Array } | null>} null: not found */
async function bytesOf(response) {
  const meta = response.headers.get("x-emulator-meta");
  if (meta === null) return resultOf(response);
  return { meta: JSON.parse(decodeURIComponent(meta)), bytes: new Uint8Array(await response.arrayBuffer()) };
}

/** A KV namespace, as far as the routes use one. @param {Send} send @param {string} on */
export function kvNamespace(send, on) {
  /** @param {string} name @param {unknown[]} args @param {Uint8Array | string} [body] */
  const call = async (name, args, body) => resultOf(await send({ name, on, args }, body));
  return {
    /** @param {string} key @returns {Promise<{ value: Uint8Array, metadata: unknown } | null>} */
    async get(key) {
      const found = await bytesOf(await send({ name: "kvGet", on, args: [key] }));
      return found && { value: found.bytes, metadata: found.meta };
    },
    /** @param {string} key @param {Uint8Array | string} value @param {object} options */
    put: (key, value, options) => call("kvPut", [key, options], value),
    /** @param {string} key */
    delete: (key) => call("kvDelete", [key]),
    /** @param {{ limit?: number, prefix?: string, cursor?: string }} options */
    list: (options) => call("kvList", [options]),
  };
}

/** An R2 bucket, as far as the routes use one. @param {Send} send @param {string} on */
export function r2Bucket(send, on) {
  return {
    /** @param {string} key */
    get: async (key) => bytesOf(await send({ name: "r2Get", on, args: [key] })),
    /** @param {string} key @param {Uint8Array} value @param {object} options */
    put: async (key, value, options) => resultOf(await send({ name: "r2Put", on, args: [key, options] }, value)),
    /** @param {string} key */
    delete: async (key) => resultOf(await send({ name: "r2Delete", on, args: [key] })),
    /** @param {{ limit?: number, prefix?: string, cursor?: string, delimiter?: string, include?: string[] }} options */
    list: async (options) => resultOf(await send({ name: "r2List", on, args: [options] })),
  };
}

/** A D1 database, as far as the routes use one. @param {Send} send @param {string} on */
export function d1Database(send, on) {
  return {
    /** @param {{ sql: string, params: unknown[] }[]} statements in one transaction */
    batch: async (statements) => resultOf(await send({ name: "d1Batch", on, args: [] }, JSON.stringify(statements))),
    /** @param {{ sql: string, params: unknown[] }} statement @returns {Promise<any[]>} the columns, then the rows */
    raw: async (statement) => resultOf(await send({ name: "d1Raw", on, args: [] }, JSON.stringify(statement))),
  };
}
