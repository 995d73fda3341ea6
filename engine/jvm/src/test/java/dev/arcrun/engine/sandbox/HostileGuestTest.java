package dev.arcrun.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.sandbox.SandboxSettings.Compilation;
import dev.arcrun.engine.value.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HostileGuestTest {
    private static final byte[] INPUT = "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    private static final Sandbox INTERPRETING = sandbox(Compilation.NEVER);
    private static final Sandbox COMPILING = sandbox(Compilation.FIRST);

    @ParameterizedTest
    @EnumSource
    void ends_with_its_code_when_interpreted(HostileGuest guest) throws Exception {
        CallResult called = call(INTERPRETING, guest);

        assertThat(called.failure()).isEqualTo(guest.expected);
        assertThat(called.stats().compiled()).isFalse();
        assertThat(called.result().get("success")).isEqualTo(Json.FALSE);
        assertThat(called.result().get("error_code")).isEqualTo(Json.of(guest.expected.name()));
    }

    @ParameterizedTest
    @EnumSource
    void ends_with_its_code_when_compiled(HostileGuest guest) throws Exception {
        CallResult called = call(COMPILING, guest);

        assertThat(called.failure()).isEqualTo(guest.expected);
        assertThat(called.stats().compiled())
                .isEqualTo(guest != HostileGuest.DEEP_RECURSION_WITH_MANY_LOCALS);
    }

    @AfterAll
    static void close() {
        INTERPRETING.close();
        COMPILING.close();
    }

    private static CallResult call(Sandbox sandbox, HostileGuest guest) throws PartLoadException {
        PartModule part = PartModule.load(guest.wasm);
        return sandbox.call(part, INPUT, guest.limits(), HostServices.NONE);
    }

    private static Sandbox sandbox(Compilation compilation) {
        return new Sandbox(new SandboxSettings(2, null, compilation));
    }
}
