/** The command arcrun. */
@NullMarked
package dev.arcrun.cli;

import org.jspecify.annotations.NullMarked;
