package dev.arcrun.catalog;

import dev.arcrun.catalog.contract.PartDescription;
import dev.arcrun.engine.value.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The index of the catalog as JSON: {@code {parts: [{contract, class, sha256, size}]}}. The build
 * writes it, the product reads it.
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

    static CatalogPart read(Json entry) {
        if (entry instanceof Json.Obj object
                && object.get("contract") instanceof Json.Obj contract
                && object.get("class") instanceof Json.Str(String compiledClass)
                && object.get("sha256") instanceof Json.Str(String sha256)
                && object.get("size") instanceof Json.Num(double size)) {
            return new CatalogPart(PartDescription.of(contract), compiledClass, sha256, (int) size);
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
