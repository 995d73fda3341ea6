package dev.arcrun.cli;

import dev.arcrun.workspace.Grants;
import dev.arcrun.workspace.WorkspaceException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code --allow-host} and {@code --credential}: what a run may reach and with which secrets. */
final class GrantArguments {
    private static final Pattern CREDENTIAL = Pattern.compile("([^=@]+)=env:([^@=]+)@(\\S+)");

    private GrantArguments() {}

    static Grants read(List<String> hosts, List<String> credentials) {
        var grants = Grants.builder();
        hosts.forEach(grants::host);
        for (String argument : credentials) {
            Matcher parts = CREDENTIAL.matcher(argument);
            if (!parts.matches()) {
                // What was given may be the secret itself: it is not repeated.
                throw new WorkspaceException(
                        "--credential takes NAME=env:VARIABLE@HOST: the value comes from an environment variable,"
                                + " never from the command line, where other programs can read it.");
            }
            String value = System.getenv(parts.group(2));
            if (value == null || value.isEmpty()) {
                throw new WorkspaceException(
                        "The environment variable "
                                + parts.group(2)
                                + " for credential "
                                + parts.group(1)
                                + " is not set.");
            }
            grants.credential(
                    parts.group(1), value.toCharArray(), List.of(parts.group(3).split(",")));
        }
        return grants.build();
    }
}
