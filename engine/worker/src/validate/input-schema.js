import { EMPTY, equal, get, isObject, memberOf } from '../value/json.js';
import { fitsPattern } from './schema-pattern.js';
import { canonical, isMultiple, isOfType } from './schema-value.js';

/**
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 */

/** Deeper schemas and references that go round in a circle are not followed. */
const MOST_DEPTH = 64;
const MOST_SENTENCES = 20;
const LONGEST_NAME = 100;
const TOO_INVOLVED = 'the schema asks for too much to be checked';

/** How many schemas may be held against values: some, and so many more for each value of an input. */
const SOME_STEPS = 100_000;
const STEPS_EACH = 50;

/**
 * What is wrong with a value by a JSON Schema (2020-12), a sentence each with its path; empty when it
 * fits. A run's input is checked against the recipe's `inputs` before the run. References stay inside
 * the schema; `format` says nothing, as the specification has it.
 *
 * @param {JsonObject} schema
 * @param {Json} value
 * @returns {string[]}
 */
export function checkInput(schema, value) {
  /** @type {string[]} */
  const found = [];
  const steps = { left: SOME_STEPS + STEPS_EACH * valuesIn(value) };
  new Check(schema, found, steps).value(schema, value, 'input', 0);
  return steps.left < 0 ? [TOO_INVOLVED] : found.slice(0, MOST_SENTENCES);
}

class Check {
  #root;
  #found;
  #steps;

  /**
   * @param {JsonObject} root
   * @param {string[]} found
   * @param {{ left: number }} steps that may still be taken; fewer than none: it was given up
   */
  constructor(root, found, steps) {
    this.#root = root;
    this.#found = found;
    this.#steps = steps;
  }

  /**
   * @param {Json | undefined} schema
   * @param {Json} value
   * @param {string} path
   * @param {number} depth
   */
  value(schema, value, path, depth) {
    if (schema === false) {
      this.#found.push(`${path} is not allowed here`);
    }
    if (
      !isObject(schema) ||
      depth > MOST_DEPTH ||
      this.#found.length >= MOST_SENTENCES ||
      --this.#steps.left < 0
    ) {
      return;
    }
    const reference = get(schema, '$ref');
    if (typeof reference === 'string') {
      this.value(this.#referred(reference), value, path, depth + 1);
    }
    this.#plain(schema, value, path);
    this.#combined(schema, value, path, depth + 1);
    if (typeof value === 'string') {
      this.#text(schema, value, path);
    } else if (typeof value === 'number') {
      this.#number(schema, value, path);
    } else if (Array.isArray(value)) {
      this.#list(schema, value, path, depth + 1);
    } else if (isObject(value)) {
      this.#object(schema, value, path, depth + 1);
    }
  }

  /**
   * @param {Json | undefined} schema
   * @param {Json} value
   * @param {number} depth
   */
  #fits(schema, value, depth) {
    /** @type {string[]} */
    const found = [];
    new Check(this.#root, found, this.#steps).value(schema, value, '', depth);
    return found.length === 0;
  }

  /** @param {string} reference */
  #referred(reference) {
    if (reference !== '#' && !reference.startsWith('#/')) {
      return undefined;
    }
    /** @type {Json | undefined} */
    let at = this.#root;
    for (const step of reference.split('/').slice(1)) {
      const name = decoded(step).replaceAll('~1', '/').replaceAll('~0', '~');
      at = Array.isArray(at) && /^[0-9]{1,9}$/.test(name) ? at[Number(name)] : memberOf(at, name);
    }
    return at;
  }

  /**
   * @param {JsonObject} schema
   * @param {Json} value
   * @param {string} path
   */
  #plain(schema, value, path) {
    const type = get(schema, 'type');
    const types = typeof type === 'string' ? [type] : Array.isArray(type) ? type : undefined;
    if (types && !types.some((each) => isOfType(value, each))) {
      this.#found.push(`${path} must be of type ${types.map(shown).join(' or ')}`);
    }
    const allowed = get(schema, 'enum');
    if (Array.isArray(allowed) && !allowed.some((each) => equal(each, value))) {
      this.#found.push(
        `${path} must be one of ${allowed.map((each) => JSON.stringify(each)).join(', ')}`,
      );
    }
    const only = get(schema, 'const');
    if (only !== undefined && !equal(only, value)) {
      this.#found.push(`${path} must be ${JSON.stringify(only)}`);
    }
  }

  /**
   * @param {JsonObject} schema
   * @param {Json} value
   * @param {string} path
   * @param {number} depth
   */
  #combined(schema, value, path, depth) {
    for (const each of list(schema, 'allOf')) {
      this.value(each, value, path, depth);
    }
    const some = list(schema, 'anyOf');
    if (some.length > 0 && !some.some((each) => this.#fits(each, value, depth))) {
      this.#found.push(`${path} fits none of the forms it may have`);
    }
    const one = list(schema, 'oneOf');
    if (one.length > 0 && one.filter((each) => this.#fits(each, value, depth)).length !== 1) {
      this.#found.push(`${path} must fit exactly one of the forms it may have`);
    }
    const not = get(schema, 'not');
    if (not !== undefined && this.#fits(not, value, depth)) {
      this.#found.push(`${path} has a form that is excluded`);
    }
    const condition = get(schema, 'if');
    if (condition !== undefined) {
      this.value(
        get(schema, this.#fits(condition, value, depth) ? 'then' : 'else'),
        value,
        path,
        depth,
      );
    }
  }

  /**
   * @param {JsonObject} schema
   * @param {string} value
   * @param {string} path
   */
  #text(schema, value, path) {
    const length = Array.from(value).length;
    this.#least(schema, 'minLength', length, `${path} must have at least`, 'characters');
    this.#most(schema, 'maxLength', length, `${path} must have at most`, 'characters');
    const pattern = get(schema, 'pattern');
    const most = get(schema, 'maxLength');
    const isTooLong = typeof most === 'number' && length > most;
    if (typeof pattern === 'string' && !isTooLong && !fitsPattern(pattern, value)) {
      this.#found.push(`${path} must match ${pattern}`);
    }
  }

  /**
   * @param {JsonObject} schema
   * @param {number} value
   * @param {string} path
   */
  #number(schema, value, path) {
    this.#least(schema, 'minimum', value, `${path} must be at least`, '');
    this.#most(schema, 'maximum', value, `${path} must be at most`, '');
    const above = get(schema, 'exclusiveMinimum');
    if (typeof above === 'number' && value <= above) {
      this.#found.push(`${path} must be more than ${above}`);
    }
    const below = get(schema, 'exclusiveMaximum');
    if (typeof below === 'number' && value >= below) {
      this.#found.push(`${path} must be less than ${below}`);
    }
    const step = get(schema, 'multipleOf');
    if (typeof step === 'number' && step > 0 && !isMultiple(value, step)) {
      this.#found.push(`${path} must be a multiple of ${step}`);
    }
  }

  /**
   * @param {JsonObject} schema
   * @param {Json[]} value
   * @param {string} path
   * @param {number} depth
   */
  #list(schema, value, path, depth) {
    this.#least(schema, 'minItems', value.length, `${path} must have at least`, 'items');
    this.#most(schema, 'maxItems', value.length, `${path} must have at most`, 'items');
    const first = list(schema, 'prefixItems');
    const rest = get(schema, 'items');
    value.forEach((item, i) =>
      this.value(i < first.length ? first[i] : rest, item, `${path}[${i}]`, depth),
    );
    const contained = get(schema, 'contains');
    if (contained !== undefined) {
      const count = value.filter((item) => this.#fits(contained, item, depth)).length;
      const least = get(schema, 'minContains') ?? 1;
      if (typeof least === 'number' && count < least) {
        this.#found.push(`${path} lacks an item of a form it must have`);
      }
      this.#most(
        schema,
        'maxContains',
        count,
        `${path} must have at most`,
        'items of one form',
      );
    }
    if (
      get(schema, 'uniqueItems') === true &&
      new Set(value.map(canonical)).size < value.length
    ) {
      this.#found.push(`${path} has an item twice`);
    }
  }

  /**
   * @param {JsonObject} schema
   * @param {JsonObject} value
   * @param {string} path
   * @param {number} depth
   */
  #object(schema, value, path, depth) {
    const names = Object.keys(value);
    this.#least(schema, 'minProperties', names.length, `${path} must have at least`, 'members');
    this.#most(schema, 'maxProperties', names.length, `${path} must have at most`, 'members');
    for (const name of list(schema, 'required')) {
      if (typeof name === 'string' && !Object.hasOwn(value, name)) {
        this.#found.push(`${path} lacks ${name}`);
      }
    }
    const patterns = Object.entries(object(schema, 'patternProperties'));
    for (const name of names) {
      const at = `${path}.${inShort(name)}`;
      const own = get(object(schema, 'properties'), name);
      const fitting = patterns.filter(([pattern]) => fitsPattern(pattern, name));
      [own, ...fitting.map(([, each]) => each)].forEach((each) =>
        this.value(each, value[name], at, depth),
      );
      if (own === undefined && fitting.length === 0) {
        this.value(get(schema, 'additionalProperties'), value[name], at, depth);
      }
      this.value(get(schema, 'propertyNames'), name, `the name ${inShort(name)} in ${path}`, depth);
    }
    for (const [name, needed] of Object.entries(object(schema, 'dependentSchemas'))) {
      if (Object.hasOwn(value, name)) {
        this.value(needed, value, path, depth);
      }
    }
    for (const [name, needed] of Object.entries(object(schema, 'dependentRequired'))) {
      const lacking = Object.hasOwn(value, name) && Array.isArray(needed) ? needed : [];
      lacking
        .filter((each) => typeof each === 'string' && !Object.hasOwn(value, each))
        .forEach((each) => this.#found.push(`${path} has ${name} and so needs ${each}`));
    }
  }

  /**
   * @param {JsonObject} schema
   * @param {string} key
   * @param {number} actual
   * @param {string} says
   * @param {string} unit
   */
  #least(schema, key, actual, says, unit) {
    const least = get(schema, key);
    if (typeof least === 'number' && actual < least) {
      this.#found.push(`${says} ${least} ${unit}`.trimEnd());
    }
  }

  /**
   * @param {JsonObject} schema
   * @param {string} key
   * @param {number} actual
   * @param {string} says
   * @param {string} unit
   */
  #most(schema, key, actual, says, unit) {
    const most = get(schema, key);
    if (typeof most === 'number' && actual > most) {
      this.#found.push(`${says} ${most} ${unit}`.trimEnd());
    }
  }
}

/** A type as it is written. @param {Json} type */
function shown(type) {
  return typeof type === 'string' ? type : JSON.stringify(type);
}

/** A name that a caller sends, not too much of it. @param {string} name */
function inShort(name) {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
}

/** @param {Json} value @returns {number} */
function valuesIn(value) {
  const inner = typeof value === 'object' && value !== null ? Object.values(value) : [];
  return inner.reduce((/** @type {number} */ all, each) => all + valuesIn(each), 1);
}

/** @param {string} step */
function decoded(step) {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}

/**
 * @param {JsonObject} schema
 * @param {string} key
 */
function list(schema, key) {
  const value = get(schema, key);
  return Array.isArray(value) ? value : [];
}

/**
 * @param {JsonObject} schema
 * @param {string} key
 */
function object(schema, key) {
  const value = get(schema, key);
  return isObject(value) ? value : EMPTY;
}
