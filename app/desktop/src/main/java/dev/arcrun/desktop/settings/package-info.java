/** What the window remembers between starts, in one JSON file of the user. */
@NullMarked
package dev.arcrun.desktop.settings;

import org.jspecify.annotations.NullMarked;
