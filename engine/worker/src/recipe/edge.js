/**
 * A triplet of the flow.
 *
 * @typedef {object} Edge
 * @property {number} index its place in the flow, from 0
 * @property {string} from
 * @property {import('./relation.js').Relation} relation
 * @property {string} to
 */
export {};
