import { DEFAULT_MAX_PARALLEL } from '../recipe/recipe.js';
import { isObject } from '../value/json.js';
import { Findings } from './findings.js';
import { isGraph, readGraph } from './graph-reader.js';
import { checkPlaceholders } from './placeholder-rule.js';
import { readRecipe } from './recipe-reader.js';

/**
 * @typedef {import('../recipe/recipe.js').Recipe} Recipe
 * @typedef {import('../value/json.js').Json} Json
 */

/** @type {Recipe} */
const NOTHING = {
  name: '',
  description: undefined,
  strict: false,
  durable: false,
  safe: false,
  maxParallel: DEFAULT_MAX_PARALLEL,
  onFailure: undefined,
  inputs: undefined,
  triggers: [],
  nodes: new Map(),
  edges: [],
};

/**
 * Reads a document in its JSON form: a recipe as RECIPE.md, section 1 has it, with the YAML read
 * into JSON, or Arcrun's compiled graph. Any JSON is read; what is wrong with it is a problem.
 *
 * @param {Json} document
 * @returns {{ recipe: Recipe, problems: import('./problem.js').Problem[] }}
 */
export function readDocument(document) {
  const findings = new Findings();
  if (!isObject(document)) {
    findings.add('NOT_A_RECIPE', []);
    return { recipe: NOTHING, problems: findings.problems };
  }
  const recipe = isGraph(document)
    ? readGraph(document, findings)
    : readRecipe(document, findings);
  checkPlaceholders(document, [], findings);
  return { recipe, problems: findings.problems };
}
