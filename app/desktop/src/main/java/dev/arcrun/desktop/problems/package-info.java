/** What is wrong with the opened recipe, and how to mend it. */
@NullMarked
package dev.arcrun.desktop.problems;

import org.jspecify.annotations.NullMarked;
