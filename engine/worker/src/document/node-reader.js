import { role } from '../recipe/names.js';
import { DEFAULT_RUN } from '../recipe/node-run.js';
import { EMPTY, isObject, put } from '../value/json.js';
import { Fields, kind } from './fields.js';
import { message } from './messages.js';
import { readRun } from './run-reader.js';

/**
 * @typedef {import('../recipe/node.js').Node} Node
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 */

/** Keys of a node's config that are settings; every other key is a parameter. */
export const SETTINGS = ['component', 'run', 'credentials', 'ui'];

/** @type {Map<string, string>} */
const INSTALLER_PARTS = new Map([
  ['__HTTP_REQ_URL__', 'http_request'],
  ['__CODE_URL__', 'code'],
]);

/** A node without settings. @param {string} name @returns {Node} */
export function bareNode(name) {
  return {
    name,
    role: role(name, false),
    component: undefined,
    parameters: EMPTY,
    run: DEFAULT_RUN,
    credentials: {},
  };
}

/**
 * A node from its settings. RECIPE.md, sections 1, 2, 4 and 5.
 *
 * @param {string} name
 * @param {Json | undefined} config
 * @param {import('./problem.js').Path} path of the settings
 * @param {import('./findings.js').Findings} findings
 * @returns {Node}
 */
export function readNode(name, config, path, findings) {
  if (config === undefined || config === null) {
    return bareNode(name);
  }
  if (!isObject(config)) {
    findings.add('WRONG_TYPE', path, name, message('type.mapping'), kind(config));
    return bareNode(name);
  }
  const fields = new Fields(config, path, name, findings);
  const component = componentOf(fields.text('component'));
  const run = fields.mapping('run');
  return {
    name,
    role: role(name, component !== undefined),
    component,
    parameters: parametersOf(config),
    run: run ? readRun(run, fields.path('run'), name, findings) : DEFAULT_RUN,
    credentials: credentials(),
  };

  function credentials() {
    /** @type {Record<string, string>} */
    const read = {};
    const written = fields.mapping('credentials') ?? EMPTY;
    const inner = new Fields(written, fields.path('credentials'), `${name}.credentials`, findings);
    for (const key of Object.keys(written)) {
      const value = inner.text(key);
      if (value !== undefined) {
        put(read, key, value);
      }
    }
    return read;
  }
}

/** The part that an installer's placeholder means. @param {string | undefined} written */
export function componentOf(written) {
  return written === undefined ? undefined : (INSTALLER_PARTS.get(written) ?? written);
}

/** @param {JsonObject} config */
function parametersOf(config) {
  /** @type {JsonObject} */
  const parameters = {};
  for (const [key, value] of Object.entries(config)) {
    if (!SETTINGS.includes(key)) {
      put(parameters, key, value);
    }
  }
  return parameters;
}
