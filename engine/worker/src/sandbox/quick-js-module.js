/**
 * SHA-256 of the only `code.wasm` that is given the imports of `env`: the catalog's QuickJS, which
 * runs the part `code`. docs/decisions/0002-inline-javascript.md says where it comes from.
 */
export const QUICK_JS_SHA256 = 'd4c9375f2b1ca4dc95f72c8aa2982a7a9951ac8011490d79c6582df732b4bbd9';
