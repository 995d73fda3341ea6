/**
 * Filters of a tail: https://developers.cloudflare.com/api/resources/workers/subresources/scripts/subresources/tail/
 *
 * @typedef {{ sampling_rate?: number, outcome?: string[], method?: string[], query?: string, header?: { key: string, query?: string } }} TailFilter
 */

/**
 * Whether an event passes all filters.
 *
 * @param {any} event of workerd's tail
 * @param {TailFilter[]} filters
 * @param {() => number} [random]
 */
export function passes(event, filters, random = Math.random) {
  return filters.every((filter) => {
    if (filter.sampling_rate !== undefined && random() >= filter.sampling_rate) return false;
    if (filter.outcome && !filter.outcome.includes(event.outcome)) return false;
    if (filter.method && !filter.method.includes(event.event?.request?.method)) return false;
    if (filter.query !== undefined && !JSON.stringify(event.logs).includes(filter.query)) return false;
    if (filter.header) {
      const value = event.event?.request?.headers?.[filter.header.key.toLowerCase()];
      if (value === undefined || !String(value).includes(filter.header.query ?? "")) return false;
    }
    return true;
  });
}
