/** The window: puts the rooms side by side, owns menu, keys and sizes. */
@NullMarked
package dev.arcrun.desktop.window;

import org.jspecify.annotations.NullMarked;
