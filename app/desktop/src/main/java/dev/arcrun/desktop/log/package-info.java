/** What the studio did, line by line. */
@NullMarked
package dev.arcrun.desktop.log;

import org.jspecify.annotations.NullMarked;
