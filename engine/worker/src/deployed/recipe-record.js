import { isHostList } from '../sandbox/host-pattern.js';
import { get, isObject, memberOf, textOf } from '../value/json.js';
import { readJson } from '../value/json-reader.js';
import { JsonSyntaxException } from '../value/json-syntax-exception.js';
import { encodeUtf8 } from '../value/utf8.js';

/**
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 */

/**
 * A deployed recipe as KV holds it under `recipe:<name>`.
 *
 * @typedef {object} RecipeRecord
 * @property {string} name
 * @property {JsonObject} document the recipe in its JSON form
 * @property {string[]} allowedHosts `host`, `host:port`, `*.domain`
 * @property {string | undefined} hook SHA-256 of the public hook's token, in hexadecimal
 * @property {boolean} record false: nothing is kept of its runs but counts
 * @property {string} deployedAt ISO 8601
 */

/** The version of this form. */
export const VERSION = 1;

const MOST_METADATA_BYTES = 1024;

/** A stored record that can't be used. The message says why. */
export class RecordException extends Error {
  /**
   * @param {'older' | 'newer' | 'damaged'} kind
   * @param {string} why
   */
  constructor(kind, why) {
    super(why);
    this.name = 'RecordException';
    this.kind = kind;
  }
}

/**
 * @param {RecipeRecord} record
 * @returns {JsonObject}
 */
export function recordJson({ name, document, allowedHosts, hook, record, deployedAt }) {
  return {
    v: VERSION,
    name,
    recipe: document,
    allowed_hosts: allowedHosts,
    ...(hook === undefined ? {} : { hook }),
    ...(record ? {} : { record: false }),
    deployed_at: deployedAt,
  };
}

/**
 * @param {string} name under which it was found
 * @param {string} text
 * @returns {RecipeRecord}
 * @throws {RecordException}
 */
export function readRecord(name, text) {
  const json = parsed(text);
  const version = memberOf(json, 'v');
  if (typeof version === 'number' && version > VERSION) {
    throw new RecordException(
      'newer',
      `it has the form ${version}, and this executor knows ${VERSION}`,
    );
  }
  if (isObject(json) && version !== VERSION) {
    throw new RecordException('older', `it has an older form than ${VERSION}`);
  }
  const document = memberOf(json, 'recipe');
  const hosts = memberOf(json, 'allowed_hosts');
  if (!isObject(document) || !isHostList(hosts) || textOf(json, 'name') !== name) {
    throw new RecordException('damaged', 'its record lacks the recipe, its hosts or its name');
  }
  return {
    name,
    document,
    allowedHosts: hosts,
    hook: textOf(json, 'hook'),
    record: memberOf(json, 'record') !== false,
    deployedAt: textOf(json, 'deployed_at') ?? '',
  };
}

/**
 * What the list of keys says of each recipe, so that none is read that has no schedule: `{v,
 * schedules: [{cron, timezone, overlap}], description, deployed_at, public}`. KV keeps at most 1024
 * bytes: a long description is cut; too many schedules leave `schedules: null`, and the record is to
 * be read.
 *
 * @param {RecipeRecord} record
 * @param {import('../recipe/recipe.js').Recipe} recipe
 * @returns {JsonObject}
 */
export function recordMetadata(record, recipe) {
  const schedules = recipe.triggers.flatMap((trigger) =>
    trigger.kind === 'cron'
      ? [{ cron: trigger.expression, timezone: trigger.timezone, overlap: trigger.overlap }]
      : [],
  );
  const metadata = {
    v: VERSION,
    deployed_at: record.deployedAt,
    public: record.hook !== undefined,
  };
  const described = (/** @type {number} */ length, /** @type {Json} */ given) => ({
    ...metadata,
    schedules: given,
    description: Array.from(recipe.description ?? '')
      .slice(0, length)
      .join(''),
  });
  for (const length of [200, 100, 0]) {
    const whole = described(length, schedules);
    if (encodeUtf8(JSON.stringify(whole)).length <= MOST_METADATA_BYTES) {
      return whole;
    }
  }
  return described(100, null);
}

/** The metadata of a key; empty where it is another form. @param {unknown} metadata @returns {JsonObject} */
export function readMetadata(metadata) {
  const json = /** @type {Json} */ (metadata ?? null);
  return isObject(json) && get(json, 'v') === VERSION ? json : {};
}

/** @param {string} text */
function parsed(text) {
  try {
    return readJson(text);
  } catch (e) {
    if (e instanceof JsonSyntaxException) {
      throw new RecordException('damaged', 'its record is no JSON');
    }
    throw e;
  }
}
