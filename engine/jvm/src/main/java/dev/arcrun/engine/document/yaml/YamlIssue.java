package dev.arcrun.engine.document.yaml;

import java.util.List;

/**
 * Something wrong with a text as YAML.
 *
 * @param arguments names and numbers for the message, as its kind says
 */
public record YamlIssue(Kind kind, int start, int end, List<Object> arguments) {

    /** What can be wrong; the name is the problem's code. */
    public enum Kind {
        /** What the parser says. */
        YAML_SYNTAX(true),
        /** No arguments. */
        TAB_INDENTATION(true),
        /** The code point as U+XXXX. */
        CONTROL_CHARACTER(true),
        /** Size and limit in MiB. */
        TOO_LARGE(true),
        /** The limit. */
        TOO_DEEP(true),
        /** The line of the second document. */
        MULTIPLE_DOCUMENTS(false),
        /** Key, line of this one, lines of the others. */
        DUPLICATE_KEY(false),
        /** The anchor. */
        ALIAS_UNKNOWN(false),
        /** The anchor. */
        ALIAS_CYCLE(false),
        /** The anchor and the limit. */
        ALIAS_LIMIT(false),
        /** No arguments. */
        MERGE_KEY(false),
        /** No arguments. */
        KEY_NOT_TEXT(false),
        /** The tag. */
        UNKNOWN_TAG(false),
        /** The number as written. */
        NOT_A_JSON_NUMBER(false);

        private final boolean fatal;

        Kind(boolean fatal) {
            this.fatal = fatal;
        }

        /** Whether the text as a whole isn't YAML that can be believed. */
        public boolean fatal() {
            return fatal;
        }
    }

    public YamlIssue {
        arguments = List.copyOf(arguments);
    }

    YamlIssue(Kind kind, int start, int end, Object... arguments) {
        this(kind, start, end, List.of(arguments));
    }
}
