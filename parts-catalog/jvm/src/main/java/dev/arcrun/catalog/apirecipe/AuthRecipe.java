package dev.arcrun.catalog.apirecipe;

import dev.arcrun.catalog.contract.ContractProblem;
import dev.arcrun.engine.value.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * An auth recipe as written: which secrets a service needs, and where they go.
 *
 * @param service lower case
 * @param primitive static_key, oauth2 or service_account
 * @param baseUrl where the service is
 * @param header texts with {@code {{secret.KEY}}}, as the three after it
 */
record AuthRecipe(
        RecipeFields fields,
        String service,
        String primitive,
        String baseUrl,
        List<Secret> secrets,
        Map<String, String> header,
        Map<String, String> query,
        Map<String, String> path,
        Map<String, String> body) {
    private static final Set<String> FIELDS =
            Set.of(
                    "kind",
                    "service",
                    "version",
                    "primitive",
                    "base_url",
                    "display_name",
                    "description",
                    "service_account_kind",
                    "token_exchange",
                    "required_secrets",
                    "inject",
                    "created_at",
                    "updated_at",
                    "author",
                    "uuid",
                    "$schema");

    static AuthRecipe read(RecipeFile file, List<ContractProblem> problems) {
        RecipeFields fields = RecipeFields.of(file, problems);
        fields.only(FIELDS);
        String primitive = fields.text("primitive");
        if (!primitive.isEmpty()
                && !Set.of("static_key", "oauth2", "service_account").contains(primitive)) {
            fields.mistake("primitive", "there are static_key, oauth2 and service_account.");
        }
        List<Secret> secrets = Secret.list(fields, "required_secrets");
        if (secrets.isEmpty() && fields.items("required_secrets").isEmpty()) {
            fields.mistake("required_secrets", "an auth recipe needs at least one secret.");
        }
        RecipeFields inject = fields.inner("inject");
        inject.only(Set.of("header", "query", "path", "body"));
        return new AuthRecipe(
                fields,
                fields.text("service").strip().toLowerCase(Locale.ROOT),
                primitive,
                fields.text("base_url"),
                secrets,
                inject.texts("header"),
                inject.texts("query"),
                inject.texts("path"),
                inject.texts("body"));
    }

    /** What the secrets are, as {@code credentials_required} has them. */
    List<Json> credentials() {
        return secrets.stream().map(it -> (Json) it.json()).toList();
    }
}
