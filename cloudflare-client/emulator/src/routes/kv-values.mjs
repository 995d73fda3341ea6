import { namespaceWithId } from "../account/lookup.mjs";
import { bytes, success } from "../http/answer.mjs";
import { ApiError } from "../http/api-error.mjs";
import { MultipartError, parseMultipart } from "../http/multipart.mjs";
import { checkEntry, checkKey, putOptions } from "../storage/kv-entry.mjs";

const NAMESPACE = "/accounts/:account/storage/kv/namespaces/:namespace";

/**
 * Keys and single values of a namespace.
 *
 * @param {import("../services.mjs").Services} services
 * @returns {import("../http/router.mjs").Route[]}
 */
export function kvValueRoutes({ account, runtime }) {
  /**
   * @template T
   * @param {import("../http/api-request.mjs").ApiRequest} request
   * @param {(namespace: any) => Promise<T>} use
   */
  const inside = (request, use) => runtime.namespace(namespaceWithId(account, request.param("namespace")).id, use);
  return [
    {
      method: "GET",
      pattern: `${NAMESPACE}/keys`,
      handle: (request) => inside(request, (namespace) => list(request, namespace)),
    },
    {
      method: "GET",
      pattern: `${NAMESPACE}/values/:key`,
      async handle(request) {
        checkKey(request.param("key"));
        const value = await inside(request, (namespace) => namespace.get(request.param("key"), "arrayBuffer"));
        if (value === null) throw keyNotFound();
        return bytes(new Uint8Array(value));
      },
    },
    {
      method: "PUT",
      pattern: `${NAMESPACE}/values/:key`,
      async handle(request) {
        const entry = entryOf(request);
        checkEntry(entry);
        await inside(request, (namespace) => namespace.put(entry.key, entry.value, putOptions(entry)));
        return success(null);
      },
    },
    {
      method: "DELETE",
      pattern: `${NAMESPACE}/values/:key`,
      async handle(request) {
        checkKey(request.param("key"));
        await inside(request, (namespace) => namespace.delete(request.param("key")));
        return success(null);
      },
    },
    {
      method: "GET",
      pattern: `${NAMESPACE}/metadata/:key`,
      async handle(request) {
        const found = await inside(request, (namespace) =>
          namespace.getWithMetadata(request.param("key"), "arrayBuffer"),
        );
        if (found.value === null) throw keyNotFound();
        return success(found.metadata);
      },
    },
  ];
}

function keyNotFound() {
  return new ApiError(404, 10009, "get: 'key not found'");
}

/** @param {import("../http/api-request.mjs").ApiRequest} request @param {any} namespace */
async function list(request, namespace) {
  const limit = Number(request.query.get("limit") ?? 1000);
  if (!(Number.isInteger(limit) && limit >= 10 && limit <= 1000))
    throw new ApiError(400, 10029, "limit must be between 10 and 1000");
  const page = await namespace.list({
    limit,
    prefix: request.query.get("prefix") || undefined,
    cursor: request.query.get("cursor") || undefined,
  });
  return success(page.keys, { resultInfo: { count: page.keys.length, cursor: page.list_complete ? "" : page.cursor } });
}

/**
 * @param {import("../http/api-request.mjs").ApiRequest} request
 * @returns {import("../storage/kv-entry.mjs").KvEntry}
 */
function entryOf(request) {
  const entry = { key: request.param("key"), ...numbers(request.query) };
  const type = request.headers["content-type"];
  if (!type?.startsWith("multipart/")) return { ...entry, value: new Uint8Array(request.body) };
  try {
    const parts = parseMultipart(request.body, type);
    const value = parts.find((part) => part.name === "value");
    const metadata = parts.find((part) => part.name === "metadata");
    if (!value) throw new ApiError(400, 10019, "The request has no part 'value'.");
    return {
      ...entry,
      value: new Uint8Array(value.data),
      ...(metadata && { metadata: JSON.parse(metadata.data.toString("utf8")) }),
    };
  } catch (error) {
    if (error instanceof MultipartError || error instanceof SyntaxError) throw new ApiError(400, 10019, error.message);
    throw error;
  }
}

/** @param {URLSearchParams} query */
function numbers(query) {
  return Object.fromEntries(
    ["expiration", "expiration_ttl"].filter((name) => query.has(name)).map((name) => [name, Number(query.get(name))]),
  );
}
