import { id, isRecipe } from '../recipe/names.js';
import { DEFAULT_MAX_PARALLEL } from '../recipe/recipe.js';
import { EMPTY, get, isObject } from '../value/json.js';
import { Fields } from './fields.js';
import { readFlow } from './flow-reader.js';
import { readNode } from './node-reader.js';
import { cronOfNode, readTriggers } from './trigger-reader.js';

/**
 * @typedef {import('../recipe/recipe.js').Recipe} Recipe
 * @typedef {import('../recipe/node.js').Node} Node
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 * @typedef {import('./findings.js').Findings} Findings
 */

const KEYS = [
  'name',
  'description',
  'strict',
  'durable',
  'safe',
  'max_parallel',
  'on_failure',
  'inputs',
  'triggers',
  'flow',
  'config',
];
const MOST_PARALLEL = 1_000;

/**
 * A recipe from its document: the best that can be made of it, and a problem for everything else.
 *
 * @param {JsonObject} document
 * @param {Findings} findings
 * @returns {Recipe}
 */
export function readRecipe(document, findings) {
  const fields = new Fields(document, [], '', findings);
  fields.checkKeys(KEYS);
  const name = recipeName(fields, findings);
  const flow = fields.list('flow');
  if (flow ? flow.length === 0 : fields.value('flow') === undefined) {
    findings.add('FLOW_MISSING', Object.hasOwn(document, 'flow') ? ['flow'] : []);
  }
  const edges = readFlow(flow ?? [], findings);
  const triggers = readTriggers(fields.list('triggers') ?? [], findings);
  const nodes = readNodes(edges, fields.mapping('config') ?? EMPTY, triggers, findings);
  return {
    name,
    description: fields.text('description'),
    strict: fields.truth('strict', false),
    durable: fields.truth('durable', false),
    safe: fields.truth('safe', false),
    maxParallel: fields.whole('max_parallel', 1, MOST_PARALLEL, DEFAULT_MAX_PARALLEL),
    onFailure: fields.text('on_failure'),
    inputs: fields.mapping('inputs'),
    triggers,
    nodes,
    edges,
  };
}

/**
 * @param {Fields} fields
 * @param {Findings} findings
 */
function recipeName(fields, findings) {
  const name = fields.text('name');
  if (name === undefined) {
    if (fields.value('name') === undefined) {
      findings.add('NAME_MISSING', []);
    }
    return '';
  }
  if (!isRecipe(name)) {
    findings.add('NAME_INVALID', ['name'], name);
  }
  return name;
}

/**
 * @param {import('../recipe/edge.js').Edge[]} edges
 * @param {JsonObject} config
 * @param {import('../recipe/trigger.js').Trigger[]} triggers gains those of cron nodes
 * @param {Findings} findings
 */
function readNodes(edges, config, triggers, findings) {
  /** @type {Map<string, Node>} */
  const nodes = new Map();
  const used = new Set();
  for (const name of edges.flatMap((edge) => [edge.from, edge.to])) {
    if (nodes.has(name)) {
      continue;
    }
    const key = Object.hasOwn(config, name) ? name : id(name);
    const settings = get(config, key);
    if (settings !== undefined) {
      used.add(key);
    }
    const node = readNode(name, settings, ['config', key], findings);
    nodes.set(name, node);
    if (node.component === 'cron' && isObject(settings)) {
      triggers.push(...cronOfNode(new Fields(settings, ['config', key], name, findings), findings));
    }
  }
  for (const key of Object.keys(config)) {
    if (!used.has(key)) {
      findings.add('CONFIG_WITHOUT_NODE', ['config', key], key);
      readNode(key, config[key], ['config', key], findings);
    }
  }
  return nodes;
}
