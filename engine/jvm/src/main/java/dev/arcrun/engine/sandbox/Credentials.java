package dev.arcrun.engine.sandbox;

import org.jspecify.annotations.Nullable;

/** The secrets a run may put into its requests. */
@FunctionalInterface
public interface Credentials {
    Credentials NONE = name -> null;

    /** The credential of that name, or null where there is none. */
    @Nullable Credential find(String name);
}
