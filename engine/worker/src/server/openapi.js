import { VERSION } from '../platform/version.js';
import { SCHEMAS } from './schemas.js';

/**
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 * @typedef {import('./route.js').Route} Route
 */

/** What each status of an error says. */
const ERRORS = new Map([
  [400, 'The request is malformed, or the input does not fit'],
  [401, 'No key that is known here, or a signature that does not fit'],
  [403, 'The role of the key does not allow it'],
  [404, 'There is no such thing'],
  [409, 'It stands in a way that does not allow this'],
  [413, 'The body has more than 5 MiB'],
  [422, 'The recipe has problems'],
  [429, 'Too many writes at once'],
  [500, 'The run failed, or something unexpected happened'],
  [503, 'Something that is needed does not answer'],
]);

/** @type {JsonObject[]} */
const SECURED = [{ apiKey: [] }, { bearer: [] }];

/**
 * The description of the routes in OpenAPI 3.1.
 *
 * @param {Route[]} routes
 * @param {string} origin where this Worker is
 * @returns {JsonObject}
 */
export function openApi(routes, origin) {
  /** @type {Record<string, JsonObject>} */
  const paths = {};
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Arcrun executor',
      version: VERSION,
      description: 'Runs the recipes that are deployed to this Cloudflare account.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: origin }],
    paths,
    components: {
      schemas: SCHEMAS,
      responses: Object.fromEntries(
        [...ERRORS].map(([status, description]) => [
          `Error${status}`,
          content(description, 'Error'),
        ]),
      ),
      securitySchemes: {
        apiKey: { type: 'apiKey', in: 'header', name: 'X-Arcrun-API-Key' },
        bearer: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

/** @param {Route} route @returns {JsonObject} */
function operation(route) {
  const { id, summary, query = [], path, body, access, answers } = route;
  const places = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const parameters = query.map(({ name, text }) => ({
    name,
    in: 'query',
    description: text,
    schema: { type: 'string' },
  }));
  return {
    operationId: id,
    summary,
    security: access === 'open' ? [] : access === 'hook' ? [{}, ...SECURED] : SECURED,
    ...(places.length + parameters.length > 0
      ? { parameters: [...places, ...parameters] }
      : {}),
    ...(body === undefined ? {} : { requestBody: requestBody(body) }),
    responses: {
      ...Object.fromEntries(
        answers.map(({ status, text, schema }) => [String(status), content(text, schema)]),
      ),
      ...Object.fromEntries(
        errorsOf(route).map((status) => [
          String(status),
          { $ref: `#/components/responses/Error${status}` },
        ]),
      ),
    },
  };
}

/** The statuses of errors that a route may give. @param {Route} route */
export function errorsOf({ access, body, errors }) {
  const all = new Set([
    ...(access === 'open' ? [] : [401]),
    ...(access === 'manage' ? [403, 429] : []),
    ...(body === undefined ? [] : [400, 413]),
    ...errors,
    500,
  ]);
  return [...all].sort((a, b) => a - b);
}

/** @param {string} schema */
function requestBody(schema) {
  const reference = { $ref: `#/components/schemas/${schema}` };
  return {
    required: schema !== 'Any',
    content: {
      'application/json': { schema: reference },
      ...(schema === 'Any'
        ? { 'application/x-www-form-urlencoded': { schema: { type: 'object' } } }
        : {}),
    },
  };
}

/**
 * @param {string} description
 * @param {string} schema
 */
function content(description, schema) {
  return {
    description,
    content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } },
  };
}
