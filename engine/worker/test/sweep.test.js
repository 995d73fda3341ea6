import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ExecutorWorker, sha256 } from './support/executor-worker.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;

/** @type {ExecutorWorker} */
let worker;
before(() => {
  worker = new ExecutorWorker();
});
after(() => worker.close());

test('the trigger of each hour forgets old deliveries and values whose time is over', async () => {
  const hour = Math.floor(Date.now() / HOUR_MS) * HOUR_MS;
  await worker.schedule(hour);
  const database = await worker.database();
  const hook = sha256('a token');
  const delivery = database.prepare(
    'INSERT INTO deliveries (hook, id, at, done) VALUES (?, ?, ?, 1)',
  );
  const value = database.prepare('INSERT INTO entries VALUES (?, ?, ?, ?)');
  await database.batch([
    delivery.bind(hook, 'old', Date.now() - 2 * DAY_MS),
    delivery.bind(hook, 'young', Date.now()),
    value.bind('store', 'over', '1', Date.now() - 1),
    value.bind('store', 'later', '1', Date.now() + DAY_MS),
    value.bind('store', 'forever', '1', null),
  ]);
  await worker.schedule(hour + HOUR_MS);
  const deliveries = await database.prepare('SELECT id FROM deliveries').all();
  assert.deepEqual(deliveries.results, [{ id: 'young' }]);
  const values = await database.prepare('SELECT name FROM entries ORDER BY name').all();
  assert.deepEqual(values.results, [{ name: 'forever' }, { name: 'later' }]);
});
