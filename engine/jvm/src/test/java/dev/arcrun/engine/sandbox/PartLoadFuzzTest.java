package dev.arcrun.engine.sandbox;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Any bytes are a part or are refused with a reason, nothing else. Seeds are in the resources; new
 * inputs are searched for with {@code JAZZER_FUZZ=1 mvn -pl engine/jvm test
 * -Dtest=PartLoadFuzzTest}.
 */
class PartLoadFuzzTest {

    @FuzzTest(maxDuration = "60s")
    void any_bytes_are_loaded_or_refused(byte[] wasm) {
        try {
            PartModule part = PartModule.load(wasm);
            if (part.sha256().length() != 64) {
                throw new AssertionError("a digest has 64 digits: " + part.sha256());
            }
        } catch (PartLoadException e) {
            if (e.getMessage() == null || e.getMessage().isBlank()) {
                throw new AssertionError("refused without a reason", e);
            }
        }
    }
}
