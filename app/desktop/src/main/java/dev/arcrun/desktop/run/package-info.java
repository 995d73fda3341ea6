/** Runs of the opened recipe: input, progress, results. DESKTOP.md, "Run and debug". */
@NullMarked
package dev.arcrun.desktop.run;

import org.jspecify.annotations.NullMarked;
