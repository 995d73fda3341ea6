import { startsBlank, strip } from '../value/blanks.js';
import { isReference } from './names.js';
import { nearest } from './spelling.js';

/** @typedef {import('./relation.js').Relation} Relation */

/** The loop variable of a bare FOREACH. */
export const DEFAULT_VARIABLE = 'item';

/** @type {Map<string, Relation>} */
const WORDS = new Map([
  ['PIPE', { kind: 'always' }],
  ['完成後', { kind: 'always' }],
  ['ON_CLICK', { kind: 'always' }],
  ['CLICK', { kind: 'always' }],
  ['ON_SUCCESS', { kind: 'on_success' }],
  ['SUCCESS', { kind: 'on_success' }],
  ['ON_FAIL', { kind: 'on_fail' }],
  ['FAIL', { kind: 'on_fail' }],
  ['失敗時', { kind: 'on_fail' }],
  ['IF', { kind: 'if', condition: '' }],
  ['條件滿足時', { kind: 'if', condition: '' }],
  ['ON_TRUE', { kind: 'on_branch', branch: 'true' }],
  ['TRUE', { kind: 'on_branch', branch: 'true' }],
  ['成立時', { kind: 'on_branch', branch: 'true' }],
  ['為真時', { kind: 'on_branch', branch: 'true' }],
  ['ON_FALSE', { kind: 'on_branch', branch: 'false' }],
  ['FALSE', { kind: 'on_branch', branch: 'false' }],
  ['ELSE', { kind: 'on_branch', branch: 'false' }],
  ['不成立時', { kind: 'on_branch', branch: 'false' }],
  ['為假時', { kind: 'on_branch', branch: 'false' }],
  ['否則', { kind: 'on_branch', branch: 'false' }],
  ['FOREACH', { kind: 'foreach', variable: DEFAULT_VARIABLE }],
  ['對每個', { kind: 'foreach', variable: DEFAULT_VARIABLE }],
  ['CALLS_SUBFLOW', { kind: 'calls_subflow' }],
  ['SUBFLOW', { kind: 'calls_subflow' }],
  ['CONTINUE', { kind: 'documentation', label: 'CONTINUE' }],
  ['IS_A', { kind: 'documentation', label: 'IS_A' }],
  ['CONTAINS', { kind: 'documentation', label: 'CONTAINS' }],
  ['HAS_STYLE', { kind: 'documentation', label: 'HAS_STYLE' }],
  ['HAS_BEHAVIOR', { kind: 'documentation', label: 'HAS_BEHAVIOR' }],
]);

const IF_WORDS = ['IF', '條件滿足時'];
const BRANCH_WORDS = ['ON_BRANCH', 'BRANCH', '分支'];
const LOOP_WORDS = ['FOREACH', '對每個'];

/**
 * The relation of a text as it is written between two `>>`, with all aliases; `unknown` where
 * nobody knows it. Latin words are read in any case; full-width parentheses count as parentheses.
 *
 * @param {string} text
 * @returns {Relation}
 */
export function parseRelation(text) {
  const trimmed = strip(text);
  const word = WORDS.get(trimmed.toUpperCase());
  if (word) {
    return word;
  }
  const condition = inParentheses(trimmed, IF_WORDS);
  if (condition !== undefined) {
    return { kind: 'if', condition };
  }
  const branch = inParentheses(trimmed, BRANCH_WORDS);
  if (branch) {
    return { kind: 'on_branch', branch };
  }
  const variable = loopVariable(trimmed);
  return variable === undefined ? { kind: 'unknown', text: trimmed } : { kind: 'foreach', variable };
}

/**
 * The relation in its first form: what {@link parseRelation} reads back as the same.
 *
 * @param {Relation} relation
 * @returns {string}
 */
export function writeRelation(relation) {
  switch (relation.kind) {
    case 'always':
      return 'PIPE';
    case 'on_success':
      return 'ON_SUCCESS';
    case 'on_fail':
      return 'ON_FAIL';
    case 'on_branch':
      return relation.branch === 'true' || relation.branch === 'false'
        ? `ON_${relation.branch.toUpperCase()}`
        : `ON_BRANCH(${relation.branch})`;
    case 'if':
      return relation.condition === '' ? 'IF' : `IF(${relation.condition})`;
    case 'foreach':
      return `FOREACH ${relation.variable}`;
    case 'calls_subflow':
      return 'CALLS_SUBFLOW';
    case 'documentation':
      return relation.label;
    case 'unknown':
      return relation.text;
  }
}

/**
 * The known relation that a misspelt one is most like, with its parentheses or variable kept;
 * undefined where none is.
 *
 * @param {string} text
 * @returns {string | undefined}
 */
export function suggestRelation(text) {
  const trimmed = strip(text);
  const end = trimmed.search(/[(（ ]/);
  const word = (end < 0 ? trimmed : trimmed.slice(0, end)).toUpperCase();
  const known = nearest(word, [...WORDS.keys(), ...BRANCH_WORDS].sort());
  if (known === undefined) {
    return undefined;
  }
  const whole = known + (end < 0 ? '' : trimmed.slice(end));
  if (parseRelation(whole).kind !== 'unknown') {
    return whole;
  }
  return parseRelation(known).kind === 'unknown' ? undefined : known;
}

/**
 * @param {string} text
 * @param {string[]} words
 */
function inParentheses(text, words) {
  for (const word of words) {
    const rest = strip(after(text, word) ?? '');
    if (rest.length >= 2 && '(（'.includes(rest[0]) && ')）'.includes(rest[rest.length - 1])) {
      return strip(rest.slice(1, -1));
    }
  }
  return undefined;
}

/** @param {string} text */
function loopVariable(text) {
  for (const word of LOOP_WORDS) {
    const rest = after(text, word);
    if (rest === undefined) {
      continue;
    }
    const inside = inParentheses(text, LOOP_WORDS);
    const variable = inside ?? strip(rest);
    const apart = inside !== undefined || startsBlank(rest) || word > '\x7f';
    if (apart && isReference(variable)) {
      return variable;
    }
  }
  return undefined;
}

/**
 * What follows a word that a text begins with, in any case.
 *
 * @param {string} text
 * @param {string} word
 */
function after(text, word) {
  return text.slice(0, word.length).toUpperCase() === word ? text.slice(word.length) : undefined;
}
