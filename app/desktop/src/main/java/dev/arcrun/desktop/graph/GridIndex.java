package dev.arcrun.desktop.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds rectangles by place: a uniform grid of cells that each list what touches them. */
final class GridIndex {
    private static final double CELL = 512;

    /** A rectangle of the world; sides may be zero. */
    record Area(double left, double top, double right, double bottom) {
        boolean touches(Area other) {
            return left <= other.right
                    && other.left <= right
                    && top <= other.bottom
                    && other.top <= bottom;
        }
    }

    private final Map<Long, List<Integer>> cells = new HashMap<>();
    private final List<Area> areas;

    /** An index of areas, known by their position in the list. */
    GridIndex(List<Area> areas) {
        this.areas = List.copyOf(areas);
        for (int i = 0; i < areas.size(); i++) {
            Area area = areas.get(i);
            for (long x = cell(area.left); x <= cell(area.right); x++) {
                for (long y = cell(area.top); y <= cell(area.bottom); y++) {
                    cells.computeIfAbsent(key(x, y), key -> new ArrayList<>()).add(i);
                }
            }
        }
    }

    /** What touches an area. Costs as much as the area has cells, never more than a full scan. */
    BitSet touching(Area area) {
        var found = new BitSet(areas.size());
        double across = (area.right - area.left) / CELL + 1;
        double down = (area.bottom - area.top) / CELL + 1;
        if (across * down > areas.size() + 1.0) {
            for (int i = 0; i < areas.size(); i++) {
                found.set(i, areas.get(i).touches(area));
            }
            return found;
        }
        for (long x = cell(area.left); x <= cell(area.right); x++) {
            for (long y = cell(area.top); y <= cell(area.bottom); y++) {
                for (int i : cells.getOrDefault(key(x, y), List.of())) {
                    if (areas.get(i).touches(area)) {
                        found.set(i);
                    }
                }
            }
        }
        return found;
    }

    private static long cell(double coordinate) {
        return (long) Math.floor(coordinate / CELL);
    }

    private static long key(long x, long y) {
        return (x << 32) ^ (y & 0xffff_ffffL);
    }
}
