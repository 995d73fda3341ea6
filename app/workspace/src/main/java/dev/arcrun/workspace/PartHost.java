package dev.arcrun.workspace;

import dev.arcrun.engine.part.Contract;
import dev.arcrun.engine.sandbox.FailureCode;
import dev.arcrun.engine.sandbox.HostFailure;
import dev.arcrun.engine.sandbox.HostServices;
import dev.arcrun.engine.sandbox.HttpAnswer;
import dev.arcrun.engine.sandbox.HttpCall;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one call of a part may ask for, by its contract and the user's grants. PART.md, Rights. */
final class PartHost implements HostServices {
    private final String part;
    private final @Nullable Contract contract;
    private final Map<String, String> credentialNames;
    private final HostServices network;
    private final PartStore store;
    private final Grants grants;

    PartHost(
            String part,
            @Nullable Contract contract,
            Map<String, String> credentialNames,
            HostServices network,
            PartStore store,
            Grants grants) {
        this.part = part;
        this.contract = contract;
        this.credentialNames = credentialNames;
        this.network = network;
        this.store = store;
        this.grants = grants;
    }

    @Override
    public HttpAnswer http(HttpCall call) throws HostFailure {
        if (contract != null && !contract.network()) {
            throw new HostFailure(
                    FailureCode.HOST_NOT_ALLOWED,
                    "The part `"
                            + part
                            + "` asked for "
                            + call.host()
                            + ", but its contract says that it never uses the network.",
                    "Set `no_network_syscall: false` in its contract if it should.");
        }
        return network.http(call);
    }

    @Override
    public @Nullable String kvGet(String key) {
        return hasStore() ? store.get(part, key) : null;
    }

    @Override
    public void kvPut(String key, String value, long ttlSeconds) throws HostFailure {
        if (!hasStore()) {
            HostServices.NONE.kvPut(key, value, ttlSeconds);
        }
        store.put(part, key, value, ttlSeconds);
    }

    @Override
    public @Nullable String secret(String key) {
        if (contract == null
                || contract.credentials().stream().noneMatch(need -> need.key().equals(key))) {
            return null;
        }
        char[] value = grants.valueOf(credentialNames.getOrDefault(key, key));
        if (value == null) {
            return null;
        }
        String secret = new String(value);
        Arrays.fill(value, '\0');
        return secret;
    }

    private boolean hasStore() {
        return contract != null && contract.storage();
    }
}
