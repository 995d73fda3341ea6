/**
 * @typedef {object} Part
 * @property {Record<string, string>} headers names in lower case
 * @property {string | undefined} name
 * @property {string | undefined} filename
 * @property {string | undefined} type content type without parameters
 * @property {Buffer} data
 */

/** A body that isn't well-formed `multipart/form-data`. */
export class MultipartError extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = "MultipartError";
  }
}

const HEADER_LIMIT = 16 * 1024;
const PARTS_LIMIT = 10_000;

/**
 * Splits `multipart/form-data` (RFC 7578) into its parts; binary content stays as it is.
 *
 * @param {Buffer} body
 * @param {string | undefined} contentType the request's header, with the boundary
 * @returns {Part[]}
 * @throws {MultipartError}
 */
export function parseMultipart(body, contentType) {
  const boundary = /^multipart\/form-data\b.*;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType ?? "");
  if (!boundary) throw new MultipartError("The content type names no multipart boundary.");
  const delimiter = Buffer.from(`--${boundary[1] ?? boundary[2]}`);
  const next = Buffer.concat([Buffer.from("\r\n"), delimiter]);
  if (!body.subarray(0, delimiter.length).equals(delimiter))
    throw new MultipartError("The body doesn't start with its boundary.");

  const parts = [];
  let position = delimiter.length;
  while (!isFinal(body, position)) {
    if (parts.length === PARTS_LIMIT) throw new MultipartError(`The body has more than ${PARTS_LIMIT} parts.`);
    if (body.toString("latin1", position, position + 2) !== "\r\n")
      throw new MultipartError("A boundary isn't followed by a line end.");
    const headersEnd = body.indexOf("\r\n\r\n", position);
    if (headersEnd < 0 || headersEnd - position > HEADER_LIMIT)
      throw new MultipartError("The headers of a part don't end.");
    const end = body.indexOf(next, headersEnd + 2);
    if (end < 0) throw new MultipartError("The last part has no closing boundary.");
    parts.push(
      part(body.toString("utf8", position + 2, headersEnd), body.subarray(Math.min(headersEnd + 4, end), end)),
    );
    position = end + next.length;
  }
  return parts;
}

/** @param {Buffer} body @param {number} position */
function isFinal(body, position) {
  return body.toString("latin1", position, position + 2) === "--";
}

/** @param {string} head @param {Buffer} data @returns {Part} */
function part(head, data) {
  /** @type {Record<string, string>} */
  const headers = Object.create(null);
  for (const line of head.split("\r\n")) {
    const colon = line.indexOf(":");
    if (colon > 0) headers[line.slice(0, colon).trim().toLowerCase()] = line.slice(colon + 1).trim();
  }
  const disposition = headers["content-disposition"] ?? "";
  return {
    headers,
    name: parameter(disposition, "name"),
    filename: parameter(disposition, "filename"),
    type: headers["content-type"]?.split(";")[0]?.trim().toLowerCase(),
    data,
  };
}

/**
 * A quoted parameter; browsers and undici escape quotes and line ends by percent.
 *
 * @param {string} header
 * @param {string} name
 */
function parameter(header, name) {
  const found = new RegExp(`;\\s*${name}="([^"]*)"`, "i").exec(header)?.[1];
  return found?.replace(/%22|%0D|%0A/gi, (escape) => decodeURIComponent(escape));
}
