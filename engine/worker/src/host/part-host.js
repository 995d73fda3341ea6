import { HostFailure } from '../sandbox/host-failure.js';
import { NONE } from '../sandbox/host-services.js';
import { hostOf } from '../sandbox/http-call.js';

/**
 * What one call of a part may ask for, by its contract and what the recipe was allowed. PART.md,
 * Rights.
 *
 * @param {object} call
 * @param {string} call.part
 * @param {import('../part/contract.js').Contract | undefined} call.contract
 * @param {Record<string, string>} call.names the part's credential keys to the user's names
 * @param {import('../sandbox/network-host.js').NetworkHost} call.network
 * @param {import('./part-store.js').PartStore} call.store
 * @param {import('../sandbox/credential.js').Credentials} call.credentials
 * @returns {import('../sandbox/host-services.js').HostServices}
 */
export function partHost({ part, contract, names, network, store, credentials }) {
  const hasStore = contract?.storage === true;
  return {
    async http(request, signal) {
      if (contract && !contract.network) {
        throw new HostFailure(
          'HOST_NOT_ALLOWED',
          `The part \`${part}\` asked for ${hostOf(request)}, but its contract says that it never uses the network.`,
          'Set `no_network_syscall: false` in its contract if it should.',
        );
      }
      return network.http(request, signal);
    },
    async kvGet(key) {
      return hasStore ? store.get(part, key) : undefined;
    },
    async kvPut(key, value, ttlSeconds) {
      return hasStore
        ? store.put(part, key, value, ttlSeconds)
        : NONE.kvPut(key, value, ttlSeconds);
    },
    async secret(key) {
      const isListed = contract?.credentials.some((need) => need.key === key) === true;
      return isListed ? (await credentials.find(names[key] ?? key))?.value : undefined;
    },
  };
}
