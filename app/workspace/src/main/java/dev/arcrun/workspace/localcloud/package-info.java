/**
 * The target "This computer": Cloudflare's API over real workerd, run in the background by the
 * emulator in {@code cloudflare-client/emulator}, one for each workspace. For the command line and
 * the studio. CLOUD.md.
 */
@NullMarked
package dev.arcrun.workspace.localcloud;

import org.jspecify.annotations.NullMarked;
