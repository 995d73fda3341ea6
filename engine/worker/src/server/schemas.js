/**
 * JSON Schemas (2020-12) of what goes in and out, by the names that routes give them.
 *
 * @type {Record<string, import('../value/json.js').JsonObject>}
 */
export const SCHEMAS = {
  Any: {},
  Error: object(
    {
      success: { const: false },
      error: text('What happened.'),
      error_code: text('Stable, for programs.'),
      hint: text('What to do.'),
      run_id: text('Of the run that failed.'),
      error_id: text('Of an unexpected error, as it is in the log.'),
      line: number('Where the body is not JSON.'),
      column: number('Where the body is not JSON.'),
      nearest: list({ type: 'string' }, 'Names that may have been meant.'),
      problems: list({}, 'What is wrong with a recipe or an input.'),
    },
    ['success', 'error', 'error_code', 'hint'],
  ),
  Health: object(
    {
      ok: { type: 'boolean' },
      version: text('The release.'),
      parts: number('How many parts there are.'),
      recipes: number('How many recipes are deployed; only where a key is sent.'),
    },
    ['ok', 'version', 'parts'],
  ),
  Config: object({}, [], 'Per node: component, parameters, run, credentials.'),
  SentRecipe: object({
    name: text('Letters, digits, _ and -.'),
    description: text('What it does, in a sentence.'),
    recipe: { description: 'A recipe document.', type: 'object' },
    triplets: list({ type: 'string' }, 'from >> RELATION >> to'),
    graph: { description: "Arcrun's compiled graph: nodes and edges.", type: 'object' },
    config: { $ref: '#/components/schemas/Config' },
    allowed_hosts: list(
      { type: 'string' },
      'host, host:port or *.domain; without it, those that the recipe itself names.',
    ),
  }),
  SentRun: {
    allOf: [{ $ref: '#/components/schemas/SentRecipe' }],
    properties: {
      recipe: {
        description: 'A recipe document, or the name of a deployed one.',
        type: ['object', 'string'],
      },
      context: { description: "The run's input." },
      input: { description: 'The same as context.' },
    },
  },
  Deployment: {
    allOf: [{ $ref: '#/components/schemas/SentRecipe' }],
    properties: {
      rotate_hook: {
        type: 'boolean',
        description: 'true: the public hook gets a new token, the old one is revoked.',
      },
      record: {
        type: 'boolean',
        description: 'false: nothing is kept of its runs but counts.',
      },
    },
  },
  Deployed: object(
    {
      success: { const: true },
      name: { type: 'string' },
      description: { type: 'string' },
      webhook_url: { type: 'string', format: 'uri' },
      created_at: { type: 'string', format: 'date-time' },
      allowed_hosts: list({ type: 'string' }),
      public: { type: 'boolean' },
      hook: object({
        token: text('Shown this once.'),
        trigger_url: { type: 'string' },
        query_url: { type: 'string' },
        named_trigger_url: { type: 'string' },
      }),
      problems: list({ $ref: '#/components/schemas/Problem' }),
    },
    ['success', 'name', 'webhook_url', 'created_at', 'allowed_hosts', 'public', 'problems'],
  ),
  Problem: object(
    {
      code: { type: 'string' },
      severity: { enum: ['error', 'warning'] },
      message: { type: 'string' },
      path: list({ type: ['string', 'integer'] }),
    },
    ['code', 'severity', 'message', 'path'],
  ),
  Validation: object(
    {
      success: { const: true },
      valid: { type: 'boolean' },
      errors: list({ type: 'string' }),
      problems: list({ $ref: '#/components/schemas/Problem' }),
      nodeCount: { type: 'integer' },
      edgeCount: { type: 'integer' },
    },
    ['success', 'valid', 'errors', 'problems'],
  ),
  RecipeList: object(
    {
      success: { const: true },
      workflows: list({ type: 'object' }),
      total: { type: 'integer' },
    },
    ['success', 'workflows', 'total'],
  ),
  Definition: object(
    {
      success: { const: true },
      name: { type: 'string' },
      description: { type: 'string' },
      recipe: { type: 'object' },
      graph: { type: 'object' },
      flow: list({ type: 'string' }),
      config: { type: 'object' },
      allowed_hosts: list({ type: 'string' }),
      created_at: { type: 'string' },
    },
    ['success', 'name', 'recipe', 'allowed_hosts'],
  ),
  Deleted: object(
    { success: { const: true }, deleted: { const: true }, name: { type: 'string' } },
    ['success', 'deleted', 'name'],
  ),
  RunResult: object(
    {
      success: { const: true },
      data: { description: "The run's result." },
      run_id: { type: 'string' },
      recipe: { type: 'string' },
      status: { const: 'succeeded' },
      started_at: { type: 'string', format: 'date-time' },
      duration_ms: { type: 'integer' },
      stored: { type: 'boolean', description: 'Whether the history has this run.' },
      trace: list({ $ref: '#/components/schemas/TraceEntry' }),
      truncated: {
        type: 'boolean',
        description: 'true: the values of the trace are over 20 MiB, and are cut as in the history.',
      },
      omitted: number('How many entries of such a trace were left out.'),
    },
    ['success', 'data', 'run_id', 'status', 'duration_ms', 'stored', 'trace'],
  ),
  RunAccepted: object(
    {
      success: { const: true },
      status: { enum: ['accepted', 'waiting'] },
      run_id: { type: 'string' },
      tasks: list(
        object({ task_id: { type: 'string' }, node: { type: 'string' } }, ['task_id', 'node']),
        'What the run waits for: POST /workflows/resume.',
      ),
    },
    ['success', 'status', 'run_id'],
  ),
  HookResult: object(
    {
      success: { const: true },
      data: { description: "The run's result." },
      run_id: { type: 'string' },
      duplicate: {
        type: 'boolean',
        description: 'true: this delivery was taken in before; nothing ran.',
      },
    },
    ['success'],
  ),
  HookAccepted: object(
    { success: { const: true }, status: { type: 'string' }, run_id: { type: 'string' } },
    ['success', 'status', 'run_id'],
  ),
  TraceEntry: object(
    {
      node: { type: 'string' },
      part: { type: 'string' },
      status: { enum: ['succeeded', 'failed', 'skipped', 'handled', 'waiting'] },
      attempt: { type: 'integer' },
      iteration: list({ type: 'integer' }),
      started_ms: { type: 'number' },
      duration_ms: { type: 'number' },
      input: {},
      output: {},
      error: { type: 'string' },
      error_code: { type: 'string' },
      unresolved: list({}),
    },
    ['node', 'part', 'status', 'attempt'],
  ),
  RunRecord: object(
    {
      success: { const: true },
      run_id: { type: 'string' },
      recipe: { type: 'string' },
      status: { enum: ['running', 'waiting', 'succeeded', 'failed', 'cancelled', 'lost'] },
      trace: list({ $ref: '#/components/schemas/TraceEntry' }),
    },
    ['success', 'run_id', 'recipe', 'status'],
  ),
  RunList: object(
    {
      success: { const: true },
      runs: list({ type: 'object' }),
      cursor: text('Where there are more: the query parameter that gives the next page.'),
    },
    ['success', 'runs'],
  ),
  Resumption: {
    ...object({ task_id: { type: 'string' }, data: {}, error: { type: 'string' } }, [
      'task_id',
    ]),
    description: 'The result of a task: data, or the error it failed with.',
  },
  Resumed: object(
    { success: { const: true }, resumed: { const: true }, run_id: { type: 'string' } },
    ['success', 'run_id'],
  ),
  Cancelled: object(
    { success: { const: true }, cancelled: { const: true }, run_id: { type: 'string' } },
    ['success', 'run_id'],
  ),
  PartList: object(
    {
      success: { const: true },
      components: list(
        object(
          {
            canonical_id: { type: 'string' },
            total_runs: { type: 'integer' },
            success_rate: { type: ['number', 'null'] },
            avg_duration_ms: { type: ['number', 'null'] },
          },
          ['canonical_id', 'total_runs', 'success_rate', 'avg_duration_ms'],
        ),
      ),
      total: { type: 'integer' },
    },
    ['success', 'components', 'total'],
  ),
};

/**
 * @param {import('../value/json.js').JsonObject} properties
 * @param {string[]} [required]
 * @param {string} [description]
 */
function object(properties, required = [], description) {
  return {
    type: 'object',
    ...(description === undefined ? {} : { description }),
    properties,
    ...(required.length === 0 ? {} : { required }),
  };
}

/**
 * @param {import('../value/json.js').JsonObject} items
 * @param {string} [description]
 */
function list(items, description) {
  return { type: 'array', items, ...(description === undefined ? {} : { description }) };
}

/** @param {string} description */
function text(description) {
  return { type: 'string', description };
}

/** @param {string} description */
function number(description) {
  return { type: 'integer', description };
}
