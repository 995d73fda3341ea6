/**
 * YAML as text that is edited and as a tree that knows where everything stands. Knows nothing of
 * recipes; only the document room uses it. The text is the truth: an edit is a few replaced
 * characters, and it is believed only after the new text was read again and says what was meant.
 */
@NullMarked
package dev.arcrun.engine.document.yaml;

import org.jspecify.annotations.NullMarked;
