import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { scripts } from './support/workerd.js';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const LONGEST = 400;

/** What each room may know, types included: arrows go one way. @type {Record<string, string[]>} */
const MAY_KNOW = {
  platform: [],
  value: [],
  recipe: ['value'],
  part: ['value'],
  document: ['recipe', 'value'],
  template: ['recipe', 'value'],
  schedule: ['part', 'recipe', 'template', 'value'],
  run: ['part', 'recipe', 'schedule', 'value'],
  sandbox: ['recipe', 'value'],
  connector: ['part', 'sandbox', 'template', 'value'],
  history: ['platform', 'run', 'schedule', 'value'],
  cron: ['durable', 'history', 'platform', 'recipe'],
  durable: ['cron', 'history', 'part', 'platform', 'recipe', 'run', 'schedule', 'value'],
  credentials: ['platform', 'run', 'sandbox', 'template', 'value'],
  catalog: ['connector', 'part', 'sandbox', 'template', 'value'],
  deployed: ['document', 'part', 'recipe', 'sandbox', 'value'],
  http: ['value'],
  access: ['http', 'value'],
  hook: ['http', 'sandbox', 'value'],
  validate: ['document', 'hook', 'part', 'recipe', 'schedule', 'template', 'value'],
  host: [
    ...['catalog', 'connector', 'credentials', 'cron', 'deployed', 'document', 'durable', 'history'],
    'hook',
    ...['part', 'platform', 'run', 'sandbox', 'schedule', 'template', 'value'],
  ],
  server: [
    ...['access', 'catalog', 'deployed', 'durable', 'history', 'hook', 'host', 'http', 'part'],
    ...['platform', 'recipe', 'run', 'sandbox', 'schedule', 'template', 'validate', 'value'],
  ],
  'executor.js': ['connector', 'credentials', 'durable', 'history', 'host', 'platform', 'server'],
};

/** Rooms in which the same events give the same commands: nothing waits or looks outside. */
const PURE = ['value', 'recipe', 'part', 'document', 'template', 'schedule'];
/** The platform has digests and randomness as promises and calls only; no pure room knows it. */
const DIGEST = 'src/value/digest.js';
const OUTSIDE =
  /\b(?:async |await |Promise\.|setTimeout\(|fetch\(|crypto\.|Date\.now|new Date\(\)|Math\.random|performance\.)/;

const FILES = scripts('src').map((path) => {
  const text = readFileSync(join(ROOT, path), 'utf8');
  return { path, text, imports: importsOf(path, text) };
});

test('modules are imported by relative paths: the executor has no dependencies', () => {
  const foreign = FILES.flatMap(({ path, text }) =>
    specifiers(text)
      .filter((specifier) => !/^(?:\.\.?\/.*\.js|cloudflare:workers)$/.test(specifier))
      .map((specifier) => `${path}: ${specifier}`),
  );
  assert.deepEqual(foreign, []);
});

test('every import leads to a module', () => {
  const paths = FILES.map(({ path }) => path);
  const missing = FILES.flatMap(({ path, imports }) =>
    imports.filter((to) => !paths.includes(to)).map((to) => `${path}: ${to}`),
  );
  assert.deepEqual(missing, []);
});

test('a room knows only the rooms below it', () => {
  const wrong = FILES.flatMap(({ path, imports }) =>
    imports
      .filter((to) => roomOf(to) !== roomOf(path) && !MAY_KNOW[roomOf(path)].includes(roomOf(to)))
      .map((to) => `${path} knows ${to}`),
  );
  assert.deepEqual(wrong, []);
});

test('the pure rooms neither wait nor look outside', () => {
  const impure = FILES.filter(({ path }) => PURE.includes(roomOf(path)) && path !== DIGEST)
    .filter(({ text }) => OUTSIDE.test(withoutComments(text)))
    .map(({ path }) => path);
  assert.deepEqual(impure, []);
});

test('no pure room takes a digest or a random number', () => {
  const takers = FILES.filter(
    ({ path, imports }) => PURE.includes(roomOf(path)) && imports.includes(DIGEST),
  );
  assert.deepEqual(takers.map(({ path }) => path), []);
});

test('files are short and say what they are', () => {
  const long = FILES.filter(({ text }) => text.split('\n').length > LONGEST);
  const silent = FILES.filter(({ text }) => !text.includes('/**'));
  assert.deepEqual([...long, ...silent].map(({ path }) => path), []);
});

/** @param {string} path @param {string} text */
function importsOf(path, text) {
  return specifiers(text)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => posix.join(posix.dirname(path), specifier));
}

/** What a module imports, types too. @param {string} text */
function specifiers(text) {
  return [...text.matchAll(/(?:\bfrom |\bimport\()\s*'([^']+)'/g)].map(([, specifier]) => specifier);
}

/** @param {string} path */
function roomOf(path) {
  return path.split('/')[1];
}

/** @param {string} text */
function withoutComments(text) {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
}
