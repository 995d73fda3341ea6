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
  value: [],
  recipe: ['value'],
  part: ['value'],
  document: ['recipe', 'value'],
  template: ['recipe', 'value'],
  schedule: ['part', 'recipe', 'template', 'value'],
  run: ['part', 'recipe', 'schedule', 'value'],
  sandbox: ['recipe', 'value'],
  history: ['run', 'schedule', 'value'],
};

/** Rooms in which the same events give the same commands: nothing waits or looks outside. */
const PURE = ['value', 'recipe', 'part', 'document', 'template', 'schedule'];
const OUTSIDE =
  /\b(?:async |await |Promise\.|setTimeout\(|fetch\(|crypto\.|Date\.now|new Date\(\)|Math\.random|performance\.)/;

const FILES = scripts('src').map((path) => {
  const text = readFileSync(join(ROOT, path), 'utf8');
  return { path, text, imports: importsOf(path, text) };
});

test('modules are imported by relative paths: the executor has no dependencies', () => {
  const foreign = FILES.flatMap(({ path, text }) =>
    specifiers(text)
      .filter((specifier) => !/^\.\.?\/.*\.js$/.test(specifier))
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
  const impure = FILES.filter(({ path }) => PURE.includes(roomOf(path)))
    .filter(({ text }) => OUTSIDE.test(withoutComments(text)))
    .map(({ path }) => path);
  assert.deepEqual(impure, []);
});

test('files are short and say what they are', () => {
  const long = FILES.filter(({ text }) => text.split('\n').length > LONGEST);
  const silent = FILES.filter(({ text }) => !text.includes('/**'));
  assert.deepEqual([...long, ...silent].map(({ path }) => path), []);
});

/** @param {string} path @param {string} text */
function importsOf(path, text) {
  return specifiers(text).map((specifier) => posix.join(posix.dirname(path), specifier));
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
