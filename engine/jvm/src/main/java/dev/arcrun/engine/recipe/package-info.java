/**
 * The meaning of a recipe: an immutable model of nodes, edges and settings, without text, places or
 * files. RECIPE.md, sections 1 and 2.
 */
@NullMarked
package dev.arcrun.engine.recipe;

import org.jspecify.annotations.NullMarked;
