import { keyId } from '../schedule/call-key.js';
import { Schedule } from '../schedule/schedule.js';
import { PlaceholderMask } from './placeholder-mask.js';

/**
 * @typedef {import('../schedule/outcome.js').Outcome} Outcome
 * @typedef {import('../schedule/trace-entry.js').TraceEntry} TraceEntry
 */

/**
 * Goes through a run again from its events alone. Calls nothing, waits for nothing.
 *
 * @param {import('../recipe/recipe.js').Recipe} recipe
 * @param {import('../part/components.js').Components} components
 * @param {import('../schedule/run-context.js').RunContext} context
 * @param {import('./run-loop.js').Past} past
 * @returns {import('./run-record.js').RunRecord} the record the events lead to; without an end among
 *   them, a running one with what is known so far
 */
export function replay(recipe, components, context, { startedAtMs, events }) {
  const mask = new PlaceholderMask(context.nonce);
  const schedule = new Schedule(recipe, components, context);
  /** @type {Map<string, TraceEntry>} */
  const seen = new Map();
  /** @type {Outcome | undefined} */
  let outcome;
  for (const command of events.flatMap((event) => schedule.on(event))) {
    if (command.kind === 'traced') {
      const { key, attempt } = command.entry;
      seen.set(`${attempt}#${keyId(key)}`, command.entry);
    } else if (command.kind === 'finish') {
      outcome = command.outcome;
    }
  }
  const lastMs = events.reduce((last, event) => Math.max(last, event.atMs), startedAtMs);
  return {
    runId: context.runId,
    recipe: recipe.name,
    status: outcome?.status ?? 'running',
    startedAtMs,
    durationMs: lastMs - startedAtMs,
    input: context.input,
    data: outcome?.data === undefined ? undefined : mask.json(outcome.data),
    error: outcome?.error === undefined ? undefined : mask.text(outcome.error),
    errorCode: outcome?.errorCode,
    failedNode: outcome?.failedNode,
    failedItems: outcome?.failedItems ?? 0,
    trace: (outcome?.trace ?? [...seen.values()]).map((entry) => mask.entry(entry)),
  };
}
