package dev.arcrun.engine.recipe;

/** A text that is no cron expression; says which field is wrong. */
public final class CronSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int field;
    private final String text;

    CronSyntaxException(int field, String text) {
        super("cron field " + field + ": " + text);
        this.field = field;
        this.text = text;
    }

    /** The field from 1 (minute) to 5 (day of week); 0: there aren't five. */
    public int field() {
        return field;
    }

    /** What is written there. */
    public String text() {
        return text;
    }
}
