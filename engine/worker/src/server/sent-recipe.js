import { checkDocument } from '../validate/deployable.js';
import { isHostList } from '../sandbox/host-pattern.js';
import { writtenHosts } from '../deployed/written-hosts.js';
import { EMPTY, get, isObject, textOf, withMember } from '../value/json.js';
import { HttpError } from '../http/http-error.js';

/**
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 */

/** The name of a recipe that is run without one. */
const UNNAMED = 'unnamed';

/** Members of a body that belong to the request, not to the recipe. */
const OF_THE_REQUEST = [
  'context',
  'input',
  'allowed_hosts',
  'rotate_hook',
  'record',
  'graph_id',
  'graph_name',
];

/**
 * The recipe's document that a body holds: `recipe`, `graph` (Arcrun's compiled graph, with
 * `config`), `triplets` or `flow` (with `config`), or the body itself as a bare graph. Name and
 * description may stand beside.
 *
 * @param {JsonObject} body
 * @returns {JsonObject}
 * @throws {HttpError} 400 where there is none, or of a wrong type
 */
export function sentDocument(body) {
  const recipe = get(body, 'recipe');
  if (isObject(recipe)) {
    return named(recipe, body);
  }
  const graph = get(body, 'graph');
  if (graph !== undefined) {
    if (!isObject(graph)) {
      throw wrong('`graph` must be an object with `nodes` and `edges`.');
    }
    return named(
      { name: graphName(graph), ...of(body, ['name', 'description', 'graph', 'config']) },
      body,
    );
  }
  const triplets = get(body, 'triplets') ?? get(body, 'flow');
  if (triplets !== undefined) {
    if (!Array.isArray(triplets) || triplets.length === 0) {
      throw wrong(
        '`triplets` must be a list of texts such as "input >> ON_SUCCESS >> fetch", with one at least.',
      );
    }
    const rest = Object.fromEntries(
      Object.entries(body).filter(
        ([key]) => key !== 'triplets' && !OF_THE_REQUEST.includes(key),
      ),
    );
    return named({ ...rest, flow: triplets }, body);
  }
  if (get(body, 'nodes') !== undefined) {
    return named(of(body, ['id', 'name', 'description', 'nodes', 'edges']), body);
  }
  throw wrong('The body has no recipe.');
}

/**
 * What the run gets: `context`, as Arcrun's clients call it, or `input`.
 *
 * @param {JsonObject} body
 * @returns {Json}
 */
export function sentInput(body) {
  return get(body, 'context') ?? get(body, 'input') ?? EMPTY;
}

/**
 * Reads a document; what is wrong with it is an error.
 *
 * @param {JsonObject} document
 * @param {import('../part/components.js').Components} components
 * @throws {HttpError} 422 with the problems
 */
export function readSent(document, components) {
  const { recipe, findings } = checkDocument(document, components);
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    throw new HttpError(
      422,
      'INVALID_RECIPE',
      `The recipe can't run: ${errors[0].message}`,
      'Mend what `problems` says, and send it again.',
      { more: { problems: findings.map(findingJson) } },
    );
  }
  return { recipe, findings };
}

/** @param {import('../validate/deployable.js').Finding} finding @returns {JsonObject} */
export function findingJson({ code, severity, message, path }) {
  return { code, severity, message, path };
}

/**
 * The hosts a sent recipe may reach: those the body lists, else those that its own text names.
 *
 * @param {JsonObject} body
 * @param {import('../recipe/recipe.js').Recipe} recipe
 * @param {import('../part/components.js').Components} components
 * @returns {string[]}
 * @throws {HttpError} 400
 */
export function sentHosts(body, recipe, components) {
  const hosts = get(body, 'allowed_hosts');
  if (hosts === undefined) {
    return writtenHosts(recipe, components);
  }
  if (!isHostList(hosts)) {
    throw wrong(
      '`allowed_hosts` must be a list of texts such as `api.example.com`, `host:port` or `*.example.com`.',
    );
  }
  return hosts;
}

/** @param {string} error */
export function wrong(error) {
  return new HttpError(
    400,
    'WRONG_TYPE',
    error,
    'Send {"triplets": [...], "config": {...}}, {"graph": {...}} or {"recipe": {...}}; GET /openapi.json describes each.',
  );
}

/**
 * @param {JsonObject} document
 * @param {JsonObject} body
 */
function named(document, body) {
  let complete = document;
  for (const key of ['name', 'description']) {
    const given = textOf(body, key);
    if (get(document, key) === undefined && given !== undefined) {
      complete = withMember(complete, key, given);
    }
  }
  return get(complete, 'name') === undefined ? { name: UNNAMED, ...complete } : complete;
}

/** @param {JsonObject} graph */
function graphName(graph) {
  return textOf(graph, 'name') ?? textOf(graph, 'id') ?? UNNAMED;
}

/**
 * The members of those names that there are.
 *
 * @param {JsonObject} body
 * @param {string[]} names
 * @returns {JsonObject}
 */
function of(body, names) {
  return Object.fromEntries(Object.entries(body).filter(([name]) => names.includes(name)));
}
