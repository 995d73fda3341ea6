import { nearestNames } from '../template/names.js';

/**
 * @typedef {import('../part/component.js').Component} Component
 */

const WORKFLOW = 'trigger_workflow';
const NEAREST = 3;

/** Names Arcrun's installer leaves in recipes. */
const ALIASES = new Map([
  ['__HTTP_REQ_URL__', 'http_request'],
  ['__CODE_URL__', 'code'],
]);
const PART_ADDRESS =
  /^https?:\/\/arcrun-([a-z0-9_-]+)(?:\.[a-z0-9-]+)+\.workers\.dev(?:[:/?#].*)?$/i;
const ADDRESS = /^https?:\/\/[^\s/?#]+(?:[/?#]\S*)?$/i;

/**
 * Finds what a component name means: a part, an alias, `trigger_workflow`, an address. RECIPE.md,
 * section 2 (components).
 */
export class CatalogComponents {
  #catalog;

  /** @param {import('./catalog.js').Catalog} catalog */
  constructor(catalog) {
    this.#catalog = catalog;
  }

  /** @param {string} name @returns {Component} */
  resolve(name) {
    const part = this.#part(name) ?? this.#part(ALIASES.get(name));
    if (part) {
      return part;
    }
    if (name === WORKFLOW) {
      return { kind: 'workflow' };
    }
    return ADDRESS.test(name)
      ? this.#address(name)
      : { kind: 'unknown', name, nearest: nearestNames(name, this.#known(), NEAREST) };
  }

  /** @param {string | undefined} id @returns {Component | undefined} */
  #part(id) {
    const found = id === undefined ? undefined : this.#catalog.describe(id);
    return found && { kind: 'part', id: found.contract.id, contract: found.contract };
  }

  /** @param {string} url @returns {Component} */
  #address(url) {
    const published = PART_ADDRESS.exec(url)?.[1].toLowerCase().replaceAll('-', '_');
    return this.#part(published) ?? { kind: 'url', url };
  }

  #known() {
    return [...this.#catalog.all().map(({ contract }) => contract.id), WORKFLOW];
  }
}
