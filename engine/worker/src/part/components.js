/**
 * Resolves component names: own parts, catalog parts, aliases, connectors, in that order.
 *
 * @typedef {{ resolve(name: string): import('./component.js').Component }} Components
 */
export {};
