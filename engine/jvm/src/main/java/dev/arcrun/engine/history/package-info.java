/** Run records on disk, each run with the events from which it can be replayed. */
@NullMarked
package dev.arcrun.engine.history;

import org.jspecify.annotations.NullMarked;
