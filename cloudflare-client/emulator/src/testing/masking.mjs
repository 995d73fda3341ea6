const MASK = "***";

/**
 * A copy of a JSON value without the texts of secrets: every `text`, `key_base64` and `key_jwk` but the text of a plain
 * binding.
 *
 * @param {unknown} value
 * @returns {unknown}
 */
export function masked(value) {
  if (Array.isArray(value)) return value.map(masked);
  if (value === null || typeof value !== "object") return value;
  const object = /** @type {Record<string, unknown>} */ (value);
  const secret = object["type"] !== "plain_text";
  return Object.fromEntries(
    Object.entries(object).map(([key, inner]) => [
      key,
      secret && ["text", "key_base64", "key_jwk"].includes(key) ? MASK : masked(inner),
    ]),
  );
}

/** Headers with the credential masked. @param {import("node:http").IncomingHttpHeaders} headers */
export function maskedHeaders(headers) {
  return {
    ...headers,
    ...(headers.authorization !== undefined && {
      authorization: headers.authorization.replace(/(?<=^\w+ ).*|^[^ ]+$/, MASK),
    }),
    ...(headers["x-auth-key"] !== undefined && { "x-auth-key": MASK }),
  };
}
