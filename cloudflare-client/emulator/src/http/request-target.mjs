/**
 * What the first line and the Host header of a request name together, RFC 9112, section 3.2. The path stays as it was
 * sent: a key `..` is a key, no step upwards.
 *
 * @typedef {object} RequestTarget
 * @property {string | undefined} host undefined also where the two name different ones
 * @property {string} path still percent-encoded
 * @property {string} query without the question mark
 */

/**
 * @param {Pick<import("node:http").IncomingMessage, "url" | "headers">} request
 * @returns {RequestTarget | undefined} undefined: it names no path, as `*` does
 */
export function requestTarget({ url = "", headers }) {
  const parts = /^(?:https?:\/\/([^/?#]*))?(\/[^?#]*)(?:\?([^#]*))?/i.exec(url);
  if (!parts) return undefined;
  const [, authority, path = "", query = ""] = parts;
  const host = authority === undefined || authority === headers.host ? headers.host : undefined;
  return { host, path, query };
}
