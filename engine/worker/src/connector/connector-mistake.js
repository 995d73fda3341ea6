/**
 * Something in a contract that makes no connector.
 *
 * @typedef {object} ConnectorMistake
 * @property {string[]} path member names and positions from the contract inwards
 * @property {string} message what is wrong and what to do
 */
export {};
