/**
 * Making a part of one's own: its folder, its build, and what is handed to the acceptance. For the
 * command line and the studio. PART.md.
 */
@NullMarked
package dev.arcrun.workspace.authoring;

import org.jspecify.annotations.NullMarked;
