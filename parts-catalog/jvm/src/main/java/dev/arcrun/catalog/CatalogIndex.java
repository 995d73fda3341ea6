package dev.arcrun.catalog;

import dev.arcrun.catalog.contract.PartDescription;
import dev.arcrun.engine.value.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The index of the catalog as JSON: {@code {parts: [{contract, class, sha256, size}]}}, of a
 * connector {@code {contract, verified?: {service, source, read}}}. The build writes it, the
 * product reads it.
 */
final class CatalogIndex {
    /** Beside the classes of this package. */
    static final String RESOURCE = "catalog.json";

    private CatalogIndex() {}

    static Json entry(Json.Obj contract, String id, byte[] wasm) {
        return Json.object(
                "contract", contract,
                "class", Json.of("dev.arcrun.parts." + className(id)),
                "sha256", Json.of(sha256(wasm)),
                "size", Json.of(wasm.length));
    }

    static Json entry(Json.Obj contract, CatalogPart.@Nullable Verified verified) {
        Json.Obj entry = Json.object("contract", contract);
        return verified == null
                ? entry
                : entry.with(
                        "verified",
                        Json.object(
                                "service", Json.of(verified.service()),
                                "source", Json.of(verified.source()),
                                "read", Json.of(verified.read())));
    }

    static CatalogPart read(Json entry) {
        if (entry instanceof Json.Obj declared
                && declared.get("contract") instanceof Json.Obj contract
                && declared.get("class") == null) {
            return new CatalogPart.Declared(
                    PartDescription.of(contract), verified(declared.get("verified")));
        }
        return program(entry);
    }

    private static CatalogPart.@Nullable Verified verified(@Nullable Json json) {
        return json instanceof Json.Obj it
                        && it.get("service") instanceof Json.Str(String service)
                        && it.get("source") instanceof Json.Str(String source)
                        && it.get("read") instanceof Json.Str(String read)
                ? new CatalogPart.Verified(service, source, read)
                : null;
    }

    private static CatalogPart program(Json entry) {
        if (entry instanceof Json.Obj object
                && object.get("contract") instanceof Json.Obj contract
                && object.get("class") instanceof Json.Str(String compiledClass)
                && object.get("sha256") instanceof Json.Str(String sha256)
                && object.get("size") instanceof Json.Num(double size)) {
            return new CatalogPart.Program(
                    PartDescription.of(contract), compiledClass, sha256, (int) size);
        }
        throw new IllegalStateException("the catalog's index is damaged");
    }

    /** {@code string_ops} becomes {@code StringOps}. */
    private static String className(String id) {
        var name = new StringBuilder();
        for (String word : id.split("_", -1)) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.toString();
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
