import { failureResult } from '../run/failures.js';
import { NOTHING } from '../run/call-report.js';
import { asResult } from '../sandbox/call-failure.js';
import { hostCallJson } from '../sandbox/host-call.js';
import { HostFailure } from '../sandbox/host-failure.js';
import { HARD_CAP, limitsWith } from '../sandbox/limits.js';
import { NetworkHost } from '../sandbox/network-host.js';
import { PartLoadException } from '../sandbox/part-load-exception.js';
import { callPart } from '../sandbox/sandbox.js';
import { CredentialPlaceholder } from '../template/credential-placeholder.js';
import { withMember } from '../value/json.js';
import { compact } from '../value/json-writer.js';
import { encodeUtf8 } from '../value/utf8.js';
import { partHost } from './part-host.js';
import { callUrl } from './url-part.js';

/**
 * @typedef {import('../run/part-caller.js').Answer} Answer
 * @typedef {import('../run/part-caller.js').Caller} Caller
 * @typedef {import('../schedule/command.js').CallPart} CallPart
 * @typedef {import('../part/contract.js').Contract} Contract
 * @typedef {import('../sandbox/credential.js').Credentials} Credentials
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 */

const PAGE_BYTES = 65_536;

/**
 * Makes the calls of runs: parts in the sandbox, connectors and URLs over the network. Nothing leaves
 * it with a credential in it.
 */
export class PartCalls {
  #catalog;
  #store;
  #used;
  #connectors;
  #ai;

  /**
   * @param {object} given
   * @param {import('../catalog/catalog.js').Catalog} given.catalog
   * @param {import('./part-store.js').PartStore} given.store
   * @param {import('../credentials/used-credentials.js').UsedCredentials} given.used
   * @param {import('../connector/connectors.js').Connectors} given.connectors
   * @param {Ai | undefined} given.ai
   */
  constructor({ catalog, store, used, connectors, ai }) {
    this.#catalog = catalog;
    this.#store = store;
    this.#used = used;
    this.#connectors = connectors;
    this.#ai = ai;
  }

  /**
   * @param {Caller} caller
   * @param {CallPart} command
   * @param {AbortSignal} signal
   * @returns {Promise<Answer>}
   */
  async call(caller, command, signal) {
    try {
      const { result, report } = await this.#made(caller, command, signal);
      return { result: this.#used.json(result), report };
    } catch (e) {
      if (e instanceof HostFailure) {
        return { result: asResult(e.failure), report: NOTHING };
      }
      throw e;
    }
  }

  /**
   * @param {Caller} caller
   * @param {CallPart} command
   * @param {AbortSignal} signal
   * @returns {Promise<Answer>}
   */
  async #made(caller, command, signal) {
    const { component, input } = command;
    const limits = limitsOf(command);
    const credentials = this.#used.only(named(caller.nonce, command));
    const rights = { allowed: caller.allowedHosts, nonce: caller.nonce, timeoutMs: limits.wallMs };
    const network = new NetworkHost({ ...rights, credentials });
    if (component.kind === 'url') {
      return without(await callUrl(network, component.url, input, signal));
    }
    if (component.kind !== 'part') {
      throw new TypeError(`not a call of a part: ${component.kind}`);
    }
    const { id, contract } = component;
    const names = namesOf(contract, command.credentials);
    if (contract?.runtime === 'connector') {
      return this.#connector(id, command, limits.wallMs, {
        network: (theirs) =>
          new NetworkHost({ ...rights, credentials: theirs, within: contract.hosts }),
        vault: credentials,
        names,
        nonce: caller.nonce,
        obtained: (name, value) => this.#used.note(name, value),
        ai: this.#ai,
        signal,
      });
    }
    const missing = await this.#missing(id, contract, names, credentials);
    if (missing) {
      return without(missing);
    }
    const host = partHost({
      part: id,
      contract,
      names,
      network,
      store: this.#store,
      credentials,
    });
    return this.#part(
      id,
      await this.#injected(contract, names, input, credentials),
      limits,
      host,
      signal,
    );
  }

  /**
   * @param {string} id
   * @param {JsonObject} input
   * @param {import('../sandbox/limits.js').Limits} limits
   * @param {import('../sandbox/host-services.js').HostServices} host
   * @param {AbortSignal} signal
   * @returns {Promise<Answer>}
   */
  async #part(id, input, limits, host, signal) {
    try {
      const module = await this.#catalog.module(id);
      const { result, log, stats } = await callPart(
        module,
        encodeUtf8(compact(input)),
        limits,
        host,
        signal,
      );
      return {
        result,
        report: {
          log: this.#used.text(log),
          hostCalls: stats.hostCalls.map((call) => this.#used.json(hostCallJson(call))),
          computingMs: 0,
          memoryBytes: stats.peakPages * PAGE_BYTES,
        },
      };
    } catch (e) {
      if (e instanceof PartLoadException) {
        return without(
          failureResult(
            'PART_UNUSABLE',
            `The part \`${id}\` can't be used: ${e.message}`,
            'Build it again, and deploy.',
          ),
        );
      }
      throw e;
    }
  }

  /**
   * @param {string} id
   * @param {CallPart} command
   * @param {number} atMostMs
   * @param {import('../connector/connector-host.js').Surroundings} surroundings
   * @returns {Promise<Answer>}
   */
  async #connector(id, { input, callId }, atMostMs, surroundings) {
    const reading = this.#catalog.connector(id);
    if (reading?.kind !== 'read') {
      return without(
        failureResult(
          'PART_UNUSABLE',
          `The connector \`${id}\` can't be used: ${reading?.mistakes[0]?.message ?? 'it is not there'}.`,
          'Mend it, and deploy again.',
        ),
      );
    }
    const { connector } = reading;
    const { result, hostCalls } = await this.#connectors.call({
      connector,
      input,
      callId,
      atMostMs,
      surroundings,
    });
    return {
      result,
      report: {
        ...NOTHING,
        hostCalls: hostCalls.map((call) => this.#used.json(hostCallJson(call))),
      },
    };
  }

  /**
   * The failure of a credential that the part needs and nobody gave.
   *
   * @param {string} part
   * @param {Contract | undefined} contract
   * @param {Record<string, string>} names
   * @param {Credentials} credentials
   */
  async #missing(part, contract, names, credentials) {
    for (const { key, label, optional } of contract?.credentials ?? []) {
      if (!optional && !(await credentials.find(names[key]))) {
        return failureResult(
          'CREDENTIAL_MISSING',
          `The part \`${part}\` needs the credential \`${names[key]}\` (${label}), which isn't there.`,
          'Add it in the studio under this name, and deploy again.',
        );
      }
    }
    return undefined;
  }

  /**
   * @param {Contract | undefined} contract
   * @param {Record<string, string>} names
   * @param {JsonObject} input
   * @param {Credentials} credentials
   */
  async #injected(contract, names, input, credentials) {
    let filled = input;
    for (const { key, injectAs } of contract?.credentials ?? []) {
      const credential =
        injectAs === undefined ? undefined : await credentials.find(names[key]);
      if (credential && injectAs !== undefined) {
        filled = withMember(filled, injectAs, credential.value);
      }
    }
    return filled;
  }
}

/**
 * The user's name for each credential that a contract asks for.
 *
 * @param {Contract | undefined} contract
 * @param {Record<string, string>} given
 */
function namesOf(contract, given) {
  return Object.fromEntries(
    (contract?.credentials ?? []).map(({ key }) => [
      key,
      Object.hasOwn(given, key) ? given[key] : key,
    ]),
  );
}

/**
 * The credentials that the recipe's author put into this call. A part that learns the nonce can't
 * ask for others.
 *
 * @param {string} nonce
 * @param {CallPart} command
 */
function named(nonce, command) {
  const contract = command.component.kind === 'part' ? command.component.contract : undefined;
  return new Set([
    ...Object.values(command.credentials),
    ...Object.values(namesOf(contract, command.credentials)),
    ...new CredentialPlaceholder(nonce).find(compact(command.input)).map(({ name }) => name),
  ]);
}

/** @param {CallPart} command */
function limitsOf({ timeoutMs }) {
  return limitsWith({ wallMs: Math.min(Math.max(timeoutMs, 1), HARD_CAP.wallMs) });
}

/** @param {Json} result @returns {Answer} */
function without(result) {
  return { result, report: NOTHING };
}
