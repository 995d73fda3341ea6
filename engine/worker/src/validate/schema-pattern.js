import { IRegexp } from '../template/i-regexp.js';
import { IRegexpSyntaxException } from '../template/i-regexp-syntax-exception.js';

const ANY = '(.|\\n|\\r)*';
const DOT = '[^\\n\\r\u2028\u2029]';

/** States of a pattern times characters of a text. A second's work; 5 MiB fit a pattern of 20 states. */
const MOST_STEPS = 100 * 1024 * 1024;

/** A class, a group that doesn't capture, an escape, or one character. */
const PIECE = /\(\?:|\\[\s\S]|[\s\S]/g;

/**
 * What short forms of ECMAScript's patterns hold, as written inside a class; a range comes last, so that
 * a hyphen behind it is a mistake and never a range.
 *
 * @type {Map<string, string>}
 */
const SHORT_FORMS = new Map([
  ['d', '0-9'],
  ['w', '_A-Za-z0-9'],
  ['s', ' \\t\\n\\r\v\f\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff\u2000-\u200a'],
]);

/**
 * Whether a text fits a schema's `pattern`, which is written as ECMAScript does and matched in linear
 * time as an I-Regexp (RFC 9485). A pattern that says more than those can takes every text; a text that
 * would take seconds fits none.
 *
 * @param {string} pattern
 * @param {string} text
 */
export function fitsPattern(pattern, text) {
  const read = readOnce(pattern);
  return read === undefined || (read.mostSteps(text) <= MOST_STEPS && read.matches(text));
}

/** A list of many texts is held against one pattern. @type {Map<string, IRegexp | undefined>} */
const READ = new Map();
const MOST_READ = 100;

/** Undefined where it is none. @param {string} pattern */
function readOnce(pattern) {
  if (!READ.has(pattern)) {
    if (READ.size === MOST_READ) {
      READ.clear();
    }
    READ.set(pattern, read(pattern));
  }
  return READ.get(pattern);
}

/** @param {string} pattern */
function read(pattern) {
  const said = translated(pattern);
  try {
    return said === undefined ? undefined : IRegexp.parse(said);
  } catch (e) {
    if (e instanceof IRegexpSyntaxException) {
      return undefined;
    }
    throw e;
  }
}

/**
 * The I-Regexp that fits all of a text where the pattern fits a part of it; undefined where anchors
 * stand elsewhere than at the ends of an alternative.
 *
 * @param {string} pattern
 */
function translated(pattern) {
  const alternatives = [];
  let fromStart = false;
  let toEnd = false;
  let inClass = false;
  let depth = 0;
  let body = '';
  for (const [piece] of `${pattern}|`.matchAll(PIECE)) {
    if (piece === '|' && depth === 0 && !inClass) {
      alternatives.push(`${fromStart ? '' : ANY}(${body})${toEnd ? '' : ANY}`);
      [fromStart, toEnd, body] = [false, false, ''];
    } else if (toEnd || (piece === '^' && !inClass && (fromStart || body !== ''))) {
      return undefined;
    } else if (inClass) {
      inClass = piece !== ']';
      body += piece === '[' ? '\\[' : insideClass(piece);
    } else if (piece === '^') {
      fromStart = true;
    } else if (piece === '$') {
      toEnd = depth === 0;
      if (!toEnd) {
        return undefined;
      }
    } else {
      inClass = piece === '[';
      depth += piece.startsWith('(') ? 1 : piece === ')' ? -1 : 0;
      body += outsideClass(piece);
    }
  }
  const isWhole = depth === 0 && !inClass && body === '';
  return isWhole ? alternatives.join('|') : undefined;
}

/** @param {string} piece */
function insideClass(piece) {
  return piece.startsWith('\\') ? (SHORT_FORMS.get(piece[1]) ?? unescaped(piece)) : piece;
}

/** @param {string} piece */
function outsideClass(piece) {
  if (piece === '(?:') {
    return '(';
  }
  if (!piece.startsWith('\\')) {
    return piece === '.' ? DOT : piece;
  }
  const members = SHORT_FORMS.get((piece[1] ?? '').toLowerCase());
  if (members === undefined) {
    return unescaped(piece);
  }
  return /[a-z]/.test(piece[1]) ? `[${members}]` : `[^${members}]`;
}

/** Without the backslash where an I-Regexp has none before that character. @param {string} piece */
function unescaped(piece) {
  return /^\\[ -/:-@`~_]$/.test(piece) && !/[()*+.?-]$/.test(piece) ? piece[1] : piece;
}
