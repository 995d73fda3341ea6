import { role } from '../recipe/names.js';
import { DEFAULT_MAX_PARALLEL } from '../recipe/recipe.js';
import { parseRelation } from '../recipe/relations.js';
import { isBlank, strip } from '../value/blanks.js';
import { EMPTY, get, isObject, memberOf, put, textOf } from '../value/json.js';
import { Fields } from './fields.js';
import { noteUnknown } from './flow-reader.js';
import { bareNode, componentOf, readNode, SETTINGS } from './node-reader.js';
import { cronTrigger } from './trigger-reader.js';

/**
 * @typedef {import('../recipe/edge.js').Edge} Edge
 * @typedef {import('../recipe/node.js').Node} Node
 * @typedef {import('../recipe/recipe.js').Recipe} Recipe
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 * @typedef {import('./findings.js').Findings} Findings
 * @typedef {import('./problem.js').Path} Path
 */

const NODE_TYPES = ['Input', 'Output', 'Component'];

/** A recipe has a flow; a graph has nodes and edges instead. @param {JsonObject} document */
export function isGraph(document) {
  const graph = graphOf(document);
  const edges = memberOf(graph, 'edges');
  return (
    get(document, 'flow') === undefined &&
    Array.isArray(memberOf(graph, 'nodes')) &&
    (edges === undefined || Array.isArray(edges))
  );
}

/**
 * Arcrun's compiled graph, `{id, name, nodes, edges}`, bare or as `{name, description?, graph,
 * config?}`. A node is `{id, type, componentId, label, data}`, an edge `{from, to, type,
 * iterator?}`; neighbouring spellings are read too.
 *
 * @param {JsonObject} document
 * @param {Findings} findings
 * @returns {Recipe}
 */
export function readGraph(document, findings) {
  const graph = graphOf(document);
  const wrapped = graph !== document;
  const top = wrapped ? ['graph'] : [];
  const outer = new Fields(document, [], '', findings);
  const inner = new Fields(graph, top, wrapped ? 'graph' : '', findings);
  const config = wrapped ? (outer.mapping('config') ?? EMPTY) : EMPTY;
  /** @type {Map<string, Node>} */
  const nodes = new Map();
  /** @type {import('../recipe/trigger.js').Trigger[]} */
  const triggers = [];
  (inner.list('nodes') ?? []).forEach((data, i) => {
    const path = [...top, 'nodes', i];
    const id = typeof data === 'string' ? data : firstText(data, 'id', 'name');
    if (id === undefined) {
      findings.add('NODE_WITHOUT_ID', path, i + 1);
      return;
    }
    const node = readGraphNode(id, data, config, findings);
    nodes.set(id, node);
    const expression =
      node.component === 'cron' ? textOf(node.parameters, 'cron_expr') : undefined;
    if (expression !== undefined) {
      triggers.push(...cronTrigger(expression, path, findings));
    }
  });
  const edges = readEdges(inner.list('edges') ?? [], nodes, [...top, 'edges'], findings);
  const written = outer.text('name') ?? (wrapped ? inner.text('name') : undefined);
  const name = written ?? inner.text('id') ?? '';
  if (name === '') {
    findings.add('NAME_MISSING', []);
  }
  return {
    name,
    description: outer.text('description'),
    strict: outer.truth('strict', false),
    durable: false,
    safe: false,
    maxParallel: DEFAULT_MAX_PARALLEL,
    onFailure: undefined,
    inputs: undefined,
    triggers,
    nodes,
    edges,
  };
}

/** @param {JsonObject} document */
function graphOf(document) {
  const graph = get(document, 'graph');
  return isObject(graph) ? graph : document;
}

/**
 * @param {string} id
 * @param {Json} data
 * @param {JsonObject} config
 * @param {Findings} findings
 * @returns {Node}
 */
function readGraphNode(id, data, config, findings) {
  const own = readNode(id, get(config, id), ['config', id], findings);
  const type = firstText(data, 'type');
  const kind = type !== undefined && !NODE_TYPES.includes(type) ? type : undefined;
  const written = firstText(data, 'componentId', 'component', 'part') ?? kind;
  const component =
    own.component ?? (written === id ? undefined : componentOf(written));
  /** @type {JsonObject} */
  const parameters = {};
  for (const key of ['data', 'config', 'params']) {
    const found = memberOf(data, key);
    for (const [name, value] of Object.entries(isObject(found) ? found : EMPTY)) {
      put(parameters, name, value);
    }
  }
  SETTINGS.forEach((key) => delete parameters[key]);
  for (const [name, value] of Object.entries(own.parameters)) {
    put(parameters, name, value);
  }
  const nodeRole =
    type === 'Input' ? 'input' : type === 'Output' ? 'output' : role(id, component !== undefined);
  return {
    name: id,
    role: nodeRole,
    component: nodeRole === 'part' ? component : undefined,
    parameters,
    run: own.run,
    credentials: own.credentials,
  };
}

/**
 * @param {Json[]} list
 * @param {Map<string, Node>} nodes gains those that only edges name
 * @param {Path} path
 * @param {Findings} findings
 */
function readEdges(list, nodes, path, findings) {
  /** @type {Edge[]} */
  const edges = [];
  list.forEach((data, index) => {
    const at = [...path, index];
    const from = firstText(data, 'from', 'source');
    const to = firstText(data, 'to', 'target');
    if (from === undefined || to === undefined) {
      findings.add('EDGE_WITHOUT_NODE', at, index + 1);
      return;
    }
    for (const name of [from, to]) {
      if (!nodes.has(name)) {
        nodes.set(name, bareNode(name));
      }
    }
    const relation = relationOf(data);
    noteUnknown(relation, at, from, to, findings);
    edges.push({ index, from, relation, to });
  });
  return edges;
}

/** @param {Json} data */
function relationOf(data) {
  const word = strip(firstText(data, 'type', 'relation', 'label') ?? 'PIPE');
  const relation = parseRelation(word);
  const detail = firstText(
    data,
    'iterator',
    'variable',
    'item',
    'condition',
    'expression',
    'branch',
  );
  if (detail === undefined) {
    return relation;
  }
  switch (relation.kind) {
    case 'foreach':
      return { ...relation, variable: detail };
    case 'if':
      return { ...relation, condition: detail };
    case 'unknown':
      return parseRelation(`${word}(${detail})`);
    default:
      return relation;
  }
}

/**
 * The first of the members that is a text with something in it.
 *
 * @param {Json} data
 * @param {...string} names
 */
function firstText(data, ...names) {
  return names.map((name) => textOf(data, name)).find((text) => text !== undefined && !isBlank(text));
}
