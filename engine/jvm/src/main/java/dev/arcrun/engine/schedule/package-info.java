/**
 * The state machine of a run: events in, commands out; no clock, no I/O, no threads. The same
 * events give the same commands, on both hosts. RECIPE.md, sections 3 to 6 and 9.
 */
@NullMarked
package dev.arcrun.engine.schedule;

import org.jspecify.annotations.NullMarked;
