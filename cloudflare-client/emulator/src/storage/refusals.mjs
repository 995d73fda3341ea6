import { ApiError } from "../http/api-error.mjs";

/** Codes of KV by the HTTP status that miniflare's KV names; others are malformed requests. */
const KV_CODES = new Map([
  [413, 10033],
  [414, 10030],
]);

/**
 * What miniflare's KV and R2 refuse, as the API says it.
 *
 * @param {string} message of a failed command
 * @returns {ApiError | undefined} undefined: it wasn't the caller's mistake
 */
export function refusalOf(message) {
  const kv = /^KV \w+ failed: (4\d\d) (.*)$/s.exec(message);
  if (kv) return new ApiError(Number(kv[1]), KV_CODES.get(Number(kv[1])) ?? 10019, kv[2] ?? "");
  const r2 = /^\w+: (.*) \((100\d\d)\)$/s.exec(message);
  if (r2) return new ApiError(400, Number(r2[2]), r2[1] ?? "");
  return undefined;
}
