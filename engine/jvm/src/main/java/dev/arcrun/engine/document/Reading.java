package dev.arcrun.engine.document;

import dev.arcrun.engine.recipe.Node;
import dev.arcrun.engine.recipe.Recipe;
import java.util.Map;

/**
 * What a tree says.
 *
 * @param unplaced nodes with settings that no triplet names, by name
 * @param understood false: the text is no recipe at all
 */
record Reading(Recipe recipe, Map<String, Node> unplaced, Outline outline, boolean understood) {}
