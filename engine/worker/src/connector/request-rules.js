import { Template } from '../template/template.js';
import { isObject } from '../value/json.js';
import { credentialsIn } from './auth-texts.js';
import { methodMistake } from './method-text.js';
import { sendsBody } from './request.js';
import { textsIn } from './written-text.js';

/**
 * What the pieces of an HTTP request must be for one another: method, address, path and body.
 *
 * @typedef {import('./connector-mistake.js').ConnectorMistake} ConnectorMistake
 * @typedef {import('./request.js').HttpRequest} HttpRequest
 * @typedef {import('../value/json.js').Json} Json
 */

const MESSAGE = ['from', 'to', 'cc', 'bcc', 'reply_to', 'subject', 'text', 'html'];

/**
 * @param {HttpRequest} request
 * @param {import('../part/contract.js').Contract} contract
 * @returns {ConnectorMistake[]}
 */
export function requestMistakes(request, contract) {
  return [...methodMistakes(request, contract), ...pathMistakes(request), ...bodyMistakes(request)];
}

/**
 * @param {HttpRequest} request
 * @param {import('../part/contract.js').Contract} contract
 */
function methodMistakes({ method }, contract) {
  const message = methodMistake(method, contract);
  return message === undefined ? [] : [mistake(message, 'method')];
}

/** @param {HttpRequest} request */
function pathMistakes({ url, path }) {
  const { segments } = Template.parse(url);
  const isOpen = segments.at(0)?.kind === 'reference';
  const isOver = segments.some((it) => it.kind === 'literal' && /[?#]/.test(it.text));
  return path !== undefined && (isOpen || isOver)
    ? [mistake('before a `path`, `url` starts with its host and has no query or fragment.', 'url')]
    : [];
}

/** @param {HttpRequest} request */
function bodyMistakes(request) {
  const { method, body, encoding } = request;
  const mistakes = [];
  if (body !== undefined && !sendsBody(request)) {
    mistakes.push(mistake(`a ${method} request sends no body.`, 'body'));
  }
  if (encoding === 'form' && body !== undefined && !isObject(body) && !isWholeTemplate(body)) {
    mistakes.push(mistake('the body of a form is an object.', 'body'));
  }
  return encoding === 'message' ? [...mistakes, ...messageMistakes(body)] : mistakes;
}

/** @param {Json | undefined} body */
function messageMistakes(body) {
  const mistakes = isObject(body)
    ? Object.keys(body)
        .filter((name) => !MESSAGE.includes(name))
        .map((name) => mistake(`a message has no \`${name}\`.`, 'body', name))
    : [mistake('the body of a message is an object.', 'body')];
  if (credentialsIn(textsIn(body)).length > 0) {
    mistakes.push(mistake("a message can't hold a credential.", 'body'));
  }
  return mistakes;
}

/** @param {Json} body */
function isWholeTemplate(body) {
  return typeof body === 'string' && Template.parse(body).whole() !== undefined;
}

/**
 * @param {string} message
 * @param {...string} path from the request inwards
 * @returns {ConnectorMistake}
 */
function mistake(message, ...path) {
  return { path: ['request', ...path], message };
}
