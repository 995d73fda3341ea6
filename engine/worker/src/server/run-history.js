import { HistoryException } from '../history/history-exception.js';
import { HttpError } from '../http/http-error.js';

/**
 * What reading the history gives.
 *
 * @template T
 * @param {() => Promise<T>} work
 * @throws {HttpError} 503 where it does not answer
 */
export async function reading(work) {
  try {
    return await work();
  } catch (e) {
    throw e instanceof HistoryException ? unavailable('The run history does not answer.') : e;
  }
}

/** @param {string} runId */
export function unknownRun(runId) {
  return new HttpError(
    404,
    'UNKNOWN_RUN',
    `There is no run "${runId}".`,
    'GET /executions lists those that are kept.',
  );
}

/** @param {string} error what does not answer, in a sentence */
export function unavailable(error) {
  return new HttpError(
    503,
    'NOT_AVAILABLE',
    error,
    'Try again in a minute; if it stays so, deploy again from the studio.',
  );
}
