import { CronExpression } from '../recipe/cron-expression.js';
import { CronSyntaxException } from '../recipe/cron-syntax-exception.js';
import { TimeZone } from '../recipe/time-zone.js';
import { isObject, memberOf } from '../value/json.js';
import { Fields } from './fields.js';
import { message } from './messages.js';

/**
 * @typedef {import('../recipe/trigger.js').Trigger} Trigger
 * @typedef {import('./findings.js').Findings} Findings
 * @typedef {import('./problem.js').Path} Path
 */

const UTC = 'UTC';

/**
 * What starts a deployed recipe. RECIPE.md, section 1.
 *
 * @param {import('../value/json.js').Json[]} list
 * @param {Findings} findings
 * @returns {Trigger[]}
 */
export function readTriggers(list, findings) {
  return list.flatMap((item, i) => {
    const where = `triggers[${i}]`;
    const path = ['triggers', i];
    if (isObject(item) && memberOf(item, 'cron') !== undefined) {
      return cron(new Fields(item, path, where, findings), findings);
    }
    if (isObject(item) && memberOf(item, 'webhook') !== undefined) {
      return webhook(new Fields(item, path, where, findings), where, findings);
    }
    findings.add('TRIGGER_UNKNOWN', path, where);
    return [];
  });
}

/**
 * The schedule of a node with `component: cron`, as Arcrun writes it: `cron_expr`, in UTC.
 *
 * @param {Fields} fields of the node
 * @param {Findings} findings
 */
export function cronOfNode(fields, findings) {
  const expression = fields.text('cron_expr');
  return expression === undefined
    ? []
    : cronTrigger(expression, fields.path('cron_expr'), findings);
}

/**
 * A schedule, in UTC where nothing else is said; a problem where it is none.
 *
 * @param {string} expression
 * @param {Path} path
 * @param {Findings} findings
 * @param {string} [timezone]
 * @param {boolean} [overlap]
 * @returns {Trigger[]}
 */
export function cronTrigger(expression, path, findings, timezone = UTC, overlap = false) {
  try {
    CronExpression.parse(expression);
  } catch (e) {
    if (!(e instanceof CronSyntaxException)) {
      throw e;
    }
    const field = /** @type {0 | 1 | 2 | 3 | 4 | 5} */ (e.field);
    findings.add('CRON_INVALID', path, expression, message(`cron.field.${field}`, e.text));
    return [];
  }
  return [{ kind: 'cron', expression, timezone, overlap }];
}

/**
 * @param {Fields} fields
 * @param {Findings} findings
 */
function cron(fields, findings) {
  fields.checkKeys(['cron', 'timezone', 'overlap']);
  const expression = fields.text('cron');
  let zone = fields.text('timezone');
  if (zone !== undefined && !TimeZone.named(zone)) {
    findings.add('TIMEZONE_UNKNOWN', fields.path('timezone'), zone, message('hint.zones'));
    zone = undefined;
  }
  const overlap = fields.truth('overlap', false);
  return expression === undefined
    ? []
    : cronTrigger(expression, fields.path('cron'), findings, zone, overlap);
}

/**
 * @param {Fields} item
 * @param {string} where
 * @param {Findings} findings
 * @returns {Trigger[]}
 */
function webhook(item, where, findings) {
  item.checkKeys(['webhook']);
  const settings = item.value('webhook') === true ? undefined : item.mapping('webhook');
  if (!settings) {
    return [{ kind: 'webhook', open: false, style: undefined, secret: undefined }];
  }
  const fields = new Fields(settings, item.path('webhook'), `${where}.webhook`, findings);
  fields.checkKeys(['public', 'verify']);
  const open = fields.truth('public', false);
  const verify = fields.mapping('verify');
  if (!verify) {
    return [{ kind: 'webhook', open, style: undefined, secret: undefined }];
  }
  const signature = new Fields(
    verify,
    fields.path('verify'),
    `${where}.webhook.verify`,
    findings,
  );
  signature.checkKeys(['style', 'secret']);
  return [
    { kind: 'webhook', open, style: signature.text('style'), secret: signature.text('secret') },
  ];
}
