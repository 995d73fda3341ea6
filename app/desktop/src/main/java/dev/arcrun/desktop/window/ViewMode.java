package dev.arcrun.desktop.window;

/** How the recipe is shown. */
enum ViewMode {
    GRAPH,
    SPLIT,
    YAML
}
