import { readConnector } from '../connector/connector-reader.js';
import { PartModule } from '../sandbox/part-module.js';
import { isObject, memberOf, textOf } from '../value/json.js';
import { describePart } from './part-description.js';

/** @typedef {import('./part-description.js').PartDescription} PartDescription */

/** The version of the index that this executor reads. */
export const VERSION = 1;

/**
 * The parts in this script, own ones and those of the catalog. They are modules of the script:
 * `parts/index.json` (text) is `{v: 1, parts: [{contract, sha256?}]}`, `parts/<id>.wasm` each
 * program. Of two with one id the first counts, so own parts stand before the catalog's.
 */
export class Catalog {
  #parts;
  #load;
  /** @type {Map<string, Promise<PartModule>>} */
  #modules = new Map();
  /** @type {Map<string, import('../connector/connector-reading.js').ConnectorReading>} */
  #connectors = new Map();

  /**
   * @param {PartDescription[]} parts
   * @param {(id: string) => Promise<WebAssembly.Module>} load
   */
  constructor(parts, load) {
    this.#load = load;
    /** @type {Map<string, PartDescription>} */
    this.#parts = new Map();
    for (const part of parts) {
      const { id } = part.contract;
      this.#parts.set(id, this.#parts.get(id) ?? part);
    }
  }

  /**
   * @param {string} index text of `parts/index.json`
   * @param {(id: string) => Promise<WebAssembly.Module>} load gives a program by its part's id
   * @throws {Error} when the index can't be read: the script was put together wrongly
   */
  static read(index, load) {
    // Written with the script, so that it needs no looking through: a new isolate reads it first of all.
    const json = JSON.parse(index);
    const parts = memberOf(json, 'parts');
    if (memberOf(json, 'v') !== VERSION || !Array.isArray(parts)) {
      throw new Error('parts/index.json has a form that this executor does not know');
    }
    return new Catalog(
      parts.flatMap((entry) => {
        const contract = memberOf(entry, 'contract');
        return isObject(contract)
          ? [describePart(contract, textOf(entry, 'sha256') ?? '')]
          : [];
      }),
      load,
    );
  }

  /** @param {string} id */
  describe(id) {
    return this.#parts.get(id);
  }

  all() {
    return [...this.#parts.values()];
  }

  /**
   * A part of the runtime `connector`, read; undefined where there is no such part.
   *
   * @param {string} id
   */
  connector(id) {
    const part = this.#parts.get(id);
    const read = this.#connectors.get(id) ?? (part && readConnector(part.contract, part.json));
    if (read) {
      this.#connectors.set(id, read);
    }
    return read;
  }

  /**
   * The program of a part, ready to be called.
   *
   * @param {string} id
   * @returns {Promise<PartModule>}
   * @throws {import('../sandbox/part-load-exception.js').PartLoadException} when it can't be run
   */
  module(id) {
    const known = this.#modules.get(id);
    if (known) {
      return known;
    }
    const loaded = this.#load(id).then((wasm) =>
      PartModule.load(wasm, this.#parts.get(id)?.sha256),
    );
    loaded.catch(() => this.#modules.delete(id));
    this.#modules.set(id, loaded);
    return loaded;
  }
}
