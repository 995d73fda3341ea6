/**
 * Recipe text and recipe model: lossless reading, edits that touch only what they must, problems
 * with line and column. The only room that knows YAML. RECIPE.md, sections 0 to 2.
 */
@NullMarked
package dev.arcrun.engine.document;

import org.jspecify.annotations.NullMarked;
