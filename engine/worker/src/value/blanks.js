/** White space as `Character.isWhitespace` of Java has it: no-break spaces are none. */
const BLANK = '[\\t-\\r\\x1c-\\x20\\u1680\\u2000-\\u2006\\u2008-\\u200a\\u2028\\u2029\\u205f\\u3000]';
const LEADING = new RegExp(`^${BLANK}+`);
const ONLY = new RegExp(`^${BLANK}*$`);
const ONE = new RegExp(BLANK);

/** The text without white space at its ends. @param {string} text */
export function strip(text) {
  let end = text.length;
  while (end > 0 && ONE.test(text[end - 1])) {
    end--;
  }
  return text.slice(0, end).replace(LEADING, '');
}

/** @param {string} text */
export function isBlank(text) {
  return ONLY.test(text);
}

/** Whether a text begins with white space. @param {string} text */
export function startsBlank(text) {
  return text !== '' && ONE.test(text[0]);
}
