import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { repositoryFile, repositoryFolder } from './support/workerd.js';
import { SandboxWorker } from './support/sandbox-worker.js';

/** @type {Map<string, Uint8Array>} */
const PARTS = new Map(
  repositoryFolder('parts-catalog', 'parts')
    .filter((file) => /^[a-z0-9_]+[\\/][a-z0-9_]+\.wasm$/.test(file))
    .map((file) => [file.split(/[\\/]/)[0], repositoryFile('parts-catalog', 'parts', file)]),
);
const RECORDED = lines('parts-io.jsonl');
const DEVIATIONS = new Map(lines('deviations.jsonl').map((line) => [key(line), line]));

describe('the recorded calls of the published parts', () => {
  /** @type {SandboxWorker} */
  let worker;
  before(() => {
    worker = new SandboxWorker(PARTS);
  });
  after(() => worker.close());

  test('every catalog part is here', () => {
    assert.ok(PARTS.size >= 9, [...PARTS.keys()].join());
  });

  RECORDED.forEach((line, i) => {
    if (!PARTS.has(line.part)) {
      return;
    }
    test(`line ${i + 1} ${line.part} gives at least what it gave`, async () => {
      const { result } = await worker.call({
        module: line.part,
        sha256: sha256(line.part),
        input: JSON.stringify(line.input),
        host: { http: answerOf(line) },
      });
      check(result, line);
    });
  });
});

/**
 * @param {any} result
 * @param {any} line
 */
function check(result, line) {
  const deviation = DEVIATIONS.get(key(line));
  if (!deviation && line.output.success === false) {
    assert.equal(result.success, false);
    assert.match(result.error_code, /^[A-Z][A-Z_]+$/);
    assert.notEqual(result.error.trim(), '');
    return;
  }
  assert.equal(result.success, true, JSON.stringify(result));
  const wanted = (deviation ?? line.output).data;
  assert.ok(holds(result.data, wanted), `${JSON.stringify(result)} holds ${JSON.stringify(wanted)}`);
}

/**
 * Whether a value has at least the fields and values of another.
 *
 * @param {any} value
 * @param {any} wanted
 * @returns {boolean}
 */
function holds(value, wanted) {
  if (typeof wanted !== 'object' || wanted === null) {
    return value === wanted;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value) !== Array.isArray(wanted)) {
    return false;
  }
  const isList = Array.isArray(wanted);
  return (
    (!isList || value.length === wanted.length) &&
    Object.keys(wanted).every((name) => Object.hasOwn(value, name) && holds(value[name], wanted[name]))
  );
}

/** @param {any} line */
function answerOf({ host }) {
  const body = host?.http_response;
  if (body === '65000 x') {
    return { body: 'x', repeat: 65_000, headers: [] };
  }
  return { body: typeof body === 'string' ? body : JSON.stringify(body ?? null), headers: [] };
}

/** @param {string} file @returns {any[]} */
function lines(file) {
  return repositoryFile('parts-catalog', 'conformance', file)
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

/** @param {any} line */
function key({ part, input }) {
  return part + JSON.stringify(input);
}

/** @param {string} part */
function sha256(part) {
  return createHash('sha256').update(PARTS.get(part) ?? '').digest('hex');
}
