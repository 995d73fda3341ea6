import { IRegexp } from '../template/i-regexp.js';
import { IRegexpSyntaxException } from '../template/i-regexp-syntax-exception.js';

const ANY = '(.|\\n|\\r)*';

/** What short forms of ECMAScript's patterns hold, as written inside a class. */
const SHORT_FORMS = new Map([
  ['d', '0-9'],
  ['w', 'A-Za-z0-9_'],
  ['s', ' \\t\\n\\r'],
]);

/**
 * Whether a text fits a schema's `pattern`, which is written as ECMAScript does and matched in linear
 * time as an I-Regexp (RFC 9485). A pattern that says more than those can takes every text.
 *
 * @param {string} pattern
 * @param {string} text
 */
export function fitsPattern(pattern, text) {
  try {
    return IRegexp.parse(translated(pattern)).matches(text);
  } catch (e) {
    if (e instanceof IRegexpSyntaxException) {
      return true;
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
