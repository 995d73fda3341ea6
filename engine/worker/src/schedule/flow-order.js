/** @typedef {import('./step.js').Step} Step */

/**
 * Topological order: again and again the first step in flow order whose sources all have their
 * place. Gives each step its index.
 *
 * @param {Step[]} all
 * @returns {{ steps: Step[], cycle: string[] }} `cycle`: names of the nodes of one circle, the first
 *   repeated at the end; empty when there is none
 */
export function flowOrder(all) {
  /** @type {Map<Step, number>} */
  const open = new Map();
  /** In flow order. @type {Step[]} */
  const ready = [];
  for (const step of all) {
    open.set(step, step.incoming.length);
    if (step.incoming.length === 0) {
      insert(ready, step);
    }
  }
  /** @type {Step[]} */
  const steps = [];
  for (let step = ready.pop(); step; step = ready.pop()) {
    open.delete(step);
    step.index = steps.length;
    steps.push(step);
    for (const { to } of step.outgoing) {
      const left = (open.get(to) ?? 0) - 1;
      open.set(to, left);
      if (left === 0) {
        insert(ready, to);
      }
    }
  }
  return { steps, cycle: open.size === 0 ? [] : circle(open) };
}

/**
 * Keeps the first in flow order at the end.
 *
 * @param {Step[]} ready
 * @param {Step} step
 */
function insert(ready, step) {
  let low = 0;
  let high = ready.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ready[middle].flowIndex > step.flowIndex) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  ready.splice(low, 0, step);
}

/**
 * Every step left over has a source left over: going back from any, one comes round.
 *
 * @param {Map<Step, number>} left
 */
function circle(left) {
  let step = [...left.keys()].reduce((a, b) => (b.flowIndex < a.flowIndex ? b : a));
  /** @type {Set<Step>} */
  const back = new Set();
  while (!back.has(step)) {
    back.add(step);
    step = /** @type {Step} */ (
      step.incoming.map((route) => route.from).find((source) => left.has(source))
    );
  }
  const round = [...back];
  return [
    step.name,
    ...round
      .slice(round.indexOf(step))
      .reverse()
      .map((it) => it.name),
  ];
}
