/**
 * Arcrun's API recipes and auth recipes, the JSON files that its users have, turned into contracts
 * of connectors or into every mistake in them with its field. {@link
 * dev.arcrun.catalog.apirecipe.RecipeImport} is for whoever imports one file, {@link
 * dev.arcrun.catalog.apirecipe.RecipeFolder} for whoever loads a folder of them. PART.md,
 * connectors; {@code parts-catalog/connectors/README.md}.
 */
@NullMarked
package dev.arcrun.catalog.apirecipe;

import org.jspecify.annotations.NullMarked;
