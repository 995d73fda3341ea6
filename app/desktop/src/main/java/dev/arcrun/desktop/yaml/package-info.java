/**
 * The recipe as text: tokens, line breaks and problems of the text (no controls), and the editor
 * that shows them.
 */
@NullMarked
package dev.arcrun.desktop.yaml;

import org.jspecify.annotations.NullMarked;
