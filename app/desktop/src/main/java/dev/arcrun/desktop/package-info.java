/** The studio's window. */
@NullMarked
package dev.arcrun.desktop;

import org.jspecify.annotations.NullMarked;
