package dev.arcrun.catalog;

import dev.arcrun.catalog.contract.PartDescription;
import dev.arcrun.catalog.service.Service;
import dev.arcrun.catalog.service.ServiceReader;
import dev.arcrun.catalog.service.Services;
import dev.arcrun.engine.value.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a connector's {@code verified} names.
 *
 * @param operation the operation its requests keep to, or null where it names none
 * @param verified what is told of it, or null
 * @param problems why it names nothing; a sentence each
 */
public record Verification(
        Service.@Nullable Operation operation,
        CatalogPart.@Nullable Verified verified,
        List<String> problems) {
    private static final Verification NONE = new Verification(null, null, List.of());

    public Verification {
        problems = List.copyOf(problems);
    }

    /** Looks up what the connector's contract names. */
    public static Verification of(PartDescription part, Services services) {
        if (!(part.json().get("verified") instanceof Json.Obj verified)) {
            return NONE;
        }
        String service = text(verified, "service");
        String operation = text(verified, "operation");
        return services.find(service)
                .map(reading -> of(reading, operation))
                .orElseGet(() -> problem("there is no file services/" + service + ".yaml."));
    }

    private static Verification of(ServiceReader.Reading reading, String name) {
        return switch (reading) {
            case ServiceReader.Reading.Refused(var problems) ->
                    new Verification(null, null, problems.stream().map(Object::toString).toList());
            case ServiceReader.Reading.Read(Service service) -> {
                Service.Operation operation = service.operations().get(name);
                yield operation == null
                        ? problem("`" + service.name() + "` has no operation `" + name + "`.")
                        : new Verification(
                                operation,
                                new CatalogPart.Verified(
                                        service.name(),
                                        operation.source(),
                                        service.sources().getFirst().read()),
                                List.of());
            }
        };
    }

    private static Verification problem(String message) {
        return new Verification(null, null, List.of(message));
    }

    private static String text(Json.Obj object, String name) {
        return object.get(name) instanceof Json.Str(String text) ? text : "";
    }
}
