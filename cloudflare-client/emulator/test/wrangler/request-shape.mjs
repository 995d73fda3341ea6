/**
 * What of a request is compared: method, path and query without identifiers, and which properties of which types its
 * body has.
 *
 * @typedef {object} Seen
 * @property {string} method
 * @property {string} path
 * @property {Record<string, string>} query
 * @property {unknown} [json]
 * @property {{ name?: string, filename?: string, type?: string, json?: unknown }[]} [parts]
 */

/** Properties whose value matters, not only its type. */
const KEPT_VALUES = new Set(["type", "strategy"]);

/** @param {Seen} request @returns {string} one line */
export function requestShape({ method, path, query, json, parts }) {
  const search = Object.entries(query)
    .map(([name, value]) => `${name}=${withoutIds(value)}`)
    .sort();
  const body = parts ? partsShape(parts) : json === undefined ? "" : JSON.stringify(shape(json));
  return [method, withoutIds(path) + (search.length > 0 ? `?${search.join("&")}` : ""), body]
    .filter((text) => text !== "")
    .join(" ");
}

/** @param {string} text */
function withoutIds(text) {
  return text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "{uuid}").replace(/\b[0-9a-f]{32}\b/g, "{id}");
}

/** @param {NonNullable<Seen["parts"]>} parts */
function partsShape(parts) {
  return parts
    .map(
      ({ name, filename, type, json }) =>
        `${filename ?? name}${filename === undefined ? "" : `:${type}`}${json === undefined ? "" : JSON.stringify(shape(json))}`,
    )
    .sort()
    .join(" ");
}

/** @param {unknown} value @param {string} [key] @returns {unknown} */
function shape(value, key) {
  if (Array.isArray(value))
    return [...new Set(value.map((item) => JSON.stringify(shape(item))))].sort().map((text) => JSON.parse(text));
  if (value !== null && typeof value === "object") {
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, inner]) => [name, shape(inner, name)]),
    );
  }
  if (KEPT_VALUES.has(key ?? "")) return value;
  return value === null ? null : typeof value;
}
