/**
 * Arcrun's engine: recipes, what they mean and how they run. Knows no window, no workspace and no
 * Cloudflare.
 */
@NullMarked
package dev.arcrun.engine;

import org.jspecify.annotations.NullMarked;
