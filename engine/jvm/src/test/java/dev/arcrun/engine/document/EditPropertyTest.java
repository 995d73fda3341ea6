package dev.arcrun.engine.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.engine.recipe.Node;
import dev.arcrun.engine.recipe.Relation;
import dev.arcrun.engine.value.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for every document and every edit. A failing seed is in the message. */
class EditPropertyTest {
    private static final int SEEDS = 300;
    private static final int EDITS = 6;

    @Test
    void edits_and_then_their_inverses_in_reverse_give_the_original_characters() {
        int made = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            String original = RandomRecipe.text(seed);
            RecipeDocument document = RecipeDocument.read(original);
            RandomEdits edits = new RandomEdits(new SplittableRandom(seed + 1_000_000L));
            List<List<Edit.ReplaceText>> inverses = new ArrayList<>();
            for (int i = 0; i < EDITS; i++) {
                Edit edit = edits.next(document);
                try {
                    RecipeDocument.Edited edited = document.apply(List.of(edit));
                    assertThat(EditTest.applied(document.text(), edited.changes()))
                            .as("seed %s, %s", seed, edit)
                            .isEqualTo(edited.document().text());
                    inverses.add(edited.inverse());
                    document = edited.document();
                    made++;
                } catch (EditException refused) {
                    assertThat(refused.getMessage()).as("seed %s, %s", seed, edit).isNotBlank();
                }
                assertThat(document.parsed()).as("seed %s after %s", seed, edit).isTrue();
            }
            for (List<Edit.ReplaceText> inverse : inverses.reversed()) {
                document = document.apply(List.copyOf(inverse)).document();
            }
            assertThat(document.text()).as("seed %s", seed).isEqualTo(original);
        }
        assertThat(made).isGreaterThan(SEEDS * EDITS / 2);
    }

    @Test
    void a_parameter_that_was_set_has_its_value_and_every_other_parameter_keeps_its_own() {
        for (int seed = 0; seed < SEEDS; seed++) {
            RecipeDocument document = RecipeDocument.read(RandomRecipe.text(seed));
            SplittableRandom random = new SplittableRandom(seed);
            Json value = new RandomEdits(random).value(2);
            for (Node node : document.recipe().nodes().values()) {
                String key =
                        List.of("url", "code", "headers", "list", "fresh").get(random.nextInt(5));
                if (node.role() != Node.Role.PART) {
                    continue;
                }
                RecipeDocument after;
                try {
                    after =
                            document.apply(
                                            List.of(
                                                    new Edit.SetParameter(
                                                            node.name(), List.of(key), value)))
                                    .document();
                } catch (EditException shared) {
                    assertThat(document.text()).as("seed %s", seed).contains("*base");
                    continue;
                }
                document.recipe()
                        .nodes()
                        .forEach((name, before) -> {
                            Json.Obj expected =
                                    name.equals(node.name())
                                            ? before.parameters().with(key, value)
                                            : before.parameters();
                            assertThat(parameters(after, name).members())
                                    .as("%s of %s in\n%s", key, name, document.text())
                                    .containsExactlyEntriesOf(expected.members());
                        });
            }
        }
    }

    private static Json.Obj parameters(RecipeDocument document, String node) {
        Node found = document.recipe().node(node);
        return found == null ? Json.Obj.EMPTY : found.parameters();
    }

    @Test
    void every_text_can_be_set_in_every_place_and_is_read_back() {
        for (int seed = 0; seed < 8; seed++) {
            RecipeDocument document = RecipeDocument.read(RandomRecipe.text(seed));
            String node = document.recipe().edges().getFirst().to();
            for (String text : RandomEdits.HARD_TEXTS) {
                for (String key : List.of("url", "code", "fresh")) {
                    Json value = Json.of(text);
                    RecipeDocument after;
                    try {
                        after =
                                document.apply(
                                                List.of(
                                                        new Edit.SetParameter(
                                                                node, List.of(key), value)))
                                        .document();
                    } catch (EditException shared) {
                        assertThat(document.text()).as("seed %s", seed).contains("*base");
                        continue;
                    }
                    assertThat(parameters(after, node).get(key)).isEqualTo(value);
                }
            }
        }
    }

    @Test
    void edits_of_the_flow_do_to_its_lines_what_they_do_to_a_list() {
        for (int seed = 0; seed < SEEDS; seed++) {
            RecipeDocument document = RecipeDocument.read(RandomRecipe.text(seed));
            SplittableRandom random = new SplittableRandom(seed);
            List<String> expected = new ArrayList<>(lines(document));
            int at = random.nextInt(expected.size());
            int to = random.nextInt(expected.size());
            expected.add(to, expected.remove(at));
            expected.add(at, "a >> ON_TRUE >> 乙");
            expected.remove(to);
            List<Edit> edits =
                    List.of(
                            new Edit.MoveEdge(at, to),
                            new Edit.AddEdge("a", new Relation.OnBranch("true"), "乙", at),
                            new Edit.RemoveEdge(to));
            RecipeDocument after = document.apply(edits).document();
            assertThat(lines(after)).as("seed %s", seed).isEqualTo(expected);
        }
    }

    private static List<String> lines(RecipeDocument document) {
        return document.recipe().edges().stream()
                .map(edge -> Triplet.write(edge.from(), edge.relation(), edge.to()))
                .toList();
    }

    @Test
    void after_a_rename_no_reference_to_the_old_name_is_left_and_the_way_back_is_the_same_text() {
        for (int seed = 0; seed < SEEDS; seed++) {
            RecipeDocument document = RecipeDocument.read(RandomRecipe.text(seed));
            if (document.recipe().node("fetch") == null || document.text().contains("&base")) {
                continue;
            }
            RecipeDocument renamed =
                    document.apply(List.of(new Edit.RenameNode("fetch", "geladen"))).document();
            assertThat(renamed.text()).as("seed %s", seed).doesNotContain("fetch");
            assertThat(
                            renamed.apply(List.of(new Edit.RenameNode("geladen", "fetch")))
                                    .document()
                                    .text())
                    .as("seed %s", seed)
                    .isEqualTo(document.text());
        }
    }

    @Test
    void setting_a_parameter_touches_no_line_outside_its_node() {
        for (int seed = 0; seed < SEEDS; seed++) {
            RecipeDocument document = RecipeDocument.read(RandomRecipe.text(seed));
            RandomEdits edits = new RandomEdits(new SplittableRandom(seed));
            for (Node node : document.recipe().nodes().values()) {
                if (node.role() != Node.Role.PART) {
                    continue;
                }
                Edit edit =
                        new Edit.SetParameter(node.name(), edits.path(document), edits.value(2));
                try {
                    String after = document.apply(List.of(edit)).document().text();
                    assertOnlyLinesOf(document, node.name(), after, "seed " + seed + " " + edit);
                } catch (EditException refused) {
                    assertThat(refused).hasMessageNotContaining("edited from here");
                }
            }
        }
    }

    private static void assertOnlyLinesOf(
            RecipeDocument document, String node, String after, String what) {
        List<String> before = document.text().lines().toList();
        List<String> now = after.lines().toList();
        int least = Math.min(before.size(), now.size());
        int head = 0;
        while (head < least && before.get(head).equals(now.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < least - head
                && before.get(before.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
            tail++;
        }
        int first = lineOf(document, new Address.OfNode(node));
        int next =
                IntStream.range(first, before.size())
                        .filter(i -> i >= first && isNextEntry(before, first - 1, i))
                        .findFirst()
                        .orElse(before.size());
        assertThat(head + 1)
                .as("first changed line: %s\n%s", what, after)
                .isGreaterThanOrEqualTo(first);
        assertThat(before.size() - tail)
                .as("last changed line: %s\n%s", what, after)
                .isLessThanOrEqualTo(next);
    }

    /** A line at the depth of the node's key or above it. */
    private static boolean isNextEntry(List<String> lines, int key, int line) {
        String text = lines.get(line);
        int indent = text.length() - text.stripLeading().length();
        int own = lines.get(key).length() - lines.get(key).stripLeading().length();
        return line > key && !text.isBlank() && indent <= own && !text.strip().startsWith("}");
    }

    private static int lineOf(RecipeDocument document, Address address) {
        Problem.Place place = document.placeOf(address);
        assertThat(place).isNotNull();
        return place == null ? 0 : place.line();
    }
}
