/** The recipes of the workspace: the list and the files behind it. */
@NullMarked
package dev.arcrun.desktop.recipes;

import org.jspecify.annotations.NullMarked;
