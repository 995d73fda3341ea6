/**
 * What a JSON Schema offers to someone who writes a value: members, their meaning, their choices.
 * Completion and forms ask it, for parameters of parts as for contracts and recipes; nothing here
 * validates.
 */
@NullMarked
package dev.arcrun.catalog.schema;

import org.jspecify.annotations.NullMarked;
