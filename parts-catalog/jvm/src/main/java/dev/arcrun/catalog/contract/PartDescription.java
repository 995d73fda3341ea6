package dev.arcrun.catalog.contract;

import dev.arcrun.engine.part.Contract;
import dev.arcrun.engine.value.Json;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Everything a contract says: what a run needs to know, and what people read.
 *
 * @param contract the facets a run depends on
 * @param category logic, data, api, auth, ai or trigger
 * @param version {@code v1}
 * @param stability experimental, stable or deprecated
 * @param icon name of an icon, or empty
 * @param documentation Markdown, or nothing
 * @param documentationUrl where it is described, or null
 * @param configExample a complete, valid set of parameters
 * @param maxSizeKb size its program stays under, in units of 1024 bytes
 * @param maxColdStartMs time its first call stays under
 * @param deterministic whether the same input always gives the same output
 * @param json the whole contract
 */
public record PartDescription(
        Contract contract,
        LocalText displayName,
        LocalText description,
        String category,
        String version,
        String author,
        String stability,
        String icon,
        LocalText documentation,
        @Nullable String documentationUrl,
        Json.Obj configExample,
        double maxSizeKb,
        double maxColdStartMs,
        boolean deterministic,
        Json.Obj json) {

    public String id() {
        return contract.id();
    }

    /** What one of its own error codes means; nothing where it isn't its own. */
    public LocalText meaningOf(String code) {
        return LocalText.of(new Members(json).object("errors").get(code));
    }

    /** A contract that fits the schema; where it doesn't, what is missing is empty. */
    public static PartDescription of(Json.Obj contract) {
        var read = new Members(contract);
        Members constraints = new Members(read.object("constraints"));
        return new PartDescription(
                contractOf(read, constraints),
                LocalText.of(contract.get("display_name")),
                LocalText.of(contract.get("description")),
                read.text("category"),
                read.text("version"),
                read.text("author"),
                read.text("stability"),
                read.text("icon"),
                LocalText.of(contract.get("documentation")),
                read.textOrNull("documentation_url"),
                read.object("config_example"),
                constraints.number("max_size_kb"),
                constraints.number("max_cold_start_ms"),
                read.truth("deterministic", true),
                contract);
    }

    @SuppressWarnings("NullAway") // some are @Nullable, which the class file doesn't say
    private static Contract contractOf(Members read, Members constraints) {
        var input = new InputProperties(read.object("input_schema"));
        Json output = read.json("output_schema");
        return new Contract(
                read.text("canonical_id"),
                runtime(read.text("runtime")),
                input.schema(),
                output instanceof Json.Obj schema ? schema : null,
                input.required(),
                input.fromScope(),
                input.verbatim(),
                read.objects("credentials_required").stream()
                        .map(PartDescription::credential)
                        .toList(),
                read.truth("failure_in_data", false),
                read.truth("storage", false),
                !constraints.truth("no_network_syscall", true),
                new Members(read.object("network")).texts("hosts"),
                deprecation(read));
    }

    private static Contract.@Nullable Deprecation deprecation(Members read) {
        if (!(read.json("deprecated") instanceof Json.Obj deprecated)) {
            return null;
        }
        return new Contract.Deprecation(
                LocalText.of(deprecated.get("message")).byLanguage(),
                new Members(deprecated).textOrNull("use"));
    }

    private static Contract.Runtime runtime(String name) {
        for (Contract.Runtime runtime : Contract.Runtime.values()) {
            if (runtime.name().toLowerCase(Locale.ROOT).equals(name)) {
                return runtime;
            }
        }
        return Contract.Runtime.WASM;
    }

    private static Contract.CredentialNeed credential(Json.Obj need) {
        var read = new Members(need);
        return new Contract.CredentialNeed(
                read.text("key"),
                LocalText.of(need.get("label")).in("en"),
                read.textOrNull("inject_as"),
                read.truth("optional", false));
    }
}
