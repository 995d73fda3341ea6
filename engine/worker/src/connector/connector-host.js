import { HostFailure } from '../sandbox/host-failure.js';
import { CredentialPlaceholder } from '../template/credential-placeholder.js';
import { ConnectorFailure } from './connector-failure.js';

/**
 * What a call may use of the world.
 *
 * @typedef {object} Surroundings
 * @property {(credentials: Credentials) => HttpNetwork} network makes the network that puts these
 *   credentials in
 * @property {Credentials} vault the credentials this call may use, by name
 * @property {Record<string, string>} names a credential's name by its key in the contract, where it
 *   isn't the key
 * @property {string} nonce of the run
 * @property {(name: string, value: string) => void} obtained told each secret that the call obtains
 *   before anything is sent with it, and what to show in its place
 * @property {import('./workers-ai.js').WorkersAi | undefined} ai the Worker's binding, where it has one
 * @property {AbortSignal} signal aborted when the call must end
 *
 * @typedef {Pick<import('../sandbox/host-services.js').HostServices, 'http'>} HttpNetwork
 * @typedef {import('../sandbox/credential.js').Credential} Credential
 * @typedef {import('../sandbox/credential.js').Credentials} Credentials
 * @typedef {import('../sandbox/host-call.js').HostCall} HostCall
 * @typedef {import('../sandbox/http-answer.js').HttpAnswer} HttpAnswer
 * @typedef {import('../sandbox/http-call.js').HttpCall} HttpCall
 */

/**
 * The network and the secrets of one call of a connector. Requests carry placeholders; their values
 * come in where the request is sent. Tokens obtained on the way become secrets of this call.
 */
export class ConnectorHost {
  #surroundings;
  #found;
  #placeholders;
  #network;
  /** @type {Map<string, Credential>} */
  #obtained = new Map();
  /** The requests so far, for the trace; an address may be a secret one. @type {HostCall[]} */
  calls = [];

  /**
   * @param {Surroundings} surroundings
   * @param {Map<string, Credential>} found credentials by key
   */
  constructor(surroundings, found) {
    this.#surroundings = surroundings;
    this.#found = found;
    this.#placeholders = new CredentialPlaceholder(surroundings.nonce);
    this.#network = surroundings.network({
      find: async (name) => this.#obtained.get(name) ?? surroundings.vault.find(name),
    });
  }

  /**
   * The host of a call that may ask for the credentials of these keys.
   *
   * @param {Surroundings} surroundings
   * @param {string[]} keys
   * @throws {ConnectorFailure} when a credential is there and can't be read
   */
  static async open(surroundings, keys) {
    /** @type {Map<string, Credential>} */
    const found = new Map();
    try {
      const all = keys.map(async (key) => {
        const credential = await surroundings.vault.find(nameOf(surroundings, key));
        return { key, credential };
      });
      for (const { key, credential } of await Promise.all(all)) {
        if (credential) {
          found.set(key, credential);
        }
      }
    } catch (e) {
      throw e instanceof HostFailure ? ConnectorFailure.ofHost(e) : e;
    }
    return new ConnectorHost(surroundings, found);
  }

  /** Under which name the credential of a key is kept. @param {string} key */
  nameOf(key) {
    return nameOf(this.#surroundings, key);
  }

  /** The credential of a key; undefined where there is none. @param {string} key */
  credential(key) {
    return this.#found.get(key);
  }

  /** What stands in a request for the credential of a key; undefined where there is none. @param {string} key */
  placeholder(key) {
    return this.#found.has(key) ? this.#placeholders.text(this.nameOf(key)) : undefined;
  }

  /**
   * Makes a secret of a value that was obtained.
   *
   * @param {string} name what to show in its place: letters, digits, `_` and `-`
   * @param {string} value
   * @param {string[]} hosts patterns of the hosts it may be sent to
   * @returns {string} what stands for it in requests
   */
  keep(name, value, hosts) {
    this.#surroundings.obtained(name, value);
    this.#obtained.set(name, { name, value, hosts });
    return this.#placeholders.text(name);
  }

  get ai() {
    return this.#surroundings.ai;
  }

  get signal() {
    return this.#surroundings.signal;
  }

  /**
   * @param {HttpCall} call
   * @returns {Promise<HttpAnswer>}
   * @throws {ConnectorFailure} when there is no answer
   */
  async send(call) {
    return this.noted(call.method, call.url, () => this.#network.http(call, this.signal));
  }

  /**
   * Waits for an answer and writes down that it was asked for.
   *
   * @param {string} method
   * @param {string} target
   * @param {() => Promise<HttpAnswer>} work
   */
  async noted(method, target, work) {
    const start = Date.now();
    /** @type {HostCall} */
    const note = {
      op: 'http',
      method,
      target,
      status: 0,
      bytes: 0,
      durationMs: 0,
      failure: undefined,
    };
    this.calls.push(note);
    try {
      const answer = await work();
      Object.assign(note, { status: answer.status, bytes: answer.body.length });
      return answer;
    } catch (e) {
      if (!(e instanceof HostFailure)) {
        throw e;
      }
      note.failure = e.failure.code;
      throw ConnectorFailure.ofHost(e);
    } finally {
      note.durationMs = Date.now() - start;
    }
  }
}

/**
 * @param {Surroundings} surroundings
 * @param {string} key
 */
function nameOf({ names }, key) {
  return Object.hasOwn(names, key) ? names[key] : key;
}
