import { isNode } from '../recipe/names.js';
import { parseRelation, suggestRelation } from '../recipe/relations.js';
import { strip } from '../value/blanks.js';
import { message } from './messages.js';
import { parseTriplet } from './triplet.js';

/**
 * @typedef {import('../recipe/edge.js').Edge} Edge
 * @typedef {import('./findings.js').Findings} Findings
 * @typedef {import('../value/json.js').Json} Json
 */

const LONGEST_SHOWN = 80;

/**
 * The lines of the flow. A line that is no triplet is a problem; it keeps its place in the count.
 *
 * @param {Json[]} flow
 * @param {Findings} findings
 * @returns {Edge[]}
 */
export function readFlow(flow, findings) {
  /** @type {Edge[]} */
  const edges = [];
  flow.forEach((line, index) => {
    const path = ['flow', index];
    const triplet = typeof line === 'string' ? parseTriplet(line) : undefined;
    if (!triplet) {
      findings.add('TRIPLET_MALFORMED', path, index + 1, shown(line));
      return;
    }
    const { from, to } = triplet;
    const relation = parseRelation(triplet.relation);
    checkName(from);
    noteUnknown(relation, path, from, to, findings);
    checkName(to);
    edges.push({ index, from, relation, to });

    /** @param {string} name */
    function checkName(name) {
      if (!isNode(name)) {
        findings.add('NODE_NAME_INVALID', path, name);
      }
    }
  });
  return edges;
}

/**
 * @param {import('../recipe/relation.js').Relation} relation
 * @param {import('./problem.js').Path} path
 * @param {string} from
 * @param {string} to
 * @param {Findings} findings
 */
export function noteUnknown(relation, path, from, to, findings) {
  if (relation.kind === 'unknown') {
    const meant = suggestRelation(relation.text);
    const hint =
      meant === undefined ? message('hint.relations') : message('hint.meant', meant);
    findings.add('UNKNOWN_RELATION', path, relation.text, hint, from, to);
  }
}

/** @param {Json} line */
function shown(line) {
  const text = strip(typeof line === 'string' ? line : JSON.stringify(line)).split(/[\r\n]/)[0];
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}
