package dev.arcrun.desktop.run;

import dev.arcrun.engine.schedule.CallKey;
import dev.arcrun.engine.schedule.TraceEntry;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;

/** The executions of a run in the order they began, and what they add up to for each node. */
public final class Entries {
    private final ObservableList<TraceEntry> list = FXCollections.observableArrayList();
    private final ObservableMap<String, NodeActivity> activities =
            FXCollections.observableHashMap();
    private final Map<CallKey, Integer> positions = new HashMap<>();
    private final Map<String, Map<CallKey, TraceEntry>> byNode = new HashMap<>();

    public ObservableList<TraceEntry> list() {
        return list;
    }

    public ObservableMap<String, NodeActivity> activities() {
        return activities;
    }

    /** The executions of a node, iterations in the order they began. */
    public List<TraceEntry> of(String node) {
        return List.copyOf(byNode.getOrDefault(node, Map.of()).values());
    }

    void clear() {
        list.clear();
        positions.clear();
        byNode.clear();
        activities.clear();
    }

    void update(Collection<TraceEntry> updates) {
        Set<String> touched = new LinkedHashSet<>();
        for (TraceEntry entry : updates) {
            Integer position = positions.get(entry.key());
            if (position == null) {
                positions.put(entry.key(), list.size());
                list.add(entry);
            } else if (!list.get(position).equals(entry)) {
                list.set(position, entry);
            }
            String node = entry.key().node();
            byNode.computeIfAbsent(node, key -> new LinkedHashMap<>()).put(entry.key(), entry);
            touched.add(node);
        }
        for (String node : touched) {
            activities.put(node, NodeActivity.of(of(node)));
        }
    }
}
