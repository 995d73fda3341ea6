import { IRegexp } from '../template/i-regexp.js';
import { IRegexpSyntaxException } from '../template/i-regexp-syntax-exception.js';

const ANY = '(.|\\n|\\r)*';

/** States of a pattern times characters of a text. A second's work; 5 MiB fit a pattern of 20 states. */
const MOST_STEPS = 100 * 1024 * 1024;

/** What short forms of ECMAScript's patterns hold, as written inside a class. */
const SHORT_FORMS = new Map([
  ['d', '0-9'],
  ['w', 'A-Za-z0-9_'],
  ['s', ' \\t\\n\\r'],
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
  try {
    return IRegexp.parse(translated(pattern));
  } catch (e) {
    if (e instanceof IRegexpSyntaxException) {
      return undefined;
    }
    throw e;
  }
}

/** A schema's pattern fits where it fits a part of the text; an I-Regexp all of it. @param {string} pattern */
function translated(pattern) {
  const fromStart = pattern.startsWith('^');
  const toEnd = /(^|[^\\])(\\\\)*\$$/.test(pattern);
  const body = pattern.slice(fromStart ? 1 : 0, toEnd ? -1 : undefined);
  return `${fromStart ? '' : ANY}(${withoutShortForms(body)})${toEnd ? '' : ANY}`;
}

/** @param {string} body */
function withoutShortForms(body) {
  let inClass = false;
  return body.replace(/\\([\s\S])|[[\]]/g, (found, escaped) => {
    if (escaped === undefined) {
      inClass = found === '[';
      return found;
    }
    const members = SHORT_FORMS.get(escaped);
    if (members !== undefined) {
      return inClass ? members : `[${members}]`;
    }
    return escaped === '/' ? '/' : found;
  });
}
