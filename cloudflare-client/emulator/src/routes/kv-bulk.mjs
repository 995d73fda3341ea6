import { LIMITS } from "../account/limits.mjs";
import { namespaceWithId } from "../account/lookup.mjs";
import { success } from "../http/answer.mjs";
import { ApiError } from "../http/api-error.mjs";
import { validated } from "../http/validation.mjs";
import { checkEntry, checkKey, putOptions } from "../storage/kv-entry.mjs";

const BULK = "/accounts/:account/storage/kv/namespaces/:namespace/bulk";
const REFUSAL = { code: 10012 };
const BULK_BYTES = 100 * 1024 * 1024;
/** How many single operations are under way at once. */
const WIDTH = 32;

/** @typedef {import("../http/api-request.mjs").ApiRequest} ApiRequest */

/**
 * Many values of a namespace in one request.
 *
 * @param {import("../services.mjs").Services} services
 * @returns {import("../http/router.mjs").Route[]}
 */
export function kvBulkRoutes({ account, runtime }) {
  /** @template T @param {ApiRequest} request @param {(namespace: any) => Promise<T>} use */
  const inside = (request, use) => runtime.namespace(namespaceWithId(account, request.param("namespace")).id, use);

  /** @param {ApiRequest} request */
  const remove = async (request) => {
    /** @type {string[]} */
    const keys = validated("KvBulkDelete", request.json(REFUSAL), REFUSAL);
    checkCount(keys);
    keys.forEach(checkKey);
    await inside(request, (namespace) => each(keys, (key) => namespace.delete(key)));
    return success({ successful_key_count: keys.length, unsuccessful_keys: [] });
  };

  return [
    {
      method: "PUT",
      pattern: BULK,
      async handle(request) {
        if (request.body.length > BULK_BYTES)
          throw new ApiError(413, 10033, `The request exceeds ${BULK_BYTES} bytes.`);
        const entries = decoded(validated("KvBulk", request.json(REFUSAL), REFUSAL));
        checkCount(entries);
        entries.forEach(checkEntry);
        await inside(request, (namespace) =>
          each(entries, (entry) => namespace.put(entry.key, entry.value, putOptions(entry))),
        );
        return success({ successful_key_count: entries.length, unsuccessful_keys: [] });
      },
    },
    { method: "DELETE", pattern: BULK, handle: remove },
    { method: "POST", pattern: `${BULK}/delete`, handle: remove },
    {
      method: "POST",
      pattern: `${BULK}/get`,
      async handle(request) {
        /** @type {{ keys: string[], type?: "text" | "json", withMetadata?: boolean }} */
        const { keys, type = "text", withMetadata = false } = validated("KvBulkGet", request.json(REFUSAL), REFUSAL);
        keys.forEach(checkKey);
        const values = await inside(request, (namespace) =>
          each(keys, (key) => read(namespace, key, type, withMetadata)),
        );
        return success({ values: Object.fromEntries(keys.map((key, index) => [key, values[index]])) });
      },
    },
  ];
}

/** @param {unknown[]} items */
function checkCount(items) {
  if (items.length > LIMITS.kvBulkPairs)
    throw new ApiError(400, 10030, `A bulk request has at most ${LIMITS.kvBulkPairs} keys.`);
}

/**
 * @param {(import("../storage/kv-entry.mjs").KvEntry & { value: string, base64?: boolean })[]} entries
 * @returns {import("../storage/kv-entry.mjs").KvEntry[]}
 */
function decoded(entries) {
  return entries.map(({ base64, value, ...entry }) => ({
    ...entry,
    value: base64 ? bytesOf(entry.key, value) : value,
  }));
}

/** @param {string} key @param {string} base64 */
function bytesOf(key, base64) {
  const bytes = Buffer.from(base64, "base64");
  if (bytes.toString("base64") !== base64) throw new ApiError(400, 10012, `The value of '${key}' is not base64.`);
  return new Uint8Array(bytes);
}

/**
 * @template T, R
 * @param {T[]} items
 * @param {(item: T) => Promise<R>} work
 * @returns {Promise<R[]>} in the items' order
 */
async function each(items, work) {
  /** @type {R[]} */
  const results = [];
  for (let start = 0; start < items.length; start += WIDTH) {
    results.push(...(await Promise.all(items.slice(start, start + WIDTH).map(work))));
  }
  return results;
}

/**
 * @param {any} namespace
 * @param {string} key
 * @param {"text" | "json"} type
 * @param {boolean} withMetadata
 * @returns {Promise<unknown>} null: not found
 */
async function read(namespace, key, type, withMetadata) {
  const found = await namespace.get(key);
  if (found === null) return null;
  const value = valueOf(key, Buffer.from(found.value).toString("utf8"), type);
  if (!withMetadata) return value;
  const { keys } = await namespace.list({ prefix: key, limit: 1 });
  const expiration = keys[0]?.name === key ? keys[0].expiration : undefined;
  return { value, metadata: found.metadata, ...(expiration !== undefined && { expiration }) };
}

/** @param {string} key @param {string} text @param {"text" | "json"} type @returns {unknown} */
function valueOf(key, text, type) {
  if (type === "text") return text;
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError(400, 10012, `The value of '${key}' is not JSON.`);
  }
}
