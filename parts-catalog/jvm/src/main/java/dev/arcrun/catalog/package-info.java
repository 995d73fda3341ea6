/** Loads and indexes the parts of this release and a workspace's own. */
@NullMarked
package dev.arcrun.catalog;

import org.jspecify.annotations.NullMarked;
