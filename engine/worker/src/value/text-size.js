/** How many bytes a text takes as a JSON string in UTF-8, without writing it. */

/** Texts whose characters all are one byte. */
const PLAIN = /^[ !#-[\]-\x7f]*$/;

/** The bytes of a text's JSON string literal, quotes included. @param {string} text */
export function sizeOfText(text) {
  if (PLAIN.test(text)) {
    return text.length + 2;
  }
  let bytes = 2;
  for (let i = 0; i < text.length; i += unitsAt(text, i)) {
    bytes += bytesAt(text, i);
  }
  return bytes;
}

/**
 * The longest beginning of a text that takes at most so many bytes inside a JSON string literal. No
 * pair is split.
 *
 * @param {string} text
 * @param {number} most
 */
export function beginningOf(text, most) {
  let end = 0;
  for (let bytes = 0; end < text.length; end += unitsAt(text, end)) {
    bytes += bytesAt(text, end);
    if (bytes > most) {
      break;
    }
  }
  return text.slice(0, end);
}

/** @param {string} text @param {number} i */
function unitsAt(text, i) {
  return isPairAt(text, i) ? 2 : 1;
}

/** @param {string} text @param {number} i */
function bytesAt(text, i) {
  const c = text.charCodeAt(i);
  if (c >= 0x80) {
    return isPairAt(text, i) ? 4 : widthOf(c);
  }
  if (c === 0x22 || c === 0x5c) {
    return 2;
  }
  return c < 0x20 ? ('\b\f\n\r\t'.includes(text[i]) ? 2 : 6) : 1;
}

/** @param {string} text @param {number} i */
function isPairAt(text, i) {
  return (text.charCodeAt(i) & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00;
}

/** A unit that isn't ASCII, alone; half of a pair is written as an escape. @param {number} c */
function widthOf(c) {
  if (c >= 0xd800 && c <= 0xdfff) {
    return 6;
  }
  return c < 0x800 ? 2 : 3;
}
