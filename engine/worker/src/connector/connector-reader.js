import { Expression } from '../template/expression.js';
import { ExpressionException } from '../template/expression-exception.js';
import { ReferencePath } from '../template/reference-path.js';
import { isObject } from '../value/json.js';
import { readAuth } from './auth-reader.js';
import { connectorMistakes } from './connector-rules.js';
import { Fields } from './fields.js';
import { readMethod } from './method-text.js';
import { CONTENT_TYPES } from './request.js';
import { plainText } from './result-text.js';

/**
 * Reads the connector out of a contract: `request`, `response` and `auth`.
 *
 * @typedef {import('./request.js').Encoding} Encoding
 * @typedef {import('./response.js').Response} Response
 */

/**
 * @param {import('../part/contract.js').Contract} contract its facets
 * @param {import('../value/json.js').JsonObject} json the whole contract
 * @returns {import('./connector-reading.js').ConnectorReading}
 */
export function readConnector(contract, json) {
  /** @type {import('./connector-mistake.js').ConnectorMistake[]} */
  const mistakes = [];
  const fields = new Fields(json, [], mistakes);
  const connector = {
    contract,
    request: readRequest(fields.inner('request')),
    response: readResponse(fields.inner('response')),
    auth: fields.json('auth') === undefined ? undefined : readAuth(fields.inner('auth'), mistakes),
  };
  if (mistakes.length === 0) {
    mistakes.push(...connectorMistakes(connector));
  }
  return mistakes.length === 0 ? { kind: 'read', connector } : { kind: 'refused', mistakes };
}

/** @param {Fields} fields @returns {import('./request.js').Request} */
function readRequest(fields) {
  if (fields.json('binding') !== undefined) {
    fields.only('binding', 'model', 'body', 'except');
    if (fields.text('binding') !== 'AI') {
      fields.mistake('binding', 'there is the binding AI only.');
    }
    return {
      kind: 'binding',
      model: fields.text('model'),
      body: fields.json('body'),
      except: fields.list('except'),
    };
  }
  fields.only('method', 'url', 'path', 'headers', 'query', 'body', 'encoding', 'except');
  return {
    kind: 'http',
    method: readMethod(fields),
    url: fields.text('url'),
    path: fields.textOrNone('path'),
    headers: objectOrTemplate(fields, 'headers'),
    query: objectOrTemplate(fields, 'query'),
    body: fields.json('body'),
    encoding: encodingOf(fields),
    except: fields.list('except'),
  };
}

/**
 * @param {Fields} fields
 * @param {string} name
 */
function objectOrTemplate(fields, name) {
  const value = fields.json(name);
  return typeof value === 'string' ? value : fields.object(name);
}

/** @param {Fields} fields @returns {Encoding} */
function encodingOf(fields) {
  const name = fields.textOr('encoding', 'json');
  if (Object.hasOwn(CONTENT_TYPES, name)) {
    return /** @type {Encoding} */ (name);
  }
  fields.mistake('encoding', '`encoding` is json, form, text or message.');
  return 'json';
}

/** @param {Fields} fields @returns {Response} */
function readResponse(fields) {
  fields.only('success_when', 'data', 'text', 'text_path', 'error_path', 'expects');
  return {
    successWhen: condition(fields),
    data: dataOf(fields),
    text: textOfResult(fields),
    errorPath: pathAt(fields, 'error_path'),
    expects: expectedBy(fields),
  };
}

/** @param {Fields} fields */
function condition(fields) {
  const written = fields.textOrNone('success_when');
  if (written === undefined) {
    return undefined;
  }
  try {
    return Expression.parse(written);
  } catch (e) {
    if (!(e instanceof ExpressionException)) {
      throw e;
    }
    fields.mistake('success_when', `\`${written}\` can't be read: ${e.message}.`);
    return undefined;
  }
}

/** @param {Fields} fields @returns {import('./response.js').Data} */
function dataOf(fields) {
  const data = fields.json('data');
  return isObject(data)
    ? { kind: 'made', object: data }
    : { kind: 'at', path: pathAt(fields, 'data') ?? new ReferencePath('body', []) };
}

/** @param {Fields} fields @returns {Response['text']} */
function textOfResult(fields) {
  const plain = pathAt(fields, 'text_path');
  if (fields.json('text') === undefined) {
    return plain && plainText(plain);
  }
  if (fields.json('text_path') !== undefined) {
    fields.mistake('text', 'there is `text_path` already; keep one of them.');
  }
  const text = fields.inner('text');
  text.only('path', 'last_part', 'after', 'strip_prefixes');
  const path = pathAt(text, 'path');
  if (!path) {
    text.text('path');
    return undefined;
  }
  return {
    path,
    lastPart: text.truth('last_part'),
    cut: true,
    after: text.textOrNone('after'),
    stripPrefixes: text.list('strip_prefixes'),
  };
}

/**
 * @param {Fields} fields
 * @param {string} name
 */
function pathAt(fields, name) {
  const written = fields.textOrNone(name);
  const path = written === undefined ? undefined : ReferencePath.parse(written);
  if (written !== undefined && !path) {
    fields.mistake(name, `\`${written}\` is no path; write it like \`body.items.0.id\`.`);
  }
  return path;
}

/** @param {Fields} fields @returns {Response['expects']} */
function expectedBy(fields) {
  const expects = fields.textOr('expects', 'json');
  if (expects === 'json' || expects === 'text' || expects === 'empty') {
    return expects;
  }
  fields.mistake('expects', '`expects` is json, text or empty.');
  return 'json';
}
