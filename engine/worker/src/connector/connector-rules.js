import { nearestNames } from '../template/names.js';
import { Template } from '../template/template.js';
import { authTexts, credentialsOfAuth } from './auth-texts.js';
import { CALL_ID, PARAMETERS } from './call-scope.js';
import { hostMistakes } from './host-rules.js';
import { propertiesOf } from './input-check.js';
import { requestMistakes } from './request-rules.js';
import { referencesOf, textsIn } from './written-text.js';

/**
 * @typedef {import('./connector.js').Connector} Connector
 * @typedef {import('./connector-mistake.js').ConnectorMistake} ConnectorMistake
 * @typedef {import('./written-text.js').WrittenText} WrittenText
 * @typedef {import('../template/reference-path.js').ReferencePath} ReferencePath
 */

const ANSWER = ['status', 'headers', 'body'];

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
    const { request, contract } = this.#connector;
    if (request.kind === 'binding') {
      this.#all(textsIn(request.model, 'request', 'model'));
      this.#all(textsIn(request.body, 'request', 'body'), PARAMETERS);
      return;
    }
    this.#all(textsIn(request.method, 'request', 'method'));
    this.#all(textsIn(request.path, 'request', 'path'));
    this.#all(textsIn(request.url, 'request', 'url'), 'auth');
    this.#all(textsIn(request.headers, 'request', 'headers'));
    this.#all(textsIn(request.query, 'request', 'query'), PARAMETERS);
    this.#all(textsIn(request.body, 'request', 'body'), PARAMETERS);
    this.#mistakes.push(...requestMistakes(request, contract));
  }

  /**
   * @param {WrittenText[]} texts
   * @param {...string} more names that mean something there
   */
  #all(texts, ...more) {
    texts.forEach((text) => this.#references(text, more));
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
      } else if (![...this.#parameters, CALL_ID, ...more].includes(name)) {
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
    const { successWhen, data, text, errorPath } = this.#connector.response;
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
    this.#answerPath(text?.path, 'response', ...(text?.cut ? ['text', 'path'] : ['text_path']));
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
