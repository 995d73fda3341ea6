import { componentName } from '../recipe/node.js';

/**
 * What the trace calls the part of a node: a part's id, a URL, `trigger_workflow`, `input` or
 * `output` for virtual nodes, the recipe's name for a sub-recipe, and what is unknown as it is
 * written.
 *
 * @param {import('./run-state.js').RunState} run
 * @param {import('./step.js').Step} step
 */
export function partName(run, step) {
  if (step.node.role !== 'part') {
    return step.node.role;
  }
  if (step.isSubflow) {
    return componentName(step.node);
  }
  const component = run.component(step);
  switch (component.kind) {
    case 'part':
      return component.id;
    case 'workflow':
      return 'trigger_workflow';
    case 'url':
      return component.url;
    case 'unknown':
      return component.name;
  }
}
