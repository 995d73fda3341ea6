import assert from 'node:assert/strict';
import { Vault } from '../../src/credentials/vault.js';
import { Database } from '../../src/history/database.js';
import { TokensInD1 } from '../../src/host/tokens-in-d1.js';

/** @typedef {{ DB: D1Database }} Env */

const KEY = btoa(String.fromCharCode(...new Uint8Array(32).fill(7)));
const OTHER_KEY = btoa(String.fromCharCode(...new Uint8Array(32).fill(8)));
const FIRST = { accessToken: 'access-1', expiresAt: 1_772_353_800_000, refreshToken: 'refresh-1' };
const SECOND = { accessToken: 'access-2', expiresAt: undefined, refreshToken: undefined };
const THIRD = { accessToken: 'access-3', expiresAt: undefined, refreshToken: 'refresh-3' };

/** What one isolate has. @param {Env} env @param {object} [more] */
function tokens({ DB }, more = {}) {
  const env = { ARCRUN_ENCRYPTION_KEY: KEY, ARCRUN_ACCOUNT_ID: 'a', ARCRUN_WORKER_NAME: 'w' };
  return new TokensInD1(new Database(DB), new Vault({ ...env, ...more }));
}

/** @param {Env} env @param {string} name */
async function record({ DB }, name) {
  const row = await DB.prepare('SELECT token FROM tokens WHERE name = ?').bind(name).first();
  return String(row?.token);
}

export async function a_token_is_kept_for_other_isolates(/** @type {Env} */ env) {
  assert.equal(await tokens(env).get('kept'), undefined);
  assert.equal(await tokens(env).compareAndSet('kept', undefined, FIRST), true);
  assert.deepEqual(await tokens(env).get('kept'), FIRST);
  assert.equal(await tokens(env).get('another'), undefined);
}

export async function nothing_of_a_token_can_be_read_in_the_database(/** @type {Env} */ env) {
  await tokens(env).compareAndSet('sealed', undefined, FIRST);
  const stored = await record(env, 'sealed');
  assert.ok(!stored.includes('access-1') && !stored.includes('refresh-1'), stored);
  assert.equal(JSON.parse(stored).alg, 'A256GCM');
}

export async function a_token_replaces_the_one_that_was_read(/** @type {Env} */ env) {
  const isolate = tokens(env);
  await isolate.compareAndSet('replaced', undefined, FIRST);
  const read = await isolate.get('replaced');
  assert.equal(await isolate.compareAndSet('replaced', read, SECOND), true);
  assert.equal(await isolate.compareAndSet('replaced', SECOND, THIRD), true);
  assert.deepEqual(await tokens(env).get('replaced'), THIRD);
}

export async function of_two_isolates_that_renew_one_wins(/** @type {Env} */ env) {
  const [one, two] = [tokens(env), tokens(env)];
  await one.compareAndSet('raced', undefined, FIRST);
  const [seenByOne, seenByTwo] = [await one.get('raced'), await two.get('raced')];
  const won = await Promise.all([
    one.compareAndSet('raced', seenByOne, SECOND),
    two.compareAndSet('raced', seenByTwo, THIRD),
  ]);
  assert.deepEqual([...won].sort(), [false, true]);
  assert.deepEqual(await two.get('raced'), won[0] ? SECOND : THIRD);
}

export async function of_two_isolates_that_add_the_first_token_one_wins(/** @type {Env} */ env) {
  const won = await Promise.all([
    tokens(env).compareAndSet('added', undefined, FIRST),
    tokens(env).compareAndSet('added', undefined, SECOND),
  ]);
  assert.deepEqual([...won].sort(), [false, true]);
}

export async function a_token_that_was_never_read_is_not_expected_to_be_there(
  /** @type {Env} */ env,
) {
  await tokens(env).compareAndSet('unseen', undefined, FIRST);
  assert.equal(await tokens(env).compareAndSet('unseen', { ...FIRST }, SECOND), false);
}

export async function a_record_moved_under_another_name_is_none(/** @type {Env} */ env) {
  await tokens(env).compareAndSet('mine', undefined, FIRST);
  await env.DB.prepare('INSERT INTO tokens VALUES (?, ?)')
    .bind('yours', await record(env, 'mine'))
    .run();
  assert.equal(await tokens(env).get('yours'), undefined);
}

export async function a_record_of_another_key_is_none_and_can_be_replaced(/** @type {Env} */ env) {
  await tokens(env, { ARCRUN_ENCRYPTION_KEY: OTHER_KEY }).compareAndSet('old', undefined, FIRST);
  const isolate = tokens(env);
  assert.equal(await isolate.get('old'), undefined);
  assert.equal(await isolate.compareAndSet('old', undefined, SECOND), true);
  assert.deepEqual(await tokens(env).get('old'), SECOND);
}

export async function after_a_rotation_of_the_key_tokens_are_still_there(/** @type {Env} */ env) {
  await tokens(env, { ARCRUN_ENCRYPTION_KEY: OTHER_KEY }).compareAndSet('kid', undefined, FIRST);
  const rotated = tokens(env, { ARCRUN_ENCRYPTION_KEY_PREVIOUS: OTHER_KEY });
  assert.deepEqual(await rotated.get('kid'), FIRST);
}

export async function damaged_records_are_none(/** @type {Env} */ env) {
  await new Database(env.DB).prepare();
  for (const [name, text] of [
    ['d1', ''],
    ['d2', '{'],
    ['d3', 'null'],
    ['d4', '{"v":1,"alg":"A256GCM","kid":"x","iv":"","encrypted":"AAAA"}'],
  ]) {
    await env.DB.prepare('INSERT INTO tokens VALUES (?, ?)').bind(name, text).run();
    assert.equal(await tokens(env).get(name), undefined, name);
  }
}

export async function a_database_that_does_not_answer_is_a_failure_for_the_user() {
  const broken = { rows: () => Promise.reject(new Error('D1_ERROR: secret words')) };
  const isolate = new TokensInD1(/** @type {any} */ (broken), new Vault({}));
  await assert.rejects(isolate.get('x'), {
    failure: {
      code: 'STORAGE_UNAVAILABLE',
      error: 'The store of access tokens does not answer.',
      hint: 'Try again; if it stays so, look at the D1 database of this Worker.',
    },
  });
}

export async function without_a_key_nothing_is_kept(/** @type {Env} */ env) {
  const isolate = tokens(env, { ARCRUN_ENCRYPTION_KEY: undefined });
  await assert.rejects(isolate.compareAndSet('plain', undefined, FIRST), {
    failure: {
      code: 'STORAGE_UNAVAILABLE',
      error:
        "An access token can't be kept, because this Worker has no secret ARCRUN_ENCRYPTION_KEY.",
      hint: 'Deploy again from the studio.',
    },
  });
  assert.equal(await tokens(env).get('plain'), undefined);
}
