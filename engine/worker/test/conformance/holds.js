import { Schedule } from '../../src/schedule/schedule.js';
import { differences } from './case-expectations.js';
import { CaseRun, NEWEST_FIRST, OLDEST_FIRST } from './case-run.js';
import { ConformanceCase } from './conformance-case.js';

/**
 * Plays one case, also from its recorded events and with the newest call always ending first.
 *
 * @param {import('../../src/value/json.js').JsonObject} text
 * @returns {string[]} what is not as the case expects
 */
export function violations(text) {
  const script = new ConformanceCase(text);
  const run = CaseRun.play(script, OLDEST_FIRST);
  const found = differences(script.expected, run, true);
  const again = new Schedule(script.recipe, script.components, script.context);
  const replayed = run.recorded.map((event) => again.on(event));
  if (JSON.stringify(replayed) !== JSON.stringify(run.answers)) {
    found.push('the recorded events give other commands');
  }
  if (script.anyOrder) {
    const other = differences(script.expected, CaseRun.play(script, NEWEST_FIRST), false);
    found.push(...other.map((difference) => `newest first: ${difference}`));
  }
  return found;
}
