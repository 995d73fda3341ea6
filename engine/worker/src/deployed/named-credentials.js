import { componentName } from '../recipe/node.js';

/** How a template begins that puts in a credential; other texts that look so do no harm. */
const REFERENCE = /credential\s*\.\s*([\p{L}\p{Nd}\p{Mn}\p{Mc}_-]+)/gu;

/**
 * The names of the credentials that a recipe may ask for: in its templates, for its nodes, and those
 * that its parts need.
 *
 * @param {string} source the recipe's text
 * @param {import('../recipe/recipe.js').Recipe} recipe
 * @param {import('../part/components.js').Components} components
 * @returns {Set<string>}
 */
export function namedCredentials(source, recipe, components) {
  const names = new Set(Array.from(source.matchAll(REFERENCE), ([, name]) => name));
  for (const node of recipe.nodes.values()) {
    Object.values(node.credentials).forEach((name) => names.add(name));
    const component = node.role === 'part' ? components.resolve(componentName(node)) : undefined;
    const contract = component?.kind === 'part' ? component.contract : undefined;
    contract?.credentials.forEach(({ key }) => names.add(key));
  }
  return names;
}
