/** @typedef {import('../value/json.js').Json} Json */

/** 5 MiB. RECIPE.md, section 3. */
export const LIMIT = 5 * 1024 * 1024;

/** @param {Json} value */
export function isOverLimit(value) {
  return sizeOf(value) > LIMIT;
}

/**
 * The UTF-8 bytes of a value's compact JSON, counted without writing it; counting ends soon after
 * the limit.
 *
 * @param {Json} value
 */
export function sizeOf(value) {
  let bytes = 0;
  count(value);
  return bytes;

  /** @param {Json} inner */
  function count(inner) {
    if (bytes > LIMIT) {
      return;
    }
    if (typeof inner === 'string') {
      bytes += sizeOfText(inner);
    } else if (typeof inner !== 'object' || inner === null) {
      bytes += String(inner).length;
    } else if (Array.isArray(inner)) {
      bytes += 1 + Math.max(1, inner.length);
      inner.forEach(count);
    } else {
      const names = Object.keys(inner);
      bytes += 1 + Math.max(1, names.length);
      for (const name of names) {
        bytes += sizeOfText(name) + 1;
        count(inner[name]);
      }
    }
  }
}

/** Texts whose characters all are one byte. */
const PLAIN = /^[ !#-[\]-\x7f]*$/;

/** @param {string} text */
function sizeOfText(text) {
  if (PLAIN.test(text)) {
    return text.length + 2;
  }
  let bytes = 2;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c >= 0x80) {
      const isPair = (text.codePointAt(i) ?? 0) > 0xffff;
      bytes += isPair ? 4 : widthOf(c);
      i += isPair ? 1 : 0;
    } else if (c === 0x22 || c === 0x5c) {
      bytes += 2;
    } else if (c < 0x20) {
      bytes += '\b\f\n\r\t'.includes(text[i]) ? 2 : 6;
    } else {
      bytes++;
    }
  }
  return bytes;
}

/** A unit that isn't ASCII, alone; half of a pair is written as an escape. @param {number} c */
function widthOf(c) {
  if (c >= 0xd800 && c <= 0xdfff) {
    return 6;
  }
  return c < 0x800 ? 2 : 3;
}
