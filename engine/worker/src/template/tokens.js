import { endOfNumber } from '../value/json-number.js';
import { endOfName, endOfSpaces } from './characters.js';
import { ExpressionException } from './expression-exception.js';
import { PathReader } from './path-reader.js';

/** @typedef {import('./token.js').Token} Token */

const KEYWORDS = ['or', 'and', 'not', 'contains', 'in', 'matches', 'true', 'false', 'null'];
const SIGN = /===|!==|\|\||&&|==|!=|<=|>=|[<>!()[\],]/y;
const ESCAPED = '"\'\\/bfnrt';
const UNESCAPED = '"\'\\/\b\f\n\r\t';

/** @type {Map<string, string>} */
const MEANINGS = new Map([
  ['||', 'or'],
  ['&&', 'and'],
  ['!', 'not'],
  ['===', '=='],
  ['!==', '!='],
]);

/**
 * The words of an expression; the last one is the end.
 *
 * @param {string} text
 * @returns {Token[]}
 * @throws {ExpressionException} at the first character that means nothing
 */
export function tokensOf(text) {
  /** @type {Token[]} */
  const tokens = [];
  let at = endOfSpaces(text, 0);
  while (at < text.length) {
    const token = tokenAt(text, at);
    tokens.push(token);
    at = endOfSpaces(text, token.end);
  }
  tokens.push({ kind: 'end', text: '', start: at, end: at });
  return tokens;
}

/**
 * @param {string} text
 * @param {number} at
 * @returns {Token}
 */
function tokenAt(text, at) {
  if (text[at] === '"' || text[at] === "'") {
    return quoted(text, at);
  }
  const number = endOfNumber(text, at);
  if (number > at && endOfName(text, number) === number && !stepFollows(text, number)) {
    return { kind: 'number', text: text.slice(at, number), start: at, end: number };
  }
  if (endOfName(text, at) > at) {
    return word(text, at);
  }
  SIGN.lastIndex = at;
  const sign = SIGN.exec(text)?.[0];
  if (sign === undefined) {
    throw new ExpressionException(advice(text, at), at);
  }
  return { kind: 'sign', text: MEANINGS.get(sign) ?? sign, start: at, end: at + sign.length };
}

/**
 * @param {string} text
 * @param {number} at
 */
function stepFollows(text, at) {
  return text[at] === '.' && endOfName(text, at + 1) > at + 1;
}

/**
 * @param {string} text
 * @param {number} start
 * @returns {Token}
 */
function word(text, start) {
  const nameEnd = endOfName(text, start);
  const name = text.slice(start, nameEnd);
  if (KEYWORDS.includes(name) && !stepFollows(text, nameEnd)) {
    return { kind: 'sign', text: name, start, end: nameEnd };
  }
  const path = new PathReader(text, start, false);
  path.read();
  return { kind: 'path', text: text.slice(start, path.end), start, end: path.end };
}

/**
 * Escapes are those of JSON, and both quotes; any other backslash stands for itself, for patterns.
 *
 * @param {string} text
 * @param {number} start
 * @returns {Token}
 */
function quoted(text, start) {
  const quote = text[start];
  let value = '';
  for (let i = start + 1; i < text.length; i++) {
    const c = text[i];
    if (c === quote) {
      return { kind: 'text', text: value, start, end: i + 1 };
    }
    const next = text[i + 1];
    const hex = /^[0-9A-Fa-f]{4}$/.exec(text.slice(i + 2, i + 6));
    if (c !== '\\' || next === undefined) {
      value += c;
    } else if (ESCAPED.includes(next)) {
      value += UNESCAPED[ESCAPED.indexOf(next)];
      i++;
    } else if (next === 'u' && hex) {
      value += String.fromCharCode(parseInt(hex[0], 16));
      i += 5;
    } else {
      value += c;
    }
  }
  throw new ExpressionException(`the text that starts here has no closing ${quote}`, start);
}

/**
 * @param {string} text
 * @param {number} at
 */
function advice(text, at) {
  switch (text[at]) {
    case '=':
      return '`=` alone means nothing here; compare with `==`';
    case '&':
      return '`&` alone means nothing here; write `and`';
    case '|':
      return '`|` alone means nothing here; write `or`';
    case '{':
      return 'an expression names values without braces: `fetch.data.count > 0`';
    default: {
      const character = String.fromCodePoint(/** @type {number} */ (text.codePointAt(at)));
      return `\`${character}\` means nothing here; put a text in quotes`;
    }
  }
}
