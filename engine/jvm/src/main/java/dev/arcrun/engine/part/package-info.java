/**
 * What the engine must know about a part to call it: its contract's facets and how a component name
 * is resolved to one. The catalog and the workspace implement it. RECIPE.md, section 2
 * (components), PART.md.
 */
@NullMarked
package dev.arcrun.engine.part;

import org.jspecify.annotations.NullMarked;
