import { nearestNames } from '../template/names.js';
import { Template } from '../template/template.js';
import { isObject } from '../value/json.js';
import { authTexts, credentialsIn, credentialsOfAuth } from './auth-texts.js';
import { hostMistakes } from './host-rules.js';
import { propertiesOf } from './input-check.js';
import { sendsBody } from './request.js';
import { referencesOf, textsIn } from './written-text.js';

/**
 * @typedef {import('./connector.js').Connector} Connector
 * @typedef {import('./connector-mistake.js').ConnectorMistake} ConnectorMistake
 * @typedef {import('./written-text.js').WrittenText} WrittenText
 * @typedef {import('../template/reference-path.js').ReferencePath} ReferencePath
 * @typedef {import('../value/json.js').Json} Json
 */

const ANSWER = ['status', 'headers', 'body'];
const MESSAGE = ['from', 'to', 'cc', 'bcc', 'reply_to', 'subject', 'text', 'html'];

/**
 * What a connector must keep to for its templates to mean something and its hosts to be known.
 *
 * @param {Connector} connector
 */
export function connectorMistakes(connector) {
  return new ConnectorRules(connector).check();
}

class ConnectorRules {
  #connector;
  #parameters;
  #credentials;
  /** @type {ConnectorMistake[]} */
  #mistakes = [];

  /** @param {Connector} connector */
  constructor(connector) {
    this.#connector = connector;
    this.#parameters = Object.keys(propertiesOf(connector.contract));
    this.#credentials = connector.contract.credentials.map(({ key }) => key);
  }

  check() {
    this.#request();
    for (const { text, names } of authTexts(this.#connector.auth, 'auth')) {
      this.#references(text, names);
    }
    this.#response();
    this.#mistakes.push(...hostMistakes(this.#connector));
    this.#optionalCredentials();
    return this.#mistakes;
  }

  #request() {
    const { request } = this.#connector;
    if (request.kind === 'binding') {
      this.#all(textsIn(request.model, 'request', 'model'));
      this.#all(textsIn(request.body, 'request', 'body'));
      return;
    }
    this.#references({ path: ['request', 'url'], text: request.url }, ['auth']);
    this.#all(textsIn(request.headers, 'request', 'headers'));
    this.#all(textsIn(request.query, 'request', 'query'));
    this.#all(textsIn(request.body, 'request', 'body'));
    this.#body(request);
  }

  /** @param {import('./request.js').HttpRequest} request */
  #body(request) {
    const { method, body, encoding } = request;
    if (body !== undefined && !sendsBody(request)) {
      this.#mistake(`a ${method} request sends no body.`, 'request', 'body');
    }
    if (encoding === 'form' && body !== undefined && !isObject(body) && !isWholeTemplate(body)) {
      this.#mistake('the body of a form is an object.', 'request', 'body');
    }
    if (encoding === 'message') {
      this.#message(body);
    }
  }

  /** @param {Json | undefined} body */
  #message(body) {
    if (!isObject(body)) {
      this.#mistake('the body of a message is an object.', 'request', 'body');
    }
    for (const name of isObject(body) ? Object.keys(body) : []) {
      if (!MESSAGE.includes(name)) {
        this.#mistake(`a message has no \`${name}\`.`, 'request', 'body', name);
      }
    }
    if (credentialsIn(textsIn(body, 'request', 'body')).length > 0) {
      this.#mistake("a message can't hold a credential.", 'request', 'body');
    }
  }

  /** @param {WrittenText[]} texts */
  #all(texts) {
    texts.forEach((text) => this.#references(text, []));
  }

  /**
   * @param {WrittenText} text
   * @param {string[]} more names that mean something there
   */
  #references(text, more) {
    for (const { start, end } of Template.unread(text.text)) {
      this.#mistake(
        `\`${text.text.slice(start, end)}\` can't be read as a reference.`,
        ...text.path,
      );
    }
    for (const reference of referencesOf(text)) {
      const { name } = reference.path;
      if (reference.isCredential()) {
        this.#credential(text, reference.path);
      } else if (name === 'auth' && more.includes(name)) {
        this.#authPath(text, reference.path);
      } else if (![...this.#parameters, '_call_id', ...more].includes(name)) {
        this.#mistake(this.#unknown(name, more), ...text.path);
      }
    }
  }

  /**
   * @param {string} name
   * @param {string[]} more
   */
  #unknown(name, more) {
    const nearest = nearestNames(name, [...this.#parameters, ...more], 1).at(0);
    const end = nearest === undefined ? '.' : `; did you mean \`${nearest}\`?`;
    return `\`{{${name}}}\` is no parameter of \`input_schema\`${end}`;
  }

  /**
   * @param {WrittenText} text
   * @param {ReferencePath} path
   */
  #credential(text, path) {
    if (path.steps.length !== 1 || !this.#credentials.includes(path.steps[0])) {
      this.#mistake(`\`{{${path}}}\` is no key of \`credentials_required\`.`, ...text.path);
    }
  }

  /**
   * @param {WrittenText} text
   * @param {ReferencePath} path
   */
  #authPath(text, path) {
    const { auth } = this.#connector;
    const isKnown =
      auth?.kind === 'static' && path.steps.length === 1 && Object.hasOwn(auth.path, path.steps[0]);
    if (!isKnown) {
      this.#mistake(`\`{{${path}}}\` is no entry of \`auth.path\`.`, ...text.path);
    }
  }

  #response() {
    const { successWhen, data, textPath, errorPath } = this.#connector.response;
    for (const path of successWhen?.references() ?? []) {
      this.#answerPath(path, 'response', 'success_when');
    }
    if (data.kind === 'at') {
      this.#answerPath(data.path, 'response', 'data');
    } else {
      for (const text of textsIn(data.object, 'response', 'data')) {
        referencesOf(text).forEach(({ path }) => this.#answerPath(path, ...text.path));
      }
    }
    this.#answerPath(textPath, 'response', 'text_path');
    this.#answerPath(errorPath, 'response', 'error_path');
  }

  /**
   * @param {ReferencePath | undefined} path
   * @param {...string} where
   */
  #answerPath(path, ...where) {
    if (path && !ANSWER.includes(path.name)) {
      this.#mistake(`\`${path}\` starts with none of status, headers and body.`, ...where);
    }
  }

  /** What only some of several ways need can't be asked of everybody. */
  #optionalCredentials() {
    const { auth, contract } = this.#connector;
    if (auth?.kind !== 'first_of') {
      return;
    }
    contract.credentials.forEach(({ key, optional }, i) => {
      const using = auth.options.filter((option) => credentialsOfAuth(option).includes(key)).length;
      if (!optional && using > 0 && using < auth.options.length) {
        this.#mistake(
          `only some of the options need \`${key}\`; set \`optional: true\`.`,
          'credentials_required',
          String(i),
          'key',
        );
      }
    });
  }

  /**
   * @param {string} message
   * @param {...string} path
   */
  #mistake(message, ...path) {
    this.#mistakes.push({ path, message });
  }
}

/** @param {Json} body */
function isWholeTemplate(body) {
  return typeof body === 'string' && Template.parse(body).whole() !== undefined;
}
