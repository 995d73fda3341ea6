/**
 * What services say about their own calls: {@code connectors/services/<service>.yaml}, and whether
 * a request keeps to it. Used by the build, which notes what connectors were verified against, and
 * by their scenarios. parts-catalog/connectors/README.md.
 */
@NullMarked
package dev.arcrun.catalog.service;

import org.jspecify.annotations.NullMarked;
