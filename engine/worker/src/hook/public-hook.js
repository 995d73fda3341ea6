import { get, isObject, memberOf, textOf } from '../value/json.js';
import { STYLES } from './signature-styles.js';

/**
 * @typedef {import('../value/json.js').Json} Json
 * @typedef {import('../value/json.js').JsonObject} JsonObject
 */

/**
 * The public hook that a recipe asks for.
 *
 * @typedef {object} PublicHook
 * @property {Verification | undefined} verification undefined: whoever has the token is let in
 * @property {Fault | undefined} fault why it can't be used
 *
 * @typedef {object} Verification
 * @property {import('./signature-styles.js').SignatureStyle} style
 * @property {string} styleName
 * @property {string} secret name of the credential that signs
 *
 * @typedef {{ code: string, message: string, path: (string | number)[] }} Fault
 */

const SETTINGS = ['public', 'verify'];

/**
 * The hook of a recipe's document; undefined where it asks for none that is public. A signature that
 * is asked for and can't be understood is a fault, never an open door; so is a setting that may have
 * meant one.
 *
 * @param {JsonObject} document
 * @returns {PublicHook | undefined}
 */
export function publicHook(document) {
  const triggers = get(document, 'triggers');
  const open = (Array.isArray(triggers) ? triggers : [])
    .map((trigger, i) => ({ webhook: memberOf(trigger, 'webhook'), i }))
    .filter(({ webhook }) => memberOf(webhook, 'public') === true);
  if (open.length === 0) {
    return undefined;
  }
  const [{ webhook, i }] = open;
  const path = ['triggers', i, 'webhook'];
  if (open.length > 1) {
    return faulty(
      'HOOK_TWICE',
      'A recipe has one public hook at most. Remove the others.',
      path,
    );
  }
  const unknown = Object.keys(isObject(webhook) ? webhook : {}).find((key) => !SETTINGS.includes(key));
  if (unknown !== undefined) {
    return faulty(
      'HOOK_SETTING_UNKNOWN',
      `\`${unknown}\` is no setting of a public hook: it has \`public\` and \`verify\`. What is meant may not be left out, so change or remove it.`,
      [...path, unknown],
    );
  }
  const verify = memberOf(webhook, 'verify');
  return verify === undefined
    ? { verification: undefined, fault: undefined }
    : verified(verify, [...path, 'verify']);
}

/**
 * @param {Json} verify
 * @param {(string | number)[]} path
 * @returns {PublicHook}
 */
function verified(verify, path) {
  const styleName = textOf(verify, 'style') ?? '';
  const style = STYLES.get(styleName);
  const secret = textOf(verify, 'secret');
  if (!isObject(verify) || !style) {
    const known = [...STYLES.keys()].join(', ');
    return faulty(
      'SIGNATURE_STYLE_UNKNOWN',
      `\`${styleName}\` is no style of signatures. Write \`style:\` with one of ${known}.`,
      [...path, 'style'],
    );
  }
  if (secret === undefined || secret === '') {
    return faulty(
      'SIGNATURE_SECRET_MISSING',
      'The hook is to check signatures, but no secret is named. Write `secret:` with the name of a credential.',
      [...path, 'secret'],
    );
  }
  return { verification: { style, styleName, secret }, fault: undefined };
}

/**
 * @param {string} code
 * @param {string} message
 * @param {(string | number)[]} path
 * @returns {PublicHook}
 */
function faulty(code, message, path) {
  return { verification: undefined, fault: { code, message, path } };
}
