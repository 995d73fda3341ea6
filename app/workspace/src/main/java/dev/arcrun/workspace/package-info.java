/** What the window and the command line share: the project folder, its recipes, its runs. */
@NullMarked
package dev.arcrun.workspace;

import org.jspecify.annotations.NullMarked;
