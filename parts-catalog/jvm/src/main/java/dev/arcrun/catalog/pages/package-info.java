/**
 * The catalog as Markdown: an index and a page for each part, the same for the same catalog.
 * Written by {@code arcrun part docs} into docs/parts.
 */
@NullMarked
package dev.arcrun.catalog.pages;

import org.jspecify.annotations.NullMarked;
