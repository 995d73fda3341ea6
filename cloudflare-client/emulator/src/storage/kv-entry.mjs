import { ApiError } from "../http/api-error.mjs";
import { LIMITS } from "../account/limits.mjs";

/**
 * @typedef {object} KvEntry
 * @property {string} key
 * @property {Uint8Array | string} value
 * @property {unknown} [metadata]
 * @property {number} [expiration] epoch seconds
 * @property {number} [expiration_ttl] seconds
 */

/** Holds an entry against the limits of KV. @param {KvEntry} entry */
export function checkEntry({ key, value, metadata, expiration, expiration_ttl }) {
  checkKey(key);
  if (Buffer.byteLength(value) > LIMITS.kvValueBytes)
    throw new ApiError(413, 10033, `Value length exceeds limit of ${LIMITS.kvValueBytes}.`);
  if (metadata !== undefined && Buffer.byteLength(JSON.stringify(metadata)) > LIMITS.kvMetadataBytes) {
    throw new ApiError(413, 10033, `Metadata length exceeds limit of ${LIMITS.kvMetadataBytes}.`);
  }
  const now = Date.now() / 1000;
  const least = LIMITS.kvMinimumTtl;
  if (expiration_ttl !== undefined && !isWithin(expiration_ttl, least, LIMITS.kvLatest - now)) {
    throw new ApiError(400, 10033, `Invalid expiration_ttl. It must be a whole number of seconds, at least ${least}.`);
  }
  if (expiration !== undefined && !isWithin(expiration, now + least, LIMITS.kvLatest)) {
    throw new ApiError(400, 10033, `Invalid expiration. It must be at least ${least} seconds from now, before 2038.`);
  }
}

/** @param {number} number @param {number} low @param {number} high */
function isWithin(number, low, high) {
  return Number.isInteger(number) && number >= low && number <= high;
}

/** @param {string} key */
export function checkKey(key) {
  const size = Buffer.byteLength(key);
  if (size > LIMITS.kvKeyBytes) {
    throw new ApiError(414, 10030, `UTF-8 encoded length of ${size} exceeds key length limit of ${LIMITS.kvKeyBytes}.`);
  }
  if (key === "" || key === "." || key === "..") throw new ApiError(400, 10019, `'${key}' is not a valid key.`);
}

/** Options of miniflare's `put`. @param {KvEntry} entry */
export function putOptions({ metadata, expiration, expiration_ttl }) {
  return {
    ...(metadata !== undefined && { metadata }),
    ...(expiration !== undefined && { expiration }),
    ...(expiration_ttl !== undefined && { expirationTtl: expiration_ttl }),
  };
}
