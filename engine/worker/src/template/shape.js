/**
 * What an I-Regexp is made of. `most` is {@link UNBOUNDED} or at least `least`.
 *
 * @typedef {{ kind: 'one_of', set: import('./character-set.js').CharacterSet }
 *   | { kind: 'sequence', parts: Shape[] }
 *   | { kind: 'choice', branches: Shape[] }
 *   | { kind: 'repeated', of: Shape, least: number, most: number }} Shape
 */

export const UNBOUNDED = Infinity;
