/**
 * Scenarios of parts: Gherkin in, a really executed part and what it did otherwise than said out.
 * The steps are described in {@code parts-catalog/parts/README.md}.
 */
@NullMarked
package dev.arcrun.catalog.scenario;

import org.jspecify.annotations.NullMarked;
