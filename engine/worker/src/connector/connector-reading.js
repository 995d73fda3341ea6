/**
 * What came of reading a connector; a refused one has at least one mistake.
 *
 * @typedef {{ kind: 'read', connector: import('./connector.js').Connector }
 *   | { kind: 'refused', mistakes: import('./connector-mistake.js').ConnectorMistake[] }
 * } ConnectorReading
 */
export {};
