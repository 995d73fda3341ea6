import { setTimeout as delay } from 'node:timers/promises';
import autocannon from 'autocannon';
import { CASES } from './recipes.mjs';
import { MeasuredExecutor } from './executor.mjs';
import { WorkerdProcess } from './workerd-process.mjs';

const STARTS = 7;

/** On a busy machine a measurement has fewer runs. */
const PATIENCE_MS = 20_000;
const FEWEST = 5;

/** @param {number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/**
 * From the start of workerd to its first answer, without and with the executor, and the first run.
 *
 * @returns {Promise<Record<'empty' | 'executor' | 'answer' | 'run', { wall: number, cpu: number }>>} medians in ms
 */
export async function starts() {
  const [first] = CASES;
  const body = executeBody(first);
  /** @type {Record<string, { wall: number, cpu: number }[]>} */
  const kept = { empty: [], executor: [], answer: [], run: [] };
  for (let i = 0; i < STARTS; i++) {
    for (const kind of /** @type {const} */ (['empty', 'bare'])) {
      const begun = performance.now();
      const executor = await new MeasuredExecutor(kind).ready();
      const workerd = new WorkerdProcess();
      const answer = await timed(workerd, () => executor.ask('/health'));
      kept[kind === 'empty' ? 'empty' : 'executor'].push({ wall: performance.now() - begun, cpu: workerd.cpu() });
      if (kind === 'bare') {
        kept.answer.push(answer);
        kept.run.push(await timed(workerd, () => executor.ask('/execute', body)));
      }
      await executor.close();
    }
  }
  return /** @type {any} */ (
    Object.fromEntries(
      Object.entries(kept).map(([name, all]) => [
        name,
        { wall: median(all.map(({ wall }) => wall)), cpu: median(all.map(({ cpu }) => cpu)) },
      ]),
    )
  );
}

/**
 * Warm runs one after another.
 *
 * @param {'recorded' | 'bare'} kind deployed and recorded; or sent along, nothing read or kept
 * @returns {Promise<{ wall: number, cpu: number }[]>} a run's median wall and mean processor time, in ms, by case
 */
export async function warmRuns(kind) {
  const executor = await new MeasuredExecutor(kind).ready();
  const workerd = new WorkerdProcess();
  const results = [];
  for (const measured of CASES) {
    const [path, body] =
      kind === 'bare' ? ['/execute', executeBody(measured)] : await deployed(executor, measured);
    const first = await executor.ask(path, body);
    if (kind === 'bare') {
      expectAllCalls(measured, first);
    }
    await wallTimes(executor, path, body, measured.warm);
    const before = workerd.cpu();
    const walls = await wallTimes(executor, path, body, measured.runs);
    results.push({ wall: median(walls), cpu: (workerd.cpu() - before) / walls.length });
  }
  await executor.close();
  return results;
}

/**
 * Ten callers that never rest.
 *
 * @param {'recorded' | 'bare' | 'control'} kind
 * @param {number} seconds
 */
export async function load(kind, seconds) {
  const executor = await new MeasuredExecutor(kind, true).ready();
  const workerd = new WorkerdProcess();
  const heap = await executor.heap();
  const memory = async () => ({ heap: await heap.size(), resident: workerd.memory() });
  const [measured] = CASES;
  const [path, body] =
    kind === 'recorded' ? await deployed(executor, measured) : ['/execute', executeBody(measured)];
  await wallTimes(executor, path, body, measured.warm);
  const before = await memory();
  const cpu = workerd.cpu();
  const { method, headers } = executor.request(body);
  const run = autocannon({
    url: new URL(path, executor.url).href,
    method,
    headers,
    body,
    connections: 10,
    duration: seconds,
  });
  await delay((seconds * 1000) / 2);
  const half = await memory();
  const result = await run;
  const after = await memory();
  const used = workerd.cpu() - cpu;
  heap.close();
  await executor.close();
  return {
    seconds,
    requests: result.requests.total,
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    errors: result.errors + result.timeouts + result.non2xx,
    cpu: used / result.requests.total,
    before,
    half,
    after,
  };
}

/**
 * Asks again and again, `runs` times or as long as there is time.
 *
 * @param {MeasuredExecutor} executor
 * @param {string} path
 * @param {string} body
 * @param {number} runs
 */
async function wallTimes(executor, path, body, runs) {
  const walls = [];
  const end = performance.now() + PATIENCE_MS;
  while (walls.length < FEWEST || (walls.length < runs && performance.now() < end)) {
    const begun = performance.now();
    await executor.ask(path, body);
    walls.push(performance.now() - begun);
  }
  return walls;
}

/** @param {WorkerdProcess} workerd @param {() => Promise<unknown>} work */
async function timed(workerd, work) {
  const cpu = workerd.cpu();
  const begun = performance.now();
  await work();
  return { wall: performance.now() - begun, cpu: workerd.cpu() - cpu };
}

/**
 * A run that left something out would be quick.
 *
 * @param {import('./recipes.mjs').CASES[number]} measured
 * @param {any} answer of `/execute`
 */
function expectAllCalls({ label, calls }, { trace }) {
  const made = trace.filter((/** @type {any} */ { node, status }) => node !== 'input' && status === 'succeeded').length;
  if (made !== calls) {
    throw new Error(`${label} made ${made} calls, not ${calls}`);
  }
}

/** @param {import('./recipes.mjs').CASES[number]} measured */
function executeBody({ recipe, input }) {
  return JSON.stringify({ recipe, context: input });
}

/** @param {MeasuredExecutor} executor @param {import('./recipes.mjs').CASES[number]} measured */
async function deployed(executor, { recipe, input }) {
  await executor.ask('/webhooks/named', JSON.stringify({ recipe }));
  return [`/webhooks/named/${recipe.name}/trigger`, JSON.stringify(input)];
}
