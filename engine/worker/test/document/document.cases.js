import assert from 'node:assert/strict';
import { readDocument } from '../../src/document/document-reader.js';
import { writeRelation } from '../../src/recipe/relations.js';

/**
 * @typedef {import('../../src/value/json.js').Json} Json
 */

const FLOW = ['input >> ON_SUCCESS >> fetch', 'fetch >> FOREACH order >> notify'];

export function every_part_of_a_recipe_is_read_into_the_model() {
  const { recipe, problems } = readDocument({
    name: 'order_alert',
    description: 'Tell the team about big orders.',
    strict: true,
    safe: true,
    max_parallel: 4,
    on_failure: 'notify_team',
    inputs: { type: 'object' },
    triggers: [
      { cron: '0 9 * * 1-5', timezone: 'Asia/Taipei', overlap: true },
      { webhook: { public: true, verify: { style: 'github', secret: 'GITHUB_HOOK' } } },
      { webhook: true },
    ],
    flow: FLOW,
    config: {
      fetch: {
        component: 'http_request',
        url: 'https://a',
        run: { timeout_ms: 5000, retry: { attempts: 3, delay_ms: 500, factor: 2, on: 'BUSY' } },
      },
      notify: { component: 'telegram_send', credentials: { bot: 'MY_BOT' }, ui: { x: 1 }, text: 't' },
    },
  });
  assert.deepEqual(problems, []);
  assert.deepEqual(
    [recipe.name, recipe.strict, recipe.durable, recipe.safe, recipe.maxParallel, recipe.onFailure],
    ['order_alert', true, false, true, 4, 'notify_team'],
  );
  assert.deepEqual(recipe.triggers, [
    { kind: 'cron', expression: '0 9 * * 1-5', timezone: 'Asia/Taipei', overlap: true },
    { kind: 'webhook', open: true, style: 'github', secret: 'GITHUB_HOOK' },
    { kind: 'webhook', open: false, style: undefined, secret: undefined },
  ]);
  assert.deepEqual(edges(recipe), FLOW);
  assert.deepEqual([...recipe.nodes.keys()], ['input', 'fetch', 'notify']);
  assert.deepEqual(recipe.nodes.get('fetch')?.run, {
    timeoutMs: 5000,
    retry: { attempts: 3, delayMs: 500, factor: 2, on: ['BUSY'] },
    optional: false,
    concurrency: 1,
    each: undefined,
  });
  const notify = recipe.nodes.get('notify');
  assert.deepEqual([notify?.parameters, notify?.credentials], [{ text: 't' }, { bot: 'MY_BOT' }]);
}

export function a_cron_node_is_a_trigger_in_utc_too() {
  const { recipe } = readDocument({
    name: 'r',
    flow: ['daily >> PIPE >> a'],
    config: { daily: { component: 'cron', cron_expr: '0 9 * * *' } },
  });
  assert.deepEqual(recipe.triggers, [
    { kind: 'cron', expression: '0 9 * * *', timezone: 'UTC', overlap: false },
  ]);
}

export function a_compiled_graph_is_read() {
  const { recipe, problems } = readDocument({
    id: 'g1',
    name: 'cleanup',
    nodes: [
      { id: 'input', type: 'Input', componentId: 'input' },
      { id: 'list', type: 'Component', componentId: 'http_request', data: { url: 'https://a' } },
      { id: 'delete', type: 'Component', componentId: 'delete' },
    ],
    edges: [
      { from: 'input', to: 'list', type: 'ON_SUCCESS' },
      { from: 'list', to: 'delete', type: 'FOREACH', iterator: 'dead' },
    ],
  });
  assert.deepEqual(problems, []);
  assert.deepEqual(edges(recipe), ['input >> ON_SUCCESS >> list', 'list >> FOREACH dead >> delete']);
  const list = recipe.nodes.get('list');
  assert.deepEqual([list?.component, list?.parameters], ['http_request', { url: 'https://a' }]);
  assert.equal(recipe.nodes.get('input')?.role, 'input');
  assert.equal(recipe.nodes.get('delete')?.component, undefined);
}

export function a_wrapped_graph_takes_settings_from_its_config() {
  const { recipe } = readDocument({
    name: 'w',
    description: 'd',
    graph: {
      nodes: ['input', { id: 'a', componentId: 'a', data: { n: 1, m: 1 } }],
      edges: [{ from: 'input', to: 'a' }],
    },
    config: { a: { component: '__HTTP_REQ_URL__', n: 2 } },
  });
  const a = recipe.nodes.get('a');
  assert.deepEqual([recipe.name, recipe.description], ['w', 'd']);
  assert.deepEqual([a?.component, a?.parameters], ['http_request', { n: 2, m: 1 }]);
}

export function a_graphs_own_name_and_id_are_looked_at_only_where_they_are_needed() {
  const graph = { id: 7, name: 8, nodes: ['input'] };
  assert.deepEqual(readDocument({ name: 'outer', graph }).problems, []);
  const { recipe, problems } = readDocument({ name: 8, id: 'g1', nodes: ['input'] });
  assert.equal(recipe.name, 'g1');
  assert.deepEqual(problems.map(({ code }) => code), ['WRONG_TYPE']);
}

export function what_is_wrong_is_said_with_its_code_and_place() {
  /** @type {[Json, string, string][]} */
  const wrong = [
    [[], 'NOT_A_RECIPE', '[]'],
    [{ flow: FLOW }, 'NAME_MISSING', '[]'],
    [{ name: 'a b', flow: FLOW }, 'NAME_INVALID', '["name"]'],
    [{ name: 'r' }, 'FLOW_MISSING', '[]'],
    [{ name: 'r', flow: ['a >> b'] }, 'TRIPLET_MALFORMED', '["flow",0]'],
    [{ name: 'r', flow: [5] }, 'TRIPLET_MALFORMED', '["flow",0]'],
    [{ name: 'r', flow: ['a.b >> PIPE >> c'] }, 'NODE_NAME_INVALID', '["flow",0]'],
    [{ name: 'r', flow: ['a >> ON_SUCCES >> b'] }, 'UNKNOWN_RELATION', '["flow",0]'],
    [{ name: 'r', flow: FLOW, flows: 1 }, 'UNKNOWN_KEY', '["flows"]'],
    [{ name: 'r', flow: FLOW, strict: 'yes' }, 'WRONG_TYPE', '["strict"]'],
    [{ name: 'r', flow: FLOW, max_parallel: 0 }, 'OUT_OF_RANGE', '["max_parallel"]'],
    [{ name: 'r', flow: FLOW, max_parallel: 1.5 }, 'WRONG_TYPE', '["max_parallel"]'],
    [{ name: 'r', flow: FLOW, config: { x: {} } }, 'CONFIG_WITHOUT_NODE', '["config","x"]'],
    [{ name: 'r', flow: FLOW, config: { fetch: [] } }, 'WRONG_TYPE', '["config","fetch"]'],
    [
      { name: 'r', flow: FLOW, config: { x: { run: { optional: 1 } } } },
      'WRONG_TYPE',
      '["config","x","run","optional"]',
    ],
    [
      { name: 'r', flow: FLOW, config: { fetch: { component: 'cron', cron_expr: 5 } } },
      'WRONG_TYPE',
      '["config","fetch","cron_expr"]',
    ],
    [{ name: 'r', flow: null }, 'FLOW_MISSING', '["flow"]'],
    [{ name: 'r', flow: FLOW, triggers: [{}] }, 'TRIGGER_UNKNOWN', '["triggers",0]'],
    ...['EST', 'PST', 'us/pacific', 'US/PACIFIC', 'GMT+0', '+01:00'].map(
      (timezone) =>
        /** @type {[Json, string, string]} */ ([
          { name: 'r', flow: FLOW, triggers: [{ cron: '* * * * *', timezone }] },
          'TIMEZONE_UNKNOWN',
          '["triggers",0,"timezone"]',
        ]),
    ),
    [{ name: 'r', flow: FLOW, triggers: [{ cron: '* *' }] }, 'CRON_INVALID', '["triggers",0,"cron"]'],
    [
      { name: 'r', flow: FLOW, triggers: [{ cron: '* * * * *', timezone: 'Atlantis' }] },
      'TIMEZONE_UNKNOWN',
      '["triggers",0,"timezone"]',
    ],
    [
      { name: 'r', flow: FLOW, config: { fetch: { url: ['x __MY_HOST__'] } } },
      'PLACEHOLDER',
      '["config","fetch","url",0]',
    ],
    [{ name: 'r', nodes: [{}], edges: [] }, 'NODE_WITHOUT_ID', '["nodes",0]'],
    [{ name: 'r', nodes: [], edges: [{}] }, 'EDGE_WITHOUT_NODE', '["edges",0]'],
  ];
  for (const [document, code, path] of wrong) {
    const { problems } = readDocument(document);
    const found = problems.map((each) => `${each.code} ${JSON.stringify(each.path)}`);
    assert.ok(found.includes(`${code} ${path}`), JSON.stringify([document, problems]));
    assert.ok(problems.every(({ message }) => !message.includes('{0}') && message !== ''));
  }
}

export function a_misspelt_relation_has_a_suggestion_and_the_document_still_opens() {
  const { recipe, problems } = readDocument({ name: 'r', flow: ['a >> ON_SUCCES >> b'] });
  assert.match(problems[0].message, /Did you mean `ON_SUCCESS`\?/);
  assert.equal(recipe.edges[0].relation.kind, 'unknown');
}

export function members_called_proto_are_members_like_any() {
  const document = JSON.parse(
    '{"name":"r","flow":["__proto__ >> PIPE >> constructor"],"config":{"__proto__":{"x":1},"constructor":{"__proto__":{"y":2}}}}',
  );
  const { recipe, problems } = readDocument(document);
  assert.deepEqual(problems, []);
  assert.deepEqual(recipe.nodes.get('__proto__')?.parameters, { x: 1 });
  assert.equal(
    JSON.stringify(recipe.nodes.get('constructor')?.parameters),
    '{"__proto__":{"y":2}}',
  );
}

/** @param {import('../../src/recipe/recipe.js').Recipe} recipe */
function edges(recipe) {
  return recipe.edges.map(({ from, relation, to }) => `${from} >> ${writeRelation(relation)} >> ${to}`);
}
