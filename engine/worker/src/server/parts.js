import { Catalog } from '../catalog/catalog.js';

/** Where the parts stand in the script, seen from this module. */
const FOLDER = '../../parts/';

/** @type {Promise<Catalog> | undefined} */
let loaded;

/**
 * The parts that were uploaded with this script. Each program is looked up when it is first called.
 *
 * @returns {Promise<Catalog>}
 */
export function deployedCatalog() {
  loaded ??= imported('index.json').then((index) =>
    Catalog.read(index, (id) => imported(`${id}.wasm`)),
  );
  return loaded;
}

/** @param {string} file @returns {Promise<any>} */
async function imported(file) {
  return (await import(FOLDER + file)).default;
}
