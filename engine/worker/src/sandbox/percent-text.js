import { fromHex } from '../value/digest.js';
import { decodeUtf8 } from '../value/utf8.js';

/**
 * A text with its percent-encoded UTF-8 decoded. A `%` that begins no byte stays as it is.
 *
 * @param {string} text
 */
export function percentDecoded(text) {
  return text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (bytes) =>
    decodeUtf8(fromHex(bytes.replaceAll('%', '')) ?? new Uint8Array(0)),
  );
}
