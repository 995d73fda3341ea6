package dev.arcrun.engine.validate;

/**
 * One thing that can be wrong with a recipe. A rule keeps nothing between recipes, and its time
 * grows with the recipe's size, not faster.
 */
interface Rule {
    void check(Checked recipe, Findings findings);
}
