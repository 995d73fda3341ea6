import { timestamp } from "../account/identity.mjs";
import { bucketNamed } from "../account/lookup.mjs";
import { bytes, success } from "../http/answer.mjs";
import { ApiError } from "../http/api-error.mjs";
import { whole } from "../http/paging.mjs";
import { validated } from "../http/validation.mjs";

const BUCKETS = "/accounts/:account/r2/buckets";
const REFUSAL = { code: 10001 };

/** @typedef {import("../http/api-request.mjs").ApiRequest} ApiRequest */

/**
 * R2: buckets and their objects.
 *
 * @param {import("../services.mjs").Services} services
 * @returns {import("../http/router.mjs").Route[]}
 */
export function r2Routes({ account, runtime }) {
  /** @param {ApiRequest} request */
  const named = (request) => bucketNamed(account, request.param("bucket"), jurisdictionOf(request));
  /** @template T @param {ApiRequest} request @param {(bucket: any) => Promise<T>} use */
  const inside = (request, use) => runtime.bucket(named(request).name, use);
  return [
    {
      method: "GET",
      pattern: BUCKETS,
      handle(request) {
        const jurisdiction = jurisdictionOf(request);
        return success({ buckets: [...account.buckets.values()].filter((one) => one.jurisdiction === jurisdiction) });
      },
    },
    {
      method: "POST",
      pattern: BUCKETS,
      handle(request) {
        const {
          name,
          locationHint = "wnam",
          storageClass = "Standard",
        } = validated("R2Create", request.json(REFUSAL), REFUSAL);
        if (!/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/.test(name))
          throw new ApiError(400, 10005, "The specified bucket name is not valid.");
        if (account.buckets.has(name))
          throw new ApiError(409, 10004, "The bucket you tried to create already exists, and you own it.");
        const bucket = {
          name,
          creation_date: timestamp(),
          location: locationHint.toUpperCase(),
          storage_class: storageClass,
          jurisdiction: jurisdictionOf(request),
        };
        account.buckets.set(name, bucket);
        runtime.invalidate();
        return success(bucket);
      },
    },
    {
      method: "GET",
      pattern: `${BUCKETS}/:bucket`,
      handle: (request) => success(named(request)),
    },
    {
      method: "DELETE",
      pattern: `${BUCKETS}/:bucket`,
      async handle(request) {
        const { objects } = await inside(request, (bucket) => bucket.list({ limit: 1 }));
        if (objects.length > 0) throw new ApiError(409, 10008, "The bucket you tried to delete is not empty.");
        account.buckets.delete(request.param("bucket"));
        runtime.invalidate();
        return success({});
      },
    },
    {
      method: "GET",
      pattern: `${BUCKETS}/:bucket/objects`,
      handle: (request) => inside(request, (bucket) => list(request, bucket, named(request).storage_class)),
    },
    {
      method: "PUT",
      pattern: `${BUCKETS}/:bucket/objects/*key`,
      async handle(request) {
        const httpMetadata = { contentType: request.headers["content-type"] };
        const object = await inside(request, (bucket) =>
          bucket.put(request.param("key"), new Uint8Array(request.body), { httpMetadata }),
        );
        return success({
          key: object.key,
          etag: object.etag,
          size: String(object.size),
          uploaded: object.uploaded,
          storage_class: named(request).storage_class,
          version: object.version,
        });
      },
    },
    {
      method: "GET",
      pattern: `${BUCKETS}/:bucket/objects/*key`,
      async handle(request) {
        return inside(request, async (bucket) => {
          const object = await bucket.get(request.param("key"));
          if (!object) throw new ApiError(404, 10007, "The specified key does not exist.");
          const headers = {
            etag: object.meta.httpEtag,
            "content-type": object.meta.httpMetadata?.contentType ?? "application/octet-stream",
          };
          return bytes(object.bytes, headers);
        });
      },
    },
    {
      method: "DELETE",
      pattern: `${BUCKETS}/:bucket/objects/*key`,
      async handle(request) {
        await inside(request, (bucket) => bucket.delete(request.param("key")));
        return success({ key: request.param("key") });
      },
    },
  ];
}

/** @param {ApiRequest} request */
function jurisdictionOf({ headers }) {
  const jurisdiction = headers["cf-r2-jurisdiction"] ?? "default";
  if (jurisdiction !== "default" && jurisdiction !== "eu" && jurisdiction !== "fedramp")
    throw new ApiError(400, REFUSAL.code, `'${jurisdiction}' is not a jurisdiction: default, eu, fedramp.`);
  return jurisdiction;
}

/** @param {ApiRequest} request @param {any} bucket @param {string} storageClass */
async function list(request, bucket, storageClass) {
  const limit = whole(request, "per_page", 1000, 1000);
  const page = await bucket.list({
    limit,
    prefix: request.query.get("prefix") || undefined,
    cursor: request.query.get("cursor") || undefined,
    delimiter: request.query.get("delimiter") || undefined,
    include: ["httpMetadata"],
  });
  const objects = page.objects.map((/** @type {any} */ { key, etag, size, uploaded, httpMetadata }) => ({
    key,
    etag,
    size,
    last_modified: uploaded,
    http_metadata: httpMetadata ?? {},
    storage_class: storageClass,
  }));
  return success(objects, {
    resultInfo: {
      cursor: page.truncated ? page.cursor : "",
      is_truncated: page.truncated,
      per_page: limit,
      delimited: page.delimitedPrefixes ?? [],
    },
  });
}
