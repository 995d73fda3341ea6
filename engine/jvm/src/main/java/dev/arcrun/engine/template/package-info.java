/**
 * Templates and expressions: parse and evaluate, nothing else. RECIPE.md, sections 2 (expressions)
 * and 4.
 */
@NullMarked
package dev.arcrun.engine.template;

import org.jspecify.annotations.NullMarked;
