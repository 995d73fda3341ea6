import { HostFailure } from '../sandbox/host-failure.js';
import { AccessTokens } from './access-tokens.js';
import { callScope } from './call-scope.js';
import { ConnectorCall } from './connector-call.js';
import { ConnectorFailure } from './connector-failure.js';
import { ConnectorHost } from './connector-host.js';
import { checkedInput } from './input-check.js';
import { Sending } from './sending.js';

/**
 * One call of a connector.
 *
 * @typedef {object} CallOfConnector
 * @property {import('./connector.js').Connector} connector
 * @property {JsonObject} input its parameters
 * @property {string} callId stable for run, node and iteration
 * @property {number} atMostMs how long it may take, with requests for tokens
 * @property {import('./connector-host.js').Surroundings} surroundings
 *
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 */

/**
 * How it ended, and the requests that were made, in which an address may be a secret one.
 *
 * @typedef {object} ConnectorAnswer
 * @property {JsonObject} result `{success: true, status, data, text?}` or `{success: false, status?,
 *   error, error_code, hint?, retry_after_s?, data?}`
 * @property {import('../sandbox/host-call.js').HostCall[]} hostCalls
 */

/**
 * Makes the calls of connectors. Kept as long as the isolate, so that calls share their tokens.
 * parts-catalog/connectors/README.md
 */
export class Connectors {
  #tokens;
  #clock;

  /**
   * @param {import('./tokens.js').Tokens} tokens
   * @param {() => number} [clock] milliseconds since 1970
   */
  constructor(tokens, clock = Date.now) {
    this.#tokens = new AccessTokens(tokens, clock);
    this.#clock = clock;
  }

  /**
   * Makes one call. Every failure is a result.
   *
   * @param {CallOfConnector} call
   * @returns {Promise<ConnectorAnswer>}
   */
  async call({ connector, input, callId, atMostMs, surroundings }) {
    /** @type {ConnectorHost | undefined} */
    let host;
    try {
      const parameters = checkedInput(connector.contract, input);
      const scope = callScope(connector, parameters, input, callId);
      const keys = connector.contract.credentials.map(({ key }) => key);
      host = await ConnectorHost.open(surroundings, keys);
      const sending = new Sending(host, this.#clock, atMostMs);
      const call = new ConnectorCall(connector, scope, callId, host, this.#tokens, sending);
      return { result: await call.make(), hostCalls: host.calls };
    } catch (e) {
      const told = e instanceof HostFailure ? ConnectorFailure.ofHost(e) : e;
      if (told instanceof ConnectorFailure) {
        return { result: told.result, hostCalls: host?.calls ?? [] };
      }
      throw e;
    }
  }
}
