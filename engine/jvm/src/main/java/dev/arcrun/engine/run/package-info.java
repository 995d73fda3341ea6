/**
 * Drives the state machine of a run: calls parts, keeps time, cancels, stops at breakpoints,
 * records the trace, redacts credentials.
 */
@NullMarked
package dev.arcrun.engine.run;

import org.jspecify.annotations.NullMarked;
