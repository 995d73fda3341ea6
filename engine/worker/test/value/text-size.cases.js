import assert from 'node:assert/strict';
import { compact } from '../../src/value/json-writer.js';
import { beginningOf, sizeOfText } from '../../src/value/text-size.js';
import { encodeUtf8 } from '../../src/value/utf8.js';
import { Random } from '../random.js';

const PIECES = ['a', '"', '\\', '\n', '\u0001', '\u007f', 'é', '漢', '😀', '\ud83d', '\ude00', ' ', '<', '\u2028'];

/** What it takes when it is really written. @param {string} text */
function written(text) {
  return encodeUtf8(compact(text)).length;
}

/** @returns {string[]} */
function texts() {
  const random = new Random(7);
  return Array.from({ length: 500 }, () => random.words(PIECES, 20));
}

export function the_size_of_a_text_is_that_of_its_json() {
  for (const text of ['', ...PIECES, ...texts()]) {
    assert.equal(sizeOfText(text), written(text), JSON.stringify(text));
  }
}

export function a_beginning_is_the_longest_that_fits() {
  for (const text of texts()) {
    for (const most of [0, 1, 2, 3, 5, 8, 13, 1000]) {
      const start = beginningOf(text, most);
      assert.ok(text.startsWith(start));
      assert.ok(written(start) - 2 <= most);
      const [next = ''] = text.slice(start.length);
      assert.ok(next === '' || written(start + next) - 2 > most, JSON.stringify([text, most]));
    }
  }
}
