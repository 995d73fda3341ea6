package dev.arcrun.catalog;

import dev.arcrun.catalog.contract.PartDescription;
import dev.arcrun.engine.part.Component;
import dev.arcrun.engine.part.Components;
import dev.arcrun.engine.template.Names;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a component name means: the workspace's own part, a part of the catalog, an alias,
 * {@code trigger_workflow}, the short hash name of one of these, an address. RECIPE.md, section 2
 * (components).
 */
public final class CatalogComponents implements Components {
    private static final String WORKFLOW = "trigger_workflow";
    private static final int NEAREST = 3;

    /** Names Arcrun's installer leaves in recipes, and names it once had. */
    private static final Map<String, String> ALIASES =
            Map.of(
                    "__HTTP_REQ_URL__", "http_request",
                    "__CODE_URL__", "code",
                    "gmail", "gmail_send",
                    "telegram", "telegram_send",
                    "google_sheets", "google_sheets_append",
                    "line_notify", "line_notify_send");

    /** Parts of the catalog that stand for Arcrun's built-ins, which got the whole scope. */
    private static final Set<String> WHOLE_SCOPE =
            Set.of("comp_passthrough", "comp_uppercase", "comp_counter");

    private static final Pattern PART_ADDRESS =
            Pattern.compile(
                    "https?://arcrun-([a-z0-9_-]+)(?:\\.[a-z0-9-]+)+\\.workers\\.dev(?:[:/?#].*)?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS =
            Pattern.compile("https?://[^\\s/?#]+(?:[/?#]\\S*)?", Pattern.CASE_INSENSITIVE);

    private final Catalog catalog;
    private final Map<String, OwnPart> own;

    /**
     * @param own parts of the workspace; of two with one id the first counts
     */
    public CatalogComponents(Catalog catalog, List<OwnPart> own) {
        this.catalog = catalog;
        Map<String, OwnPart> byId = new LinkedHashMap<>();
        own.forEach(part -> byId.putIfAbsent(part.id(), part));
        this.own = byId;
    }

    @Override
    public Component resolve(String name) {
        Component part = part(name);
        if (part == null && ALIASES.containsKey(name)) {
            part = part(ALIASES.get(name));
        }
        if (part != null) {
            return part;
        }
        if (name.equals(WORKFLOW)) {
            return new Component.Workflow();
        }
        Optional<String> hashed = HashNames.idOf(name, hashable());
        if (hashed.isPresent()) {
            return resolve(hashed.get());
        }
        return ADDRESS.matcher(name).matches()
                ? address(name)
                : new Component.Unknown(name, Names.nearest(name, known(), NEAREST));
    }

    /** The workspace's own part with that id, which hides the catalog's. */
    public Optional<OwnPart> own(String id) {
        return Optional.ofNullable(own.get(id));
    }

    private @Nullable Component part(@Nullable String id) {
        if (id == null) {
            return null;
        }
        Optional<PartDescription> ours = own(id).map(OwnPart::description);
        if (ours.isEmpty() && WHOLE_SCOPE.contains(id) && catalog.describe(id).isPresent()) {
            return new Component.Part(id, null);
        }
        Optional<PartDescription> found = ours.or(() -> catalog.describe(id));
        return found.map(part -> new Component.Part(part.id(), part.contract())).orElse(null);
    }

    private Component address(String url) {
        Matcher published = PART_ADDRESS.matcher(url);
        if (published.matches()) {
            Component part = part(published.group(1).toLowerCase(Locale.ROOT).replace('-', '_'));
            if (part != null) {
                return part;
            }
        }
        return new Component.Url(url);
    }

    private Set<String> hashable() {
        Set<String> names = known();
        ALIASES.forEach((alias, id) -> {
            if (names.contains(id)) {
                names.add(alias);
            }
        });
        return names;
    }

    private Set<String> known() {
        Set<String> names = new LinkedHashSet<>(own.keySet());
        catalog.parts().forEach(part -> names.add(part.id()));
        names.add(WORKFLOW);
        return names;
    }
}
