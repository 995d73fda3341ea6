package dev.arcrun.catalog.pages;

import dev.arcrun.catalog.CatalogPart;
import dev.arcrun.catalog.contract.LocalText;
import dev.arcrun.catalog.contract.PartDescription;
import dev.arcrun.catalog.scenario.FeatureReader;
import dev.arcrun.engine.part.Contract;
import dev.arcrun.engine.value.Json;
import dev.arcrun.engine.value.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The page of one part. */
final class PartPage {
    private static final String CHINESE = "zh-TW";

    private final PartDescription described;
    private final int size;
    private final String feature;
    private final CatalogPart.@Nullable Verified verified;
    private final StringBuilder page = new StringBuilder();

    private PartPage(
            PartDescription described,
            int size,
            String feature,
            CatalogPart.@Nullable Verified verified) {
        this.described = described;
        this.size = size;
        this.feature = feature;
        this.verified = verified;
    }

    static String of(CatalogPart part) {
        return switch (part) {
            case CatalogPart.Program program ->
                    of(part.description(), program.size(), part.feature(), null);
            case CatalogPart.Declared declared ->
                    of(part.description(), 0, part.feature(), declared.verified());
        };
    }

    /**
     * @param size of its program in bytes
     * @param feature the text of its scenarios
     * @param verified the specification they pass, or null
     */
    static String of(
            PartDescription described,
            int size,
            String feature,
            CatalogPart.@Nullable Verified verified) {
        var page = new PartPage(described, size, feature, verified);
        page.head();
        page.section("Parameters", PropertyTable.ofParameters(page.contract().inputSchema()));
        page.result();
        page.section("Example", page.example());
        page.section("Request", page.request());
        page.section("Failures", page.failures());
        page.section("Credentials", page.credentials());
        page.section("Rights", page.rights());
        page.section("Tests", page.tests());
        return page.page.toString();
    }

    private Contract contract() {
        return described.contract();
    }

    private void section(String title, String text) {
        if (!text.isEmpty()) {
            page.append("\n## ").append(title).append("\n\n").append(text);
        }
    }

    private void head() {
        page.append(CatalogPages.MARK)
                .append("# ")
                .append(CatalogPages.name(described))
                .append("\n\n`")
                .append(described.id())
                .append("` · ")
                .append(described.category())
                .append(" · ")
                .append(described.version())
                .append(" · ")
                .append(described.stability())
                .append("\n\n");
        paragraphs(described.description());
        if (described.json().get("deprecated") instanceof Json.Obj deprecated) {
            page.append("\n**Deprecated.** ")
                    .append(english(deprecated.get("message")))
                    .append('\n');
            if (deprecated.get("use") instanceof Json.Str(String use)) {
                page.append("Use [`" + use + "`](" + use + ".md).\n");
            }
        }
        paragraphs(described.documentation());
        if (described.documentationUrl() != null) {
            page.append("\nDocumentation: <" + described.documentationUrl() + ">\n");
        }
    }

    private void paragraphs(LocalText text) {
        String english = text.in("en");
        String chinese = text.byLanguage().getOrDefault(CHINESE, "");
        for (String paragraph : List.of(english, chinese)) {
            if (!paragraph.isEmpty()) {
                boolean first = page.toString().endsWith("\n\n");
                page.append(first ? "" : "\n").append(paragraph.strip()).append('\n');
            }
        }
    }

    private void result() {
        Json.Obj schema = contract().outputSchema();
        if (schema != null) {
            String about = PropertyTable.described(schema);
            String table = PropertyTable.ofResult(schema);
            String between = about.isEmpty() || table.isEmpty() ? "" : "\n";
            section("Result", (about.isEmpty() ? "" : about + "\n") + between + table);
        }
    }

    private String example() {
        return "```json\n" + JsonWriter.pretty(described.configExample()) + "\n```\n";
    }

    private String request() {
        if (!(described.json().get("request") instanceof Json.Obj request)) {
            return "";
        }
        String call =
                request.get("url") instanceof Json.Str(String url)
                        ? Markdown.code(text(request, "method", "GET") + " " + url)
                        : "Runs on a binding of the account.";
        return call + "\n\n" + verified() + "\n";
    }

    private String verified() {
        return verified == null
                ? "Not verified against the service's specification."
                : "Verified against ["
                        + verified.service()
                        + "]("
                        + verified.source()
                        + "), read "
                        + verified.read()
                        + ".";
    }

    private String failures() {
        List<List<String>> rows = new ArrayList<>();
        if (described.json().get("errors") instanceof Json.Obj errors) {
            errors.members()
                    .forEach((code, meaning) -> rows.add(CatalogPages.errorRow(code, meaning)));
        }
        String own = rows.isEmpty() ? "" : Markdown.table(List.of("code", "meaning"), rows) + "\n";
        return own + "Codes of every part: [errors](README.md#errors).\n";
    }

    private String credentials() {
        List<List<String>> rows = new ArrayList<>();
        if (described.json().get("credentials_required") instanceof Json.Arr(List<Json> needs)) {
            for (Json each : needs) {
                if (each instanceof Json.Obj need) {
                    String help = text(need, "help_url", "");
                    rows.add(
                            List.of(
                                    Markdown.code(text(need, "key", "")),
                                    Markdown.cell(english(need.get("label"))),
                                    Json.TRUE.equals(need.get("optional")) ? "no" : "yes",
                                    help.isEmpty() ? "" : "<" + help + ">"));
                }
            }
        }
        return rows.isEmpty()
                ? ""
                : Markdown.table(List.of("key", "what", "required", "where to get it"), rows);
    }

    private String rights() {
        List<String> lines = new ArrayList<>();
        if (contract().network()) {
            lines.add(
                    contract().hosts().isEmpty()
                            ? "- Network: hosts come from its parameters; the recipe's allowed hosts decide."
                            : "- Network: " + codes(contract().hosts()));
        }
        if (contract().storage()) {
            lines.add("- A key-value store of its own.");
        }
        if (described.json().get("permissions") instanceof Json.Arr(List<Json> permissions)) {
            lines.add(
                    "- Its credential needs: "
                            + codes(permissions.stream().map(PartPage::english).toList()));
        }
        return lines.isEmpty()
                ? "None: no network, no files, no store.\n"
                : String.join("\n", lines) + "\n";
    }

    private String tests() {
        int scenarios = FeatureReader.read(feature, "tests.feature").scenarios().size();
        String program =
                contract().runtime() == Contract.Runtime.WASM
                        ? String.format(Locale.ROOT, "; the program has %,d bytes", size)
                        : "";
        return (scenarios == 1 ? "1 scenario" : scenarios + " scenarios") + program + ".\n";
    }

    private static String codes(List<String> texts) {
        return String.join(", ", texts.stream().map(Markdown::code).toList());
    }

    private static String english(@Nullable Json text) {
        return switch (text) {
            case Json.Str(String words) -> words;
            case Json.Obj texts -> text(texts, "en", "");
            case null, default -> "";
        };
    }

    private static String text(Json.Obj object, String name, String otherwise) {
        return object.get(name) instanceof Json.Str(String text) ? text : otherwise;
    }
}
