/** JSON for reading and writing by people: a small coloured editor. */
@NullMarked
package dev.arcrun.desktop.json;

import org.jspecify.annotations.NullMarked;
