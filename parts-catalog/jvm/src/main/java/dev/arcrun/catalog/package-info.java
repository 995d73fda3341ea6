/**
 * The parts of this release and those of a workspace, and how a component name finds one. Used by
 * the workspace, the command line and the desktop. RECIPE.md, section 2 (components); PART.md,
 * contract.yaml.
 */
@NullMarked
package dev.arcrun.catalog;

import org.jspecify.annotations.NullMarked;
