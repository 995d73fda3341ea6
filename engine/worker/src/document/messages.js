/** What problems say: what happened, with the names involved; then what to do. */
const TEXTS = {
  NOT_A_RECIPE:
    'This is not a recipe: at the top there must be keys such as `name` and `flow`. Start with `name: my_recipe`.',
  NAME_MISSING: 'The recipe has no name. Add `name:` with letters, digits, `_` and `-`.',
  NAME_INVALID:
    "`{0}` can't be a recipe's name. Use the letters A-Z and a-z, digits, `_` and `-`.",
  FLOW_MISSING:
    'The recipe has no flow, so nothing would run. Add `flow:` with lines such as "input >> ON_SUCCESS >> fetch".',
  TRIPLET_MALFORMED:
    'Line {0} of the flow, `{1}`, is not of the form `from >> relation >> to`. Write all three, with `>>` between them.',
  NODE_NAME_INVALID:
    "`{0}` can't be a node's name. Use letters of any script, digits, `_`, `-` and spaces inside.",
  UNKNOWN_RELATION:
    'Nobody knows the relation `{0}` from `{2}` to `{3}`, so it is never taken. {1}',
  UNKNOWN_KEY: 'The key `{0}` is not known and has no effect. {1}',
  WRONG_TYPE: '`{0}` must be {1}, but it is {2}. Change it.',
  OUT_OF_RANGE: '`{0}` is {1}, but must be from {2} to {3}. Change it.',
  CONFIG_WITHOUT_NODE:
    'There are settings for `{0}`, but no line of the flow names it. Connect it in the flow, or remove the settings.',
  TRIGGER_UNKNOWN:
    '`{0}` is no trigger. Write `- cron: "0 9 * * *"` or `- webhook: { public: true }`.',
  CRON_INVALID: '`{0}` is no schedule: {1}',
  TIMEZONE_UNKNOWN: 'Nobody knows the time zone `{0}`. {1}',
  PLACEHOLDER:
    '`{0}` is to be filled in before the recipe runs. Set `{1}` under `vars` of the target in arcrun.yaml.',
  NODE_WITHOUT_ID: 'Node {0} of the graph has no `id`. Add one.',
  EDGE_WITHOUT_NODE: 'Edge {0} of the graph lacks `from` or `to`. Name both nodes.',

  'hint.meant': 'Did you mean `{0}`?',
  'hint.known': 'Known keys: {0}.',
  'hint.relations':
    'Use PIPE, ON_SUCCESS, ON_FAIL, IF(…), ON_TRUE, ON_FALSE, ON_BRANCH(…), FOREACH … or CALLS_SUBFLOW.',
  'hint.zones': 'Use an IANA name such as Asia/Taipei or UTC.',
  'cron.field.0':
    'it needs five fields (minute, hour, day of month, month, day of week) with spaces between them.',
  'cron.field.1':
    'the minute `{0}` must be made of numbers from 0 to 59, as in 0, */15 or 10-20.',
  'cron.field.2': 'the hour `{0}` must be made of numbers from 0 to 23, as in 9, */6 or 9-17.',
  'cron.field.3':
    'the day of month `{0}` must be made of numbers from 1 to 31, as in 1, 1,15 or *.',
  'cron.field.4': 'the month `{0}` must be made of numbers from 1 to 12 or JAN to DEC.',
  'cron.field.5':
    'the day of week `{0}` must be made of numbers from 0 to 7 (0 and 7 are Sunday) or SUN to SAT.',
  'type.nothing': 'empty',
  'type.text': 'a text',
  'type.texts': 'a list of texts',
  'type.truth': 'true or false',
  'type.number': 'a number',
  'type.whole': 'a whole number',
  'type.list': 'a list',
  'type.mapping': 'a mapping (key: value)',
};

/** @typedef {keyof typeof TEXTS} MessageKey */

/**
 * A text with its places `{0}`, `{1}`, … filled.
 *
 * @param {MessageKey} key
 * @param {...(string | number)} values
 */
export function message(key, ...values) {
  return TEXTS[key].replace(/\{(\d)\}/g, (place, index) => String(values[index] ?? place));
}
