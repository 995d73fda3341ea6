import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { desktopRuns } from './desktop.mjs';
import { sizes } from './executor.mjs';
import { load, starts, warmRuns } from './measures.mjs';
import { CASES } from './recipes.mjs';

const { values, positionals } = parseArgs({
  options: { seconds: { type: 'string', default: '60' } },
  allowPositionals: true,
});
const { version } = JSON.parse(readFileSync(new URL('../node_modules/workerd/package.json', import.meta.url), 'utf8'));
const busyBefore = busy();

const size = sizes();
table(['script, all modules', 'MB', 'gzip'], [
  [`${size.modules} modules: ${mb(size.code)} of code, ${mb(size.parts)} of parts, descriptions`, mb(size.bytes), mb(size.gzip)],
]);

const start = await starts();
table(['from nothing, median of seven', 'wall, ms', 'processor, ms'], [
  ['workerd with an empty Worker, to its first answer', ...times(start.empty)],
  ['workerd with the executor, to `GET /health`', ...times(start.executor)],
  [
    '**the executor’s share**',
    ms(start.executor.wall - start.empty.wall),
    ms(start.executor.cpu - start.empty.cpu),
  ],
  ['first `GET /health` of a started Worker', ...times(start.answer)],
  [`first run: ${CASES[0].label}`, ...times(start.run)],
]);

const bare = await warmRuns('bare');
const recorded = await warmRuns('recorded');
const desktop = positionals.length === 0 ? undefined : await desktopRuns(positionals);
table(
  [
    'warm run, ms',
    'executor alone: processor',
    'wall',
    'deployed and recorded: processor',
    'wall',
    ...(desktop ? ['desktop: processor', 'wall'] : []),
  ],
  CASES.map(({ label }, i) => [
    label,
    ...[bare[i], recorded[i], ...(desktop ? [desktop[i]] : [])].flatMap((time) => [ms(time.cpu), ms(time.wall)]),
  ]),
);

const loads = [
  ['executor alone', await load('bare', Number(values.seconds))],
  ['deployed and recorded', await load('recorded', Number(values.seconds))],
  ['a Worker that only uses KV and D1 as often', await load('control', Number(values.seconds))],
];
table(
  ['10 callers without rest', 'seconds', 'runs', 'a second', 'p50, ms', 'p99, ms', 'errors', 'processor, ms a run', 'its heap, MiB: before', 'at half', 'after', 'all of workerd, MiB: before', 'at half', 'after'],
  loads.map(([label, got]) => [
    label,
    got.seconds,
    got.requests,
    Math.round(got.perSecond),
    got.p50,
    got.p99,
    got.errors,
    ms(got.cpu),
    ...['heap', 'resident'].flatMap((what) => [got.before, got.half, got.after].map((at) => Math.round(at[what]))),
  ]),
);
console.log(
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores (${cpus()[0]?.model}), Node ${process.version}, workerd ${version}, ` +
    `load average of a minute ${busyBefore} before, ${busy()} after (these runs included).`,
);
if (loads.some(([, got]) => got.errors > 0)) {
  console.error('There were errors under load.');
  process.exitCode = 1;
}

/** @param {string[]} head @param {(string | number)[][]} rows */
function table(head, rows) {
  console.log(`| ${head.join(' | ')} |\n|${'---|'.repeat(head.length)}`);
  console.log(`${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`);
}

/** @param {{ wall: number, cpu: number }} time */
function times({ wall, cpu }) {
  return [ms(wall), ms(cpu)];
}

/** @param {number} value */
function ms(value) {
  return value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0);
}

/** @param {number} bytes */
function mb(bytes) {
  return (bytes / 1e6).toFixed(2);
}

function busy() {
  return loadavg()[0]?.toFixed(1);
}
