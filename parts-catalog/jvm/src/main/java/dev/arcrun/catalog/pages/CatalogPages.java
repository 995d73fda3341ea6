package dev.arcrun.catalog.pages;

import dev.arcrun.catalog.Catalog;
import dev.arcrun.catalog.CatalogPart;
import dev.arcrun.catalog.contract.PartDescription;
import dev.arcrun.catalog.contract.SharedErrors;
import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All pages of the catalog. */
public final class CatalogPages {
    /** How every page begins, so that a page whose part is gone can be told from others. */
    public static final String MARK = "<!-- Written by `arcrun part docs`. -->\n";

    /** The index. */
    public static final String INDEX = "README.md";

    private static final List<String> CATEGORIES =
            List.of("trigger", "logic", "data", "api", "auth", "ai");

    private CatalogPages() {}

    /** Pages by file name, in alphabetical order. */
    public static Map<String, String> of(Catalog catalog) {
        Map<String, String> pages = new TreeMap<>();
        catalog.parts().forEach(part -> pages.put(part.id() + ".md", PartPage.of(part)));
        pages.put(INDEX, index(catalog));
        return pages;
    }

    private static String index(Catalog catalog) {
        var page = new StringBuilder(MARK).append("# Parts\n");
        for (String category : CATEGORIES) {
            List<List<String>> rows =
                    catalog.parts().stream()
                            .filter(part -> part.description().category().equals(category))
                            .sorted(Comparator.comparing(CatalogPart::id))
                            .map(CatalogPages::row)
                            .toList();
            if (!rows.isEmpty()) {
                page.append("\n## ")
                        .append(category)
                        .append("\n\n")
                        .append(Markdown.table(List.of("id", "name", "what it does"), rows));
            }
        }
        List<List<String>> errors = new ArrayList<>();
        SharedErrors.load()
                .members()
                .forEach((code, meaning) -> errors.add(errorRow(code, meaning)));
        return page.append(
                        "\n## Errors\n\nCodes that any part, or the host that runs it, may give.\n\n")
                .append(Markdown.table(List.of("code", "meaning"), errors))
                .toString();
    }

    private static List<String> row(CatalogPart part) {
        return List.of(
                "[`" + part.id() + "`](" + part.id() + ".md)",
                Markdown.cell(name(part.description())),
                both(part.description().description().in("en"), chinese(part.description())));
    }

    /** The name in English and 正體中文. */
    static String name(PartDescription part) {
        String english = part.displayName().in("en");
        String chinese = part.displayName().byLanguage().getOrDefault("zh-TW", "");
        return chinese.isEmpty() || chinese.equals(english) ? english : english + " · " + chinese;
    }

    private static String chinese(PartDescription part) {
        return part.description().byLanguage().getOrDefault("zh-TW", "");
    }

    static List<String> errorRow(String code, Json meaning) {
        Json.Obj texts = meaning instanceof Json.Obj object ? object : Json.Obj.EMPTY;
        String english = texts.get("en") instanceof Json.Str(String text) ? text : "";
        String chinese = texts.get("zh-TW") instanceof Json.Str(String text) ? text : "";
        return List.of(Markdown.code(code), both(english, chinese));
    }

    private static String both(String english, String chinese) {
        return Markdown.cell(english) + (chinese.isEmpty() ? "" : "<br>" + Markdown.cell(chinese));
    }
}
