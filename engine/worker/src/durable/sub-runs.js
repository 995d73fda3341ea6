import { failureResult } from '../run/failures.js';
import { called } from '../run/run-request.js';
import { keyText } from '../schedule/call-key.js';
import { subRecipeResult, subRecipeStarted } from '../schedule/sub-recipe.js';
import { sha256Hex } from '../value/digest.js';
import { compact } from '../value/json-writer.js';
import { startRun } from './durable-start.js';
import { Payloads } from './payloads.js';

/**
 * Recipes that a durable run calls: durable runs of their own, so that a restart in the middle of
 * one repeats nothing.
 *
 * @typedef {import('../schedule/command.js').CallRecipe} CallRecipe
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('./durable-start.js').DurableStart} DurableStart
 * @typedef {import('./run-host.js').RunHost} RunHost
 */

export class SubRuns {
  #host;
  #start;
  #request;
  #mask;

  /**
   * @param {RunHost} host
   * @param {DurableStart} start of the run that calls
   * @param {import('../run/run-request.js').RunRequest} request
   * @param {import('../run/placeholder-mask.js').PlaceholderMask} mask of the run that calls
   */
  constructor(host, start, request, mask) {
    this.#host = host;
    this.#start = start;
    this.#request = request;
    this.#mask = mask;
  }

  /**
   * Starts the run, once for each call and attempt.
   *
   * @param {CallRecipe} call
   * @returns {Promise<Json | undefined>} the call's result where there is nothing to wait for
   */
  async begin(call) {
    const found = await this.#host.recipes.find(call.recipe);
    if (!found) {
      return failureResult(
        'UNKNOWN_RECIPE',
        `There is no recipe "${call.recipe}".`,
        'Check the name, and that this recipe is deployed too.',
      );
    }
    const request = called(this.#request, found, this.#mask.json(call.input), 'subflow');
    const runId = await this.runId(call);
    await startRun(this.#host, request, {
      runId,
      depth: this.#start.depth + 1,
      record: this.#start.record && request.record !== false,
      ...(call.awaited ? { parent: this.#start.runId } : {}),
    });
    return call.awaited ? undefined : subRecipeStarted(runId);
  }

  /**
   * The call's result once its run has ended.
   *
   * @param {CallRecipe} call
   * @returns {Promise<Json | undefined>}
   */
  async result(call) {
    const runId = await this.runId(call);
    const outcome = await new Payloads(this.#host.database).read(outcomeId(runId));
    return outcome === undefined
      ? undefined
      : subRecipeResult(call.recipe, runId, JSON.parse(outcome));
  }

  /** @param {CallRecipe} call @returns {Json} */
  tooLate(call) {
    return failureResult(
      'TIMEOUT',
      `The recipe "${call.recipe}" took longer than ${call.timeoutMs} ms.`,
      `Raise run.timeout_ms of \`${keyText(call.key)}\`, or make the recipe faster.`,
    );
  }

  /** The run of a call, the same whenever it is asked for. @param {CallRecipe} call */
  async runId(call) {
    const digest = await sha256Hex(`${this.#start.runId}\n${call.callId}\n${call.attempt}`);
    return `${this.#start.runId.slice(0, 18)}-${digest.slice(0, 16)}`;
  }
}

/** The payload in which a run leaves how it ended for the one that waits for it. @param {string} runId */
function outcomeId(runId) {
  return `outcome:${runId}`;
}

/**
 * Statements that leave how a run ended for the one that waits for it.
 *
 * @param {RunHost} host
 * @param {DurableStart} start
 * @param {import('../run/run-record.js').RunRecord} record
 */
export function leavingOutcome(host, start, record) {
  const { status, data = null, error, errorCode, failedNode } = record;
  const outcome = { status, data, error, errorCode, failedNode };
  return start.parent === undefined
    ? []
    : new Payloads(host.database).keeping(
        outcomeId(start.runId),
        start.parent,
        compact(/** @type {any} */ (outcome)),
      );
}
