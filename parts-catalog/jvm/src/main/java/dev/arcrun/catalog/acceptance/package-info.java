/**
 * The acceptance of a part: is its contract right, does its program keep to it, does it do what its
 * scenarios say. For the command line, the studio and a registry. PART.md, Acceptance of a part.
 */
@NullMarked
package dev.arcrun.catalog.acceptance;

import org.jspecify.annotations.NullMarked;
