/**
 * One request a part made of the host, for the trace. Bodies, headers and stored values are not in
 * it.
 *
 * @typedef {object} HostCall
 * @property {string} op `http`, `kv_get`, `kv_put`, `secret`, …
 * @property {string | undefined} method HTTP method
 * @property {string} target URL or key, as the part gave it (credentials are placeholders there)
 * @property {number} status HTTP status, 0 where there is none
 * @property {number} bytes length of the answer
 * @property {number} durationMs
 * @property {import('./failure-code.js').FailureCode | undefined} failure why it was not carried out
 */

/**
 * `{op, method?, target, status, bytes, duration_ms, error_code?}`
 *
 * @param {HostCall} call
 * @returns {import('../value/json.js').JsonObject}
 */
export function hostCallJson({ op, method, target, status, bytes, durationMs, failure }) {
  return {
    op,
    ...(method === undefined ? {} : { method }),
    target,
    status,
    bytes,
    duration_ms: durationMs,
    ...(failure === undefined ? {} : { error_code: failure }),
  };
}
