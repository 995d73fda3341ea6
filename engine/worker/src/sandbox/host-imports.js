import { ARCRUN_IMPORTS } from './arcrun-imports.js';
import { NOSYS } from './errno.js';
import { U6U_IMPORTS } from './u6u-imports.js';
import { WASI, WASI_IMPORTS } from './wasi-imports.js';

/** @typedef {import('./host-import.js').HostImport} HostImport */

/** Every function a part may import. PART.md, Binary interface. */
const GIVEN = new Map(
  [...WASI_IMPORTS, ...U6U_IMPORTS, ...ARCRUN_IMPORTS].map((given) => [
    `${given.module}.${given.name}`,
    given,
  ]),
);

/**
 * The function of that name. One of WASI preview 1 that isn't given answers ENOSYS; undefined: no
 * host gives it.
 *
 * @param {string} module
 * @param {string} name
 * @returns {HostImport | undefined}
 */
export function findImport(module, name) {
  const given = GIVEN.get(`${module}.${name}`);
  if (given?.module === module) {
    return given;
  }
  return module === WASI ? { module, name, waits: false, body: () => NOSYS } : undefined;
}
