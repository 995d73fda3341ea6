import { isAllName } from './characters.js';

/** The name that means credentials in templates. */
export const ROOT = 'credential';

const START = '«credential:';

/**
 * A placeholder in a text.
 *
 * @typedef {object} Match
 * @property {string} name
 * @property {number} start offset of its first character (UTF-16)
 * @property {number} end offset after its last
 */

/**
 * The text that stands for a credential until the host replaces it: `«credential:NAME#NONCE»`. Who
 * doesn't know the run's nonce can't write one.
 */
export class CredentialPlaceholder {
  #end;

  /**
   * The placeholders of one run.
   *
   * @param {string} nonce unguessable; letters, digits, `_` and `-`
   */
  constructor(nonce) {
    if (!/^[A-Za-z0-9_-]+$/.test(nonce)) {
      throw new TypeError('a nonce is letters, digits, _ and -');
    }
    this.#end = `#${nonce}»`;
  }

  /**
   * The placeholder of a credential.
   *
   * @param {string} name
   * @throws {TypeError} when that can't be a credential's name
   */
  text(name) {
    if (!isCredentialName(name)) {
      throw new TypeError(`not a credential's name: ${name}`);
    }
    return START + name + this.#end;
  }

  /**
   * This run's placeholders in a text, in order. Those of other runs are plain text.
   *
   * @param {string} text
   * @returns {Match[]}
   */
  find(text) {
    const matches = [];
    let from = 0;
    for (let close = text.indexOf(this.#end); close >= 0; close = text.indexOf(this.#end, from)) {
      const nameStart = startOfName(text, from, close);
      const name = text.slice(nameStart, close);
      const open = nameStart - START.length;
      from = close + this.#end.length;
      if (name !== '' && open >= 0 && text.startsWith(START, open)) {
        matches.push({ name, start: open, end: from });
      }
    }
    return matches;
  }
}

/**
 * What a credential may be called: letters of any script, digits, `_` and `-`.
 *
 * @param {string} name
 */
export function isCredentialName(name) {
  return isAllName(name);
}

/**
 * @param {string} text
 * @param {number} from
 * @param {number} end
 */
function startOfName(text, from, end) {
  let start = end;
  while (start > from) {
    const isPair = start - from >= 2 && (text.codePointAt(start - 2) ?? 0) > 0xffff;
    const before = start - (isPair ? 2 : 1);
    if (!isAllName(text.slice(before, start))) {
      break;
    }
    start = before;
  }
  return start;
}
