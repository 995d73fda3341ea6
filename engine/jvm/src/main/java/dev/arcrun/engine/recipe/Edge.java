package dev.arcrun.engine.recipe;

/**
 * A triplet of the flow.
 *
 * @param index its place in the flow, from 0
 */
public record Edge(int index, String from, Relation relation, String to) {}
