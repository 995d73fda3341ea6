/**
 * The opened recipe: one document, one history. Graph, inspector and YAML editor are three views of
 * it. No controls here.
 */
@NullMarked
package dev.arcrun.desktop.document;

import org.jspecify.annotations.NullMarked;
