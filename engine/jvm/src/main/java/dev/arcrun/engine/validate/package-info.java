/**
 * Rules about a recipe, one class each, with code, message and quick fix. RECIPE.md, all sections.
 */
@NullMarked
package dev.arcrun.engine.validate;

import org.jspecify.annotations.NullMarked;
