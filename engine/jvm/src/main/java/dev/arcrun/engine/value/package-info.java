/**
 * JSON values with the meaning ECMAScript gives them: numbers are doubles, members keep insertion
 * order with integer-like keys first. Both hosts agree to the character. Every other room may use
 * it; it uses none. RECIPE.md, section 0.
 */
@NullMarked
package dev.arcrun.engine.value;

import org.jspecify.annotations.NullMarked;
