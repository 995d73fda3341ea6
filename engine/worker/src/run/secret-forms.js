import { encodeUtf8 } from '../value/utf8.js';

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const BASE64_URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const NAMED_ESCAPES = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['\b', 'b'],
  ['\f', 'f'],
  ['\n', 'n'],
  ['\r', 'r'],
  ['\t', 't'],
]);

/**
 * The ways in which a secret shows in texts, as sources of regular expressions, each once. Encoders
 * don't agree on which characters they leave as they are, so each may stand either way; what begins
 * an escape is always escaped, so that no text fits in two ways.
 *
 * @param {string} secret
 * @param {number} shortest digits of base64 that are worth looking for
 */
export function secretForms(secret, shortest) {
  const bytes = encodeUtf8(secret);
  const characters = Array.from(secret);
  const forms = [literal(secret)];
  forms.push(characters.map(percent).join(''), characters.map(jsonEscaped).join(''));
  for (let shift = 0; shift < 3; shift++) {
    forms.push(
      ...[BASE64, BASE64_URL]
        .map((alphabet) => base64(bytes, shift, alphabet))
        .filter((digits) => digits.length >= shortest)
        .map(literal),
    );
  }
  return [...new Set(forms)];
}

/**
 * The digits that depend on the secret alone when `shift` bytes (mod 3) stand before it.
 *
 * @param {Uint8Array} bytes
 * @param {number} shift
 * @param {string} alphabet
 */
function base64(bytes, shift, alphabet) {
  const firstBit = shift * 8;
  const lastDigit = Math.floor((firstBit + bytes.length * 8) / 6);
  let digits = '';
  for (let digit = Math.ceil(firstBit / 6); digit < lastDigit; digit++) {
    let value = 0;
    for (let bit = digit * 6; bit < digit * 6 + 6; bit++) {
      const at = bit - firstBit;
      value = (value << 1) | ((bytes[at >> 3] >> (7 - (at % 8))) & 1);
    }
    digits += alphabet[value];
  }
  return digits;
}

/** @param {string} character */
function percent(character) {
  if (isPlain(character)) {
    return character;
  }
  const encoded = Array.from(encodeUtf8(character), (byte) => `%${hex(byte, 2)}`).join('');
  const ways = character === '%' ? [] : [literal(character)];
  return either([...ways, encoded, ...(character === ' ' ? ['\\+'] : [])]);
}

/** @param {string} character */
function jsonEscaped(character) {
  if (isPlain(character)) {
    return character;
  }
  const ways = [Array.from({ length: character.length }, (_, i) => unit(character, i)).join('')];
  const name = NAMED_ESCAPES.get(character);
  ways.push(literal(name === undefined ? character : `\\${name}`));
  return either(character === '/' ? [...ways, literal('\\/')] : ways);
}

/** @param {string} character @param {number} i */
function unit(character, i) {
  return `\\\\u${hex(character.charCodeAt(i), 4)}`;
}

/** In either case. @param {number} value @param {number} digits */
function hex(value, digits) {
  return value
    .toString(16)
    .padStart(digits, '0')
    .replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}

/** No encoder changes it. @param {string} character */
function isPlain(character) {
  return /^[A-Za-z0-9]$/.test(character);
}

/** @param {string[]} ways */
function either(ways) {
  return ways.length === 1 ? ways[0] : `(?:${ways.join('|')})`;
}

/** A pattern that matches just that text. @param {string} text */
function literal(text) {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
