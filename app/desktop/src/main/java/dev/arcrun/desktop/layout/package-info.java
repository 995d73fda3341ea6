/**
 * Layered drawing of a flow, left to right: plain numbers in, plain numbers out. No JavaFX, no
 * recipe; runs on any thread. DESKTOP.md, "Recipe editor".
 */
@NullMarked
package dev.arcrun.desktop.layout;

import org.jspecify.annotations.NullMarked;
