/**
 * One part call: WASI, host functions, limits. The only room that knows the WebAssembly runtime.
 * PART.md.
 */
@NullMarked
package dev.arcrun.engine.sandbox;

import org.jspecify.annotations.NullMarked;
