const PLACEHOLDER = /__[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*__/g;

/**
 * `__NAME__` in a value: an installer or a target fills it in. RECIPE.md, section 1.
 *
 * @param {import('../value/json.js').Json} value
 * @param {import('./problem.js').Path} path
 * @param {import('./findings.js').Findings} findings
 */
export function checkPlaceholders(value, path, findings) {
  if (typeof value === 'string') {
    for (const name of isInstallerPart(value) ? [] : new Set(value.match(PLACEHOLDER))) {
      findings.add('PLACEHOLDER', path, name, name.slice(2, -2));
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      checkPlaceholders(inner, [...path, Array.isArray(value) ? Number(key) : key], findings);
    }
  }
}

/** @param {string} text */
function isInstallerPart(text) {
  return text === '__HTTP_REQ_URL__' || text === '__CODE_URL__';
}
