/**
 * Programs of the user's computer that the product starts: where they are looked for, how one is
 * run, how a missing one is to be had. For the other rooms of the workspace.
 */
@NullMarked
package dev.arcrun.workspace.programs;

import org.jspecify.annotations.NullMarked;
