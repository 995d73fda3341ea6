import { WebAddress } from '../sandbox/web-address.js';
import { Template } from '../template/template.js';
import { isTokened } from './auth.js';
import { credentialsIn } from './auth-texts.js';
import { textsIn } from './written-text.js';

/**
 * Which hosts a connector's addresses may have: those of `network.hosts`.
 *
 * @typedef {import('./auth.js').Auth} Auth
 * @typedef {import('./connector-mistake.js').ConnectorMistake} ConnectorMistake
 */

const SECRET = 'credentialhere';

/**
 * @param {import('./connector.js').Connector} connector
 * @returns {ConnectorMistake[]}
 */
export function hostMistakes({ contract: { hosts }, request, auth }) {
  /** @type {ConnectorMistake[]} */
  const mistakes = [];
  if (request.kind === 'http') {
    checkAddress(request.url, ['request', 'url']);
    if (auth?.kind === 'hmac') {
      checkSigned(request);
    }
  }
  checkAuth(auth, ['auth']);
  return mistakes;

  /**
   * @param {Auth | undefined} way
   * @param {string[]} path
   */
  function checkAuth(way, path) {
    if (isTokened(way)) {
      checkAddress(way.tokenUrl, [...path, 'token_url']);
    } else if (way?.kind === 'first_of') {
      way.options.forEach((option, i) => checkAuth(option, [...path, 'options', String(i)]));
    }
  }

  /**
   * @param {string} written
   * @param {string[]} path
   */
  function checkAddress(written, path) {
    const { segments } = Template.parse(written);
    const first = segments.at(0);
    if (first?.kind === 'reference') {
      if (first.isCredential()) {
        checkSecretAddress(segments.length, path);
      }
      return;
    }
    // Whatever stands in a parameter, the host keeps its shape: values are percent-encoded.
    const sample = segments.map((segment) =>
      segment.kind === 'literal' ? segment.text : segment.isCredential() ? SECRET : 'x',
    );
    const address = WebAddress.parse(sample.join(''));
    if (!address) {
      mistakes.push({ path, message: `\`${written}\` is no http or https URL.` });
    } else if (address.host.includes(SECRET)) {
      mistakes.push({ path, message: "a credential can't decide where a request goes." });
    } else if (!address.isOneOf(hosts)) {
      mistakes.push({
        path,
        message: `the host of \`${written}\` isn't in \`network.hosts\`; add it there.`,
      });
    }
  }

  /**
   * @param {number} segments
   * @param {string[]} path
   */
  function checkSecretAddress(segments, path) {
    if (segments > 1) {
      mistakes.push({
        path,
        message: 'a credential is the whole of an address, or stands in it after the host.',
      });
    } else if (hosts.length === 0) {
      mistakes.push({
        path,
        message: 'an address that is a credential needs its hosts in `network.hosts`.',
      });
    }
  }

  /** Credentials come in after the signature is made. @param {import('./request.js').HttpRequest} http */
  function checkSigned({ url, path, query, body }) {
    const signed = [
      ...textsIn(url, 'request', 'url'),
      ...textsIn(path, 'request', 'path'),
      ...textsIn(query, 'request', 'query'),
      ...textsIn(body, 'request', 'body'),
    ];
    for (const text of signed.filter((each) => credentialsIn([each]).length > 0)) {
      mistakes.push({
        path: text.path,
        message: "what is signed with hmac can't hold a credential.",
      });
    }
  }
}
