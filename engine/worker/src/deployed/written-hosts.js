import { componentName } from '../recipe/node.js';
import { writtenHost } from '../sandbox/host-name.js';

const AUTHORITY = /^https?:\/\/([^/?#\\]*)/i;

/**
 * The hosts that a recipe's own text names: addresses that are components, hosts of its parts'
 * contracts, and addresses in parameters of parts that call what they are told. Where a reference
 * decides the host there is none: whoever deploys has to allow it.
 *
 * @param {import('../recipe/recipe.js').Recipe} recipe
 * @param {import('../part/components.js').Components} components
 * @returns {string[]} in the order of the nodes, each once
 */
export function writtenHosts(recipe, components) {
  /** @type {Set<string>} */
  const hosts = new Set();
  for (const node of recipe.nodes.values()) {
    const component =
      node.role === 'part' ? components.resolve(componentName(node)) : undefined;
    if (component?.kind === 'url') {
      add(component.url);
    } else if (component?.kind === 'part' && component.contract?.network) {
      component.contract.hosts.forEach((host) => hosts.add(host));
      if (component.contract.hosts.length === 0) {
        Object.entries(node.parameters)
          .filter(([name]) => name.toLowerCase().endsWith('url'))
          .forEach(([, value]) => add(value));
      }
    }
  }
  return [...hosts];

  /** @param {import('../value/json.js').Json} url */
  function add(url) {
    const authority = typeof url === 'string' ? AUTHORITY.exec(url)?.[1] : undefined;
    const written = authority?.slice(authority.lastIndexOf('@') + 1).replace(/:\d*$/, '') ?? '';
    const host = written.includes('{{') ? undefined : writtenHost(written);
    if (host !== undefined) {
      hosts.add(host);
    }
  }
}
