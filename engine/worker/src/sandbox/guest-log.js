import { decodeUtf8 } from '../value/utf8.js';

const TAIL = 2048;
const LAST_LINES = 5;

/**
 * What a guest wrote to standard error: the beginning up to the limit and, if more came, the last 2
 * KiB. Control characters are shown as their symbols, so that a terminal doesn't obey them.
 */
export class GuestLog {
  #headLimit;
  #tailLimit;
  #head = new Uint8Array(0);
  #tail = new Uint8Array(0);
  #afterHead = 0;

  /** @param {number} limit in bytes */
  constructor(limit) {
    this.#tailLimit = Math.min(TAIL, Math.floor(limit / 2));
    this.#headLimit = limit - this.#tailLimit;
  }

  /** @param {Uint8Array} bytes */
  write(bytes) {
    const toHead = Math.min(bytes.length, this.#headLimit - this.#head.length);
    if (toHead > 0) {
      this.#head = joined(this.#head, bytes.subarray(0, toHead));
    }
    const rest = bytes.subarray(toHead);
    this.#afterHead += rest.length;
    if (rest.length > 0 && this.#tailLimit > 0) {
      this.#tail = joined(this.#tail, rest.subarray(-this.#tailLimit)).slice(-this.#tailLimit);
    }
  }

  /** All that was kept, with a note where something was left out. */
  text() {
    const left = this.#afterHead - this.#tail.length;
    return left === 0
      ? visibleBytes(joined(this.#head, this.#tail))
      : `${visibleBytes(this.#head)}\n… ${left} bytes of the log are left out …\n${visibleBytes(this.#tail)}`;
  }

  /** The last lines, for a message. */
  lastLines() {
    return this.text()
      .split(/\r\n|\r|\n/)
      .filter((line) => line.trim() !== '')
      .slice(-LAST_LINES)
      .join('\n');
  }
}

/** Control characters other than line feed and tab as symbols: ESC becomes ␛. @param {string} text */
export function visible(text) {
  return (
    text
      .replace(/\r(?=\n)/g, '')
      .replace(/[\0-\x08\x0b-\x1f]/g, (c) => String.fromCharCode(0x2400 + c.charCodeAt(0)))
      .replaceAll('\x7f', '\u2421')
      .replace(/[\x80-\x9f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')
  );
}

/** @param {Uint8Array} bytes */
function visibleBytes(bytes) {
  return visible(decodeUtf8(bytes));
}

/**
 * @param {Uint8Array} a
 * @param {Uint8Array} b
 */
function joined(a, b) {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
