const ENCODER = new TextEncoder();
const DECODER = new TextDecoder('utf-8', { fatal: false, ignoreBOM: true });
const STRICT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Half of a surrogate pair becomes U+FFFD. @param {string} text */
export function encodeUtf8(text) {
  return ENCODER.encode(text);
}

/** What isn't UTF-8 becomes U+FFFD; a byte order mark is a character. @param {Uint8Array} bytes */
export function decodeUtf8(bytes) {
  return DECODER.decode(bytes);
}

/** The text; undefined where the bytes aren't UTF-8. @param {Uint8Array} bytes */
export function decodeStrictUtf8(bytes) {
  try {
    return STRICT.decode(bytes);
  } catch {
    return undefined;
  }
}
