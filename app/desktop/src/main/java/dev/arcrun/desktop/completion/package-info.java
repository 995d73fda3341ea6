/**
 * What can be written at the caret of a recipe's text: keys, parts, parameters, choices, relations,
 * node names and template paths. Knows schemas and text, no controls; the YAML editor shows what it
 * offers.
 */
@NullMarked
package dev.arcrun.desktop.completion;

import org.jspecify.annotations.NullMarked;
