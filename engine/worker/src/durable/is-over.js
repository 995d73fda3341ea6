import { instanceId } from './durable-start.js';

const OVER = ['complete', 'errored', 'terminated'];

/**
 * Whether nobody carries a durable run any more: its instance ended, or there is none.
 *
 * @param {import('./run-host.js').RunHost} host
 * @param {string} runId
 */
export async function isOver(host, runId) {
  const [row] = await host.database.rows(
    'SELECT instance FROM durable_runs WHERE run_id = ?',
    runId,
  );
  try {
    const instance = await host.workflows?.get(instanceId(runId, row?.instance ?? 1));
    return instance === undefined || OVER.includes((await instance.status()).status);
  } catch (e) {
    return e instanceof Error && /not[._ ]?found/i.test(e.message);
  }
}
