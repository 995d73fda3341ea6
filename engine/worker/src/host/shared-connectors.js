import { Connectors } from '../connector/connectors.js';
import { TokensInMemory } from '../connector/tokens-in-memory.js';
import { Vault } from '../credentials/vault.js';
import { Database } from '../history/database.js';
import { TokensInD1 } from './tokens-in-d1.js';

/** @type {Connectors | undefined} */
let shared;

/**
 * The connectors of this isolate, whose calls share their access tokens: with all isolates where the
 * Worker has a database.
 *
 * @param {import('../platform/env.js').Env} env
 */
export function sharedConnectors(env) {
  const { ARCRUN_DB } = env;
  shared ??= new Connectors(
    ARCRUN_DB ? new TokensInD1(new Database(ARCRUN_DB), new Vault(env)) : new TokensInMemory(),
  );
  return shared;
}
