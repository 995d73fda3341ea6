const LONGEST = 200;

/**
 * The known word with the fewest letters to change (inserted, left out, replaced, swapped with the
 * next); undefined where a third or more would have to change. Ties: the first one.
 *
 * @param {string} word
 * @param {Iterable<string>} known
 * @returns {string | undefined}
 */
export function nearest(word, known) {
  if (word.length > LONGEST) {
    return undefined;
  }
  let best;
  let least = Infinity;
  for (const candidate of known) {
    const most = Math.max(1, Math.floor(Math.max(word.length, candidate.length) / 3));
    if (Math.abs(word.length - candidate.length) > most) {
      continue;
    }
    const count = mistakes(word, candidate);
    if (count <= most && count < least) {
      least = count;
      best = candidate;
    }
  }
  return best;
}

/**
 * How many letters have to be inserted, left out, replaced or swapped with the next to make one of
 * the other.
 *
 * @param {string} a
 * @param {string} b
 */
export function mistakes(a, b) {
  let beforeLast = new Array(b.length + 1).fill(0);
  let last = Array.from(beforeLast, (_, j) => j);
  let current = [...beforeLast];
  for (let i = 1; i <= a.length; i++) {
    current[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      const least = Math.min(last[j] + 1, current[j - 1] + 1, last[j - 1] + change);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      current[j] = swapped ? Math.min(least, beforeLast[j - 2] + 1) : least;
    }
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return last[b.length];
}
