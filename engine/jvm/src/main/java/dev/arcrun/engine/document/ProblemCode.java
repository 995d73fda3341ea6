package dev.arcrun.engine.document;

import dev.arcrun.engine.document.Problem.Severity;

/**
 * What can be wrong with a document; a problem's code is the name. The messages stand in the bundle
 * {@code document}.
 */
public enum ProblemCode {
    YAML_SYNTAX(Severity.ERROR),
    TAB_INDENTATION(Severity.ERROR),
    CONTROL_CHARACTER(Severity.ERROR),
    TOO_LARGE(Severity.ERROR),
    TOO_DEEP(Severity.ERROR),
    MULTIPLE_DOCUMENTS(Severity.ERROR),
    DUPLICATE_KEY(Severity.ERROR),
    ALIAS_UNKNOWN(Severity.ERROR),
    ALIAS_CYCLE(Severity.ERROR),
    ALIAS_LIMIT(Severity.ERROR),
    MERGE_KEY(Severity.WARNING),
    KEY_NOT_TEXT(Severity.ERROR),
    UNKNOWN_TAG(Severity.WARNING),
    NOT_A_JSON_NUMBER(Severity.WARNING),
    NOT_A_RECIPE(Severity.ERROR),
    NAME_MISSING(Severity.ERROR),
    NAME_INVALID(Severity.ERROR),
    FLOW_MISSING(Severity.ERROR),
    TRIPLET_MALFORMED(Severity.ERROR),
    NODE_NAME_INVALID(Severity.ERROR),
    UNKNOWN_RELATION(Severity.ERROR),
    UNKNOWN_KEY(Severity.WARNING),
    WRONG_TYPE(Severity.ERROR),
    OUT_OF_RANGE(Severity.ERROR),
    CONFIG_WITHOUT_NODE(Severity.WARNING),
    TRIGGER_UNKNOWN(Severity.ERROR),
    CRON_INVALID(Severity.ERROR),
    TIMEZONE_UNKNOWN(Severity.ERROR),
    PLACEHOLDER(Severity.WARNING),
    NODE_WITHOUT_ID(Severity.ERROR),
    EDGE_WITHOUT_NODE(Severity.ERROR);

    private final Severity severity;

    ProblemCode(Severity severity) {
        this.severity = severity;
    }

    public Severity severity() {
        return severity;
    }
}
