/**
 * Contracts: from the text of a {@code contract.yaml} to a model, or to every mistake in it with
 * its line. PART.md, contract.yaml; {@code contract.schema.json}.
 */
@NullMarked
package dev.arcrun.catalog.contract;

import org.jspecify.annotations.NullMarked;
