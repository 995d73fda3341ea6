package dev.arcrun.catalog.pages;

import java.util.List;
import java.util.stream.Collectors;

/** Pieces of Markdown. */
final class Markdown {
    private Markdown() {}

    static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }

    /** A text in a table: one line, no bar that would end the cell, no tags. */
    static String cell(String text) {
        var cell = new StringBuilder();
        boolean code = false;
        for (char c : text.strip().replaceAll("\\s+", " ").toCharArray()) {
            code = (c == '`') != code;
            switch (c) {
                case '|' -> cell.append("\\|");
                case '<' -> cell.append(code ? "<" : "&lt;");
                default -> cell.append(c);
            }
        }
        return cell.toString();
    }

    /** Cells are Markdown already. */
    static String table(List<String> head, List<List<String>> rows) {
        return row(head)
                + "|"
                + "---|".repeat(head.size())
                + "\n"
                + rows.stream().map(Markdown::row).collect(Collectors.joining());
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
