import { instanceId } from './durable-start.js';
import { MESSAGE } from './steps.js';

/**
 * Tells a durable run to look at what came for it. One that is over stays so.
 *
 * @param {import('./run-host.js').RunHost} host
 * @param {string} runId
 */
export async function wake(host, runId) {
  const [row] = await host.database.rows(
    'SELECT instance FROM durable_runs WHERE run_id = ?',
    runId,
  );
  try {
    const instance = await host.workflows?.get(instanceId(runId, row?.instance ?? 1));
    await instance?.sendEvent({ type: MESSAGE, payload: {} });
  } catch (e) {
    // It is over, or goes on in a new instance, which looks by itself.
    console.warn(`The run ${runId} could not be woken:`, e instanceof Error ? e.message : e);
  }
}
