package dev.arcrun.desktop.graph;

import dev.arcrun.desktop.layout.Drawing.Point;
import dev.arcrun.engine.recipe.Relation;
import java.util.List;

/**
 * A triplet of the flow as a line.
 *
 * @param index its place in the flow
 * @param detail condition, branch, variable or relation as written; empty where the kind says all
 * @param points from port to port, level at both ends between two points
 */
public record GraphEdge(
        int index, String from, String to, Kind kind, String detail, List<Point> points) {

    /** Colour and label of an edge. */
    public enum Kind {
        ALWAYS,
        SUCCESS,
        FAIL,
        BRANCH,
        CONDITION,
        LOOP,
        SUBFLOW,
        DOCUMENTATION,
        BROKEN;

        static Kind of(Relation relation) {
            return switch (relation) {
                case Relation.Always always -> ALWAYS;
                case Relation.OnSuccess success -> SUCCESS;
                case Relation.OnFail fail -> FAIL;
                case Relation.OnBranch branch -> BRANCH;
                case Relation.If condition -> CONDITION;
                case Relation.Foreach loop -> LOOP;
                case Relation.CallsSubflow subflow -> SUBFLOW;
                case Relation.Documentation documentation -> DOCUMENTATION;
                case Relation.Unknown unknown -> BROKEN;
            };
        }
    }

    public GraphEdge {
        points = List.copyOf(points);
    }

    static String detailOf(Relation relation) {
        return switch (relation) {
            case Relation.Always always -> "";
            case Relation.OnSuccess success -> "";
            case Relation.OnFail fail -> "";
            case Relation.OnBranch branch -> branch.branch();
            case Relation.If condition -> condition.condition();
            case Relation.Foreach loop -> loop.variable();
            case Relation.CallsSubflow subflow -> "";
            case Relation.Documentation documentation -> documentation.label();
            case Relation.Unknown unknown -> unknown.text();
        };
    }
}
