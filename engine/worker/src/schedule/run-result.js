import { isObject, put } from '../value/json.js';

/**
 * What a run, or an iteration, gives. RECIPE.md, section 3.
 *
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 * @typedef {import('./node-state.js').NodeState} NodeState
 */

/**
 * What the virtual output received; else the result of the only node that leads nowhere; else an
 * object of such results by node name.
 *
 * @param {import('./frame.js').Frame} frame
 * @returns {Json}
 */
export function resultOf(frame) {
  const given = frame.states.filter((state) => state.result !== undefined);
  const outputs = given.filter((state) => state.step.node.role === 'output');
  if (outputs.length > 0) {
    return merged(resultsOf(outputs));
  }
  const ends = given.filter((state) => !state.leads);
  if (ends.length === 1) {
    return ends[0].result ?? null;
  }
  /** @type {JsonObject} */
  const byName = {};
  resultsOf(ends).forEach((result, name) => put(byName, name, result));
  return byName;
}

/** Results of the sources of the edges that were taken, merged. @param {NodeState} state */
export function receivedBy(state) {
  const arrivals = state.arrivals.toSorted((a, b) => a.edge.index - b.edge.index);
  /** @type {Map<string, Json>} */
  const sources = new Map();
  for (const { from } of arrivals) {
    const result = state.frame.resultOf(from);
    if (result !== undefined) {
      sources.set(from.name, result);
    }
  }
  return merged(sources);
}

/** @param {NodeState[]} states */
function resultsOf(states) {
  return new Map(states.map((state) => [state.step.name, state.result ?? null]));
}

/**
 * One result as it is. Several: the fields of all, later ones win; a result that isn't an object
 * stands under its node's name.
 *
 * @param {Map<string, Json>} results
 * @returns {Json}
 */
function merged(results) {
  if (results.size === 1) {
    return [...results.values()][0];
  }
  /** @type {JsonObject} */
  const fields = {};
  results.forEach((result, node) => {
    if (isObject(result)) {
      Object.entries(result).forEach(([name, value]) => put(fields, name, value));
    } else {
      put(fields, node, result);
    }
  });
  return fields;
}
