/**
 * The flow as a picture: what is drawn where (pictures, viewport, index: no controls) and the views
 * that draw it. ARCHITECTURE.md, "Desktop application".
 */
@NullMarked
package dev.arcrun.desktop.graph;

import org.jspecify.annotations.NullMarked;
