import { HostFailure } from '../sandbox/host-failure.js';
import { get, isObject, textOf } from '../value/json.js';
import { readJson } from '../value/json-reader.js';
import { JsonSyntaxException } from '../value/json-syntax-exception.js';
import { compact } from '../value/json-writer.js';
import { encodeUtf8 } from '../value/utf8.js';
import { Answer, sentence, textOfAnswer } from './answer.js';
import { objectToSend } from './body.js';
import { answerFailure, told } from './answer-failure.js';
import { ConnectorFailure } from './connector-failure.js';
import { quoted } from './input-text.js';
import { whenAborted } from './when-aborted.js';

/**
 * @typedef {import('../sandbox/http-answer.js').HttpAnswer} HttpAnswer
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 */

const FIRST_NO_SUCCESS = 300;
const MODEL = /^@?[A-Za-z0-9_-][A-Za-z0-9._-]*(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/;

/**
 * A call of Workers AI through the Worker's binding.
 *
 * @param {import('./connector.js').Connector} connector
 * @param {import('./request.js').BindingRequest} request
 * @param {import('./filling.js').Filling} filling
 * @param {import('./connector-host.js').ConnectorHost} host
 * @param {import('./sending.js').Sending} sending
 * @returns {Promise<JsonObject>}
 */
export async function callBinding({ contract, response }, request, filling, host, sending) {
  const model = filling.text(request.model) ?? '';
  if (!MODEL.test(model)) {
    throw ConnectorFailure.of(
      'INVALID_VALUE',
      `${quoted(model)} is no name of a model.`,
      'Write it as Cloudflare lists it, such as @cf/meta/llama-3.1-8b-instruct.',
    );
  }
  const { ai } = host;
  if (!ai) {
    throw ConnectorFailure.of(
      'NEEDS_ACCOUNT',
      `\`${contract.id}\` runs on Cloudflare, and no account is connected.`,
      'Deploy again: this Worker has no binding AI.',
    );
  }
  const body = objectToSend(filling.value(request.body) ?? {});
  const late = AbortSignal.timeout(sending.leftMs());
  const answer = await host.noted('POST', model, () => run(ai, model, body, host.signal, late));
  const read = new Answer(response, answer, false);
  if (read.isUnreadable || !read.succeeded) {
    return failed(read, sending.now());
  }
  return read.result();
}

/**
 * @param {import('./workers-ai.js').WorkersAi} ai
 * @param {string} model
 * @param {JsonObject} body
 * @param {AbortSignal} cancelled
 * @param {AbortSignal} late
 * @returns {Promise<HttpAnswer>}
 */
async function run(ai, model, body, cancelled, late) {
  const signal = AbortSignal.any([cancelled, late]);
  try {
    const response = await Promise.race([
      ai.run(model, body, { returnRawResponse: true, signal }),
      whenAborted(signal).then(() => Promise.reject(signal.reason)),
    ]);
    const bytes = new Uint8Array(await response.arrayBuffer());
    return withErrors({ status: response.status, headers: [...response.headers], body: bytes });
  } catch (e) {
    if (cancelled.aborted) {
      throw new HostFailure('CANCELLED', 'The request was cancelled.');
    }
    if (late.aborted) {
      throw new HostFailure(
        'NETWORK_TIMEOUT',
        'Workers AI did not answer in time.',
        'Try again later, or raise `run.timeout_ms` of the node.',
      );
    }
    const words = e instanceof Error && e.message !== '' ? `: ${sentence(e.message)}` : '.';
    throw ConnectorFailure.of('SERVICE_ERROR', `Workers AI failed${words}`, 'Try again later.');
  }
}

/**
 * The binding tells of an error as `{internalCode, description}`; connectors read it where the REST
 * API has it, `{errors: [{code, message}]}`.
 *
 * @param {HttpAnswer} answer
 * @returns {HttpAnswer}
 */
function withErrors(answer) {
  const json = answer.status < FIRST_NO_SUCCESS ? undefined : parsed(textOfAnswer(answer));
  const message = textOf(json, 'description') ?? textOf(json, 'message');
  if (!isObject(json) || message === undefined || get(json, 'errors') !== undefined) {
    return answer;
  }
  const errors = [{ code: get(json, 'internalCode') ?? null, message }];
  return { ...answer, body: encodeUtf8(compact({ ...json, errors })) };
}

/** @param {string} text */
function parsed(text) {
  try {
    return readJson(text);
  } catch (e) {
    if (e instanceof JsonSyntaxException) {
      return undefined;
    }
    throw e;
  }
}

/**
 * @param {Answer} answer
 * @param {number} now
 * @returns {JsonObject}
 */
function failed(answer, now) {
  const result = answerFailure(answer, [], now);
  return answer.status === 401 || answer.status === 403
    ? {
        ...result,
        ...told(
          answer,
          'AUTH_REJECTED',
          'Workers AI refused this account',
          "Look at the model's page in the dashboard: some ask for an agreement or another plan.",
        ),
      }
    : result;
}
