package dev.arcrun.desktop.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arcrun.desktop.graph.GridIndex.Area;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GridIndexTest {
    @Test
    void it_finds_what_a_full_search_finds() {
        for (long seed : List.of(1L, 7L, 42L, 1234L)) {
            var random = new SplittableRandom(seed);
            List<Area> areas = areas(random, 300);
            var index = new GridIndex(areas);
            for (Area sought : areas(random, 40)) {
                var expected = new BitSet();
                for (int i = 0; i < areas.size(); i++) {
                    expected.set(i, areas.get(i).touches(sought));
                }
                assertThat(index.touching(sought))
                        .as("seed %d, %s", seed, sought)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void a_view_of_the_whole_world_from_afar_costs_no_more_than_a_full_search() {
        var index = new GridIndex(List.of(new Area(0, 0, 10, 10)));

        BitSet found = index.touching(new Area(-1e12, -1e12, 1e12, 1e12));

        assertThat(found.cardinality()).isEqualTo(1);
    }

    private static List<Area> areas(SplittableRandom random, int count) {
        var areas = new ArrayList<Area>();
        for (int i = 0; i < count; i++) {
            double left = random.nextDouble(-4000, 4000);
            double top = random.nextDouble(-4000, 4000);
            areas.add(
                    new Area(
                            left,
                            top,
                            left + random.nextDouble(0, 1500),
                            top + random.nextDouble(0, 900)));
        }
        return areas;
    }
}
