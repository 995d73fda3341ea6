const LONGEST = 512;

/**
 * The key that a request shows: header `X-Arcrun-API-Key`, else `Authorization: Bearer`; undefined
 * where it shows none.
 *
 * @param {Headers} headers
 */
export function presentedKey(headers) {
  const key = headers.get('X-Arcrun-API-Key') ?? bearer(headers.get('Authorization') ?? '');
  return key !== undefined && key !== '' && key.length <= LONGEST ? key : undefined;
}

/** @param {string} authorization */
function bearer(authorization) {
  return /^bearer +(\S+) *$/i.exec(authorization)?.[1];
}
