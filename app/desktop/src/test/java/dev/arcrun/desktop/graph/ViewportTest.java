package dev.arcrun.desktop.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ViewportTest {
    private final Viewport viewport = new Viewport();

    @Test
    void zooming_keeps_what_is_under_the_pointer() {
        viewport.pan(30, -20);
        double x = viewport.worldX(200);
        double y = viewport.worldY(100);

        viewport.zoomAt(200, 100, 1.7);

        assertThat(viewport.worldX(200)).isCloseTo(x, within(1e-9));
        assertThat(viewport.worldY(100)).isCloseTo(y, within(1e-9));
    }

    @Test
    void zoom_stays_within_its_limits() {
        viewport.zoomAt(0, 0, 1e9);
        double most = viewport.zoom().get();
        viewport.zoomAt(0, 0, 1e-12);

        assertThat(most).isEqualTo(Viewport.MOST_ZOOM);
        assertThat(viewport.zoom().get()).isEqualTo(Viewport.LEAST_ZOOM);
    }

    @Test
    void fit_shows_a_whole_world_in_the_middle() {
        viewport.fit(4000, 1000, 800, 600);

        assertThat(viewport.screenX(0)).isGreaterThanOrEqualTo(0);
        assertThat(viewport.screenX(4000)).isLessThanOrEqualTo(800);
        assertThat(viewport.screenX(2000)).isCloseTo(400, within(1e-9));
        assertThat(viewport.screenY(500)).isCloseTo(300, within(1e-9));
    }

    @Test
    void fit_never_makes_anything_larger_than_life() {
        viewport.fit(10, 10, 800, 600);

        assertThat(viewport.zoom().get()).isEqualTo(1);
    }

    @Test
    void an_empty_world_and_a_screen_without_size_are_no_trouble() {
        viewport.fit(0, 0, 0, 0);

        assertThat(viewport.zoom().get()).isBetween(Viewport.LEAST_ZOOM, 1.0);
    }
}
