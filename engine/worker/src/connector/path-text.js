import { ConnectorFailure } from './connector-failure.js';
import { besidePlaceholders, quoted, withoutPlaceholders } from './input-text.js';
import { percentAddress } from './percent.js';

/**
 * Puts a path, with its query if it has one, after an address. It is taken as it is, so it is looked
 * at first: it can't lead anywhere but below the address.
 *
 * @param {string} address without query and fragment
 * @param {string} path filled; empty where there is none
 * @throws {ConnectorFailure} `INVALID_VALUE` when it isn't a path
 */
export function withPath(address, path) {
  if (path === '') {
    return address;
  }
  const plain = withoutPlaceholders(path);
  if (!isPath(plain)) {
    throw ConnectorFailure.of(
      'INVALID_VALUE',
      `${quoted(plain)} is no path: it starts with one slash and has no segment \`.\` or \`..\`, no` +
        ' backslash, no fragment and no control character.',
      "Write the path as the service's documentation does, such as /items/7?full=1.",
    );
  }
  return address.replace(/\/$/, '') + besidePlaceholders(path, percentAddress);
}

/** @param {string} path */
function isPath(path) {
  const [segments] = path.split('?', 1);
  return /^\/(?!\/)/.test(path) && !/[\0-\x1f\x7f\\#]/.test(path) && !leaves(segments);
}

/** @param {string} segments */
function leaves(segments) {
  return segments
    .split('/')
    .map((segment) => segment.toLowerCase().replaceAll('%2e', '.'))
    .some((dots) => dots === '.' || dots === '..');
}
