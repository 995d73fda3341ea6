/** Where work runs: off the FX thread and back on it. */
@NullMarked
package dev.arcrun.desktop.work;

import org.jspecify.annotations.NullMarked;
