import { readDocument } from '../../src/document/document-reader.js';
import { get, isObject, textOf } from '../../src/value/json.js';
import { caseComponents } from './case-components.js';

/**
 * @typedef {import('../../src/value/json.js').Json} Json
 * @typedef {import('../../src/value/json.js').JsonObject} JsonObject
 */

const KEYS = [
  'name',
  'why',
  'recipe',
  'recipes',
  'input',
  'context',
  'components',
  'parts',
  'order',
  'events',
  'expect',
];
const CONTEXT_KEYS = ['run_id', 'triggered_by', 'scheduled_at', 'nonce', 'depth', 'start'];

/** One case of `engine/conformance/run`. Its README says what each key means. */
export class ConformanceCase {
  #text;

  /** @param {JsonObject} text */
  constructor(text) {
    onlyKnown(text, KEYS);
    for (const required of ['name', 'why', 'recipe', 'expect']) {
      if (get(text, required) === undefined) {
        throw new Error(`a case has no \`${required}\`: ${JSON.stringify(text)}`);
      }
    }
    this.#text = text;
    this.expected = this.#object('expect');
    this.components = caseComponents(this.#object('components'));
    this.parts = this.#object('parts');
    this.order = /** @type {string[]} */ (this.#list('order'));
    this.events = /** @type {JsonObject[]} */ (this.#list('events'));
  }

  /** Whether the outcome must not depend on the order in which calls end. */
  get anyOrder() {
    return this.order.length === 0 && this.events.length === 0;
  }

  get recipe() {
    return recipe(this.#object('recipe'), 'case');
  }

  /** Another recipe of the case, or undefined. @param {string} name */
  recipeNamed(name) {
    const written = get(this.#object('recipes'), name);
    return isObject(written) ? recipe(written, name) : undefined;
  }

  /** @returns {import('../../src/schedule/run-context.js').RunContext} */
  get context() {
    const context = this.#object('context');
    onlyKnown(context, CONTEXT_KEYS);
    const input = get(this.#text, 'input');
    return {
      runId: textOf(context, 'run_id') ?? 'run-1',
      input: input === undefined ? {} : input,
      triggeredBy: textOf(context, 'triggered_by') ?? 'manual',
      scheduledAt: textOf(context, 'scheduled_at'),
      nonce: textOf(context, 'nonce') ?? 'nonce',
      depth: Number(get(context, 'depth') ?? 0),
    };
  }

  get startMs() {
    return Date.parse(textOf(this.#object('context'), 'start') ?? '2026-03-01T08:30:00.000Z');
  }

  /** @param {string} key */
  #object(key) {
    const value = get(this.#text, key);
    return isObject(value) ? value : {};
  }

  /** @param {string} key */
  #list(key) {
    const value = get(this.#text, key);
    return Array.isArray(value) ? value : [];
  }
}

/**
 * A misspelt key would check nothing.
 *
 * @param {JsonObject} object
 * @param {string[]} known
 */
export function onlyKnown(object, known) {
  for (const key of Object.keys(object)) {
    if (!known.includes(key)) {
      throw new Error(`unknown key \`${key}\` in ${JSON.stringify(object)}`);
    }
  }
}

/**
 * @param {JsonObject} written
 * @param {string} name
 */
function recipe(written, name) {
  return readDocument({ name, ...written }).recipe;
}
