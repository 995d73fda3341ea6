/** The chosen node as a form. */
@NullMarked
package dev.arcrun.desktop.inspector;

import org.jspecify.annotations.NullMarked;
