import { onlyKnown } from '../conformance/conformance-case.js';
import { get, isObject, textOf } from '../../src/value/json.js';
import { readConnector } from '../../src/connector/connector-reader.js';

/**
 * One case of `engine/conformance/connector`. Its README says what each key means.
 *
 * @typedef {import('../../src/value/json.js').Json} Json
 * @typedef {import('../../src/value/json.js').JsonObject} JsonObject
 */

const KEYS = [
  'name',
  'why',
  'like',
  'connector',
  'input',
  'credentials',
  'names',
  'allowed',
  'tokens',
  'account',
  'now',
  'timeout_ms',
  'response_bytes',
  'answers',
  'calls',
  'expect',
];
const CONNECTOR = [
  'hosts',
  'properties',
  'required',
  'credentials',
  'request',
  'response',
  'auth',
];
const EXPECT = ['requests', 'result', 'error_has', 'nowhere', 'tokens', 'mistakes'];
const NEEDED = ['name', 'why', 'connector', 'expect'];
const INHERITED = ['connector', 'credentials', 'account'];

/**
 * The cases of a file, each with what it has from the one it is like.
 *
 * @param {JsonObject[]} written
 */
export function casesOf(written) {
  /** @type {Map<string, JsonObject>} */
  const earlier = new Map();
  return written.map((text) => {
    const whole = complete(text, earlier);
    earlier.set(String(whole.name), whole);
    return whole;
  });
}

/**
 * @param {JsonObject} written
 * @param {Map<string, JsonObject>} earlier
 */
function complete(written, earlier) {
  onlyKnown(written, KEYS);
  const like = textOf(written, 'like');
  const model = like === undefined ? {} : earlier.get(like);
  if (!model) {
    throw new Error(`there is no earlier case "${like}"`);
  }
  const inherited = INHERITED.filter((key) => get(model, key) !== undefined);
  const whole = {
    ...Object.fromEntries(inherited.map((key) => [key, model[key]])),
    ...written,
  };
  for (const key of NEEDED) {
    if (get(whole, key) === undefined) {
      throw new Error(`a case has no \`${key}\`: ${JSON.stringify(written)}`);
    }
  }
  onlyKnown(objectAt(whole, 'connector'), CONNECTOR);
  onlyKnown(objectAt(whole, 'expect'), EXPECT);
  return whole;
}

/** @param {JsonObject} text of the case */
export function connectorOf(text) {
  const excerpt = objectAt(text, 'connector');
  const credentials = /** @type {Json[]} */ (excerpt.credentials ?? []);
  /** @type {import('../../src/part/contract.js').Contract} */
  const contract = {
    id: 'case',
    runtime: 'connector',
    inputSchema: {
      type: 'object',
      properties: objectAt(excerpt, 'properties'),
      required: excerpt.required ?? [],
    },
    fromScope: [],
    verbatim: [],
    credentials: credentials.map((need) => {
      const key = isObject(need) ? String(need.optional) : String(need);
      return { key, label: `Label of ${key}`, injectAs: undefined, optional: isObject(need) };
    }),
    failureInData: false,
    storage: false,
    network: true,
    hosts: textsAt(excerpt, 'hosts', ['api.example.com']),
  };
  return readConnector(contract, excerpt);
}

/** @param {JsonObject} text of the case */
export function nowOf(text) {
  return Date.parse(textOf(text, 'now') ?? '2026-03-01T08:30:00Z');
}

/**
 * @param {JsonObject} text
 * @param {string} key
 */
export function objectAt(text, key) {
  const value = get(text, key);
  return isObject(value) ? value : {};
}

/**
 * @param {JsonObject} text
 * @param {string} key
 * @param {string[]} otherwise
 */
export function textsAt(text, key, otherwise) {
  const value = get(text, key);
  return Array.isArray(value) ? /** @type {string[]} */ (value) : otherwise;
}

/**
 * @param {JsonObject} text
 * @param {string} key
 * @param {number} otherwise
 */
export function numberAt(text, key, otherwise) {
  const value = get(text, key);
  return typeof value === 'number' ? value : otherwise;
}
