import { encodeUtf8 } from '../value/utf8.js';

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const BASE64_URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const ESCAPES = '"\\\b\f\n\r\t';
const ESCAPE_LETTERS = '"\\bfnrt';

/**
 * The ways in which a secret shows in texts, each once, none shorter than a limit.
 *
 * @param {string} secret
 * @param {number} shortest
 */
export function secretForms(secret, shortest) {
  const bytes = encodeUtf8(secret);
  const forms = [secret];
  for (let shift = 0; shift < 3; shift++) {
    forms.push(base64(bytes, shift, BASE64), base64(bytes, shift, BASE64_URL));
  }
  for (const upper of [true, false]) {
    forms.push(percent(bytes, upper, '%20'), percent(bytes, upper, '+'));
  }
  forms.push(jsonEscaped(secret, false), jsonEscaped(secret, true));
  return [...new Set(forms)].filter((form) => form.length >= shortest);
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

/**
 * @param {Uint8Array} bytes
 * @param {boolean} upper
 * @param {string} space
 */
function percent(bytes, upper, space) {
  let text = '';
  for (const byte of bytes) {
    const character = String.fromCharCode(byte);
    const hex = byte.toString(16).padStart(2, '0');
    if (/[A-Za-z0-9_.~-]/.test(character)) {
      text += character;
    } else if (character === ' ') {
      text += space;
    } else {
      text += `%${upper ? hex.toUpperCase() : hex}`;
    }
  }
  return text;
}

/**
 * @param {string} secret
 * @param {boolean} asciiOnly
 */
function jsonEscaped(secret, asciiOnly) {
  let text = '';
  for (let i = 0; i < secret.length; i++) {
    const named = ESCAPES.indexOf(secret[i]);
    if (named >= 0) {
      text += `\\${ESCAPE_LETTERS[named]}`;
    } else if (secret[i] < ' ' || (asciiOnly && secret[i] > '~')) {
      text += `\\u${secret.charCodeAt(i).toString(16).padStart(4, '0')}`;
    } else {
      text += secret[i];
    }
  }
  return text;
}
