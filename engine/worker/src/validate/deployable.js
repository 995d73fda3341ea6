import { readDocument } from '../document/document-reader.js';
import { publicHook } from '../hook/public-hook.js';
import { componentName } from '../recipe/node.js';
import { cycle, unknownPart } from '../schedule/failures.js';
import { Topology } from '../schedule/topology.js';
import { isObject, textOf } from '../value/json.js';

/**
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 */

/**
 * What keeps a recipe from running, or should be known. The codes are those of the desktop.
 *
 * @typedef {object} Finding
 * @property {string} code
 * @property {'error' | 'warning'} severity
 * @property {string} message
 * @property {(string | number)[]} path from the top of the document
 */

/**
 * Reads a document and says what is wrong with it: its form, parts that nobody knows, circles,
 * signature styles.
 *
 * @param {Json} document
 * @param {import('../part/components.js').Components} components
 * @returns {{ recipe: import('../recipe/recipe.js').Recipe, findings: Finding[] }}
 */
export function checkDocument(document, components) {
  const { recipe, problems } = readDocument(document);
  return {
    recipe,
    findings: [
      ...problems,
      ...unknownParts(recipe, components),
      ...circles(recipe),
      ...hooks(document),
    ],
  };
}

/**
 * @param {import('../recipe/recipe.js').Recipe} recipe
 * @param {import('../part/components.js').Components} components
 * @returns {Finding[]}
 */
function unknownParts(recipe, components) {
  const subRecipes = new Set(
    recipe.edges
      .filter(({ relation }) => relation.kind === 'calls_subflow')
      .map(({ to }) => to),
  );
  const running = new Set(
    recipe.edges
      .filter(({ relation }) => relation.kind !== 'documentation')
      .flatMap(({ from, to }) => [from, to]),
  );
  return [...recipe.nodes.values()].flatMap((node) => {
    if (node.role !== 'part' || subRecipes.has(node.name) || !running.has(node.name)) {
      return [];
    }
    const component = components.resolve(componentName(node));
    return component.kind === 'unknown'
      ? [error('UNKNOWN_PART', unknownMessage(node.name, component), ['config', node.name])]
      : [];
  });
}

/**
 * @param {string} node
 * @param {{ name: string, nearest: string[] }} component
 */
function unknownMessage(node, component) {
  return textOf(unknownPart(node, component), 'error') ?? '';
}

/** @param {import('../recipe/recipe.js').Recipe} recipe @returns {Finding[]} */
function circles(recipe) {
  const round = new Topology(recipe).cycle;
  return round.length === 0 ? [] : [error('CYCLE', cycle(round).error, ['flow'])];
}

/** @param {Json} document @returns {Finding[]} */
function hooks(document) {
  const fault = isObject(document) ? publicHook(document)?.fault : undefined;
  return fault ? [error(fault.code, fault.message, fault.path)] : [];
}

/**
 * @param {string} code
 * @param {string} message
 * @param {(string | number)[]} path
 * @returns {Finding}
 */
function error(code, message, path) {
  return { code, severity: 'error', message, path };
}
