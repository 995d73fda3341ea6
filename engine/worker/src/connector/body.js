import { isObject } from '../value/json.js';
import { compact } from '../value/json-writer.js';
import { ConnectorFailure } from './connector-failure.js';
import { asText } from './filling.js';
import { formText } from './form-text.js';
import { kindOf } from './input-check.js';
import { messageText } from './message-text.js';
import { CONTENT_TYPES } from './request.js';

/**
 * What is sent.
 *
 * @typedef {object} Body
 * @property {string} text as text; every encoding gives one
 * @property {string | undefined} contentType undefined where nothing is sent
 *
 * @typedef {import('../value/json.js').Json} Json
 */

/**
 * @param {Json | undefined} filled the body with its templates filled; undefined for none
 * @param {import('./request.js').Encoding} encoding
 * @param {number} now milliseconds since 1970
 * @returns {Promise<Body>}
 */
export async function bodyOf(filled, encoding, now) {
  return filled === undefined
    ? { text: '', contentType: undefined }
    : { text: await written(filled, encoding, now), contentType: CONTENT_TYPES[encoding] };
}

/**
 * @param {Json} filled
 * @param {import('./request.js').Encoding} encoding
 * @param {number} now
 */
async function written(filled, encoding, now) {
  switch (encoding) {
    case 'json':
      return compact(filled);
    case 'form':
      return formText(objectToSend(filled));
    case 'text':
      return asText(filled);
    case 'message':
      return messageText(objectToSend(filled), now);
  }
}

/** @param {Json} filled @throws {ConnectorFailure} when it is no object */
export function objectToSend(filled) {
  if (!isObject(filled)) {
    throw ConnectorFailure.of(
      'INVALID_TYPE',
      `What is sent must be an object, not ${kindOf(filled)}.`,
      'Give an object of fields.',
    );
  }
  return filled;
}
