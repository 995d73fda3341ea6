/** How the window speaks and looks: texts in the user's language, theme, icons. */
@NullMarked
package dev.arcrun.desktop.look;

import org.jspecify.annotations.NullMarked;
