package dev.arcrun.desktop.graph;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/**
 * Which part of the world is seen: screen = world × zoom + offset. Screen units are the view's own.
 */
public final class Viewport {
    static final double LEAST_ZOOM = 0.02;
    static final double MOST_ZOOM = 3;
    private static final double FIT_MARGIN = 40;

    private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(1);
    private final ReadOnlyDoubleWrapper offsetX = new ReadOnlyDoubleWrapper();
    private final ReadOnlyDoubleWrapper offsetY = new ReadOnlyDoubleWrapper();

    public ReadOnlyDoubleProperty zoom() {
        return zoom.getReadOnlyProperty();
    }

    ReadOnlyDoubleProperty offsetX() {
        return offsetX.getReadOnlyProperty();
    }

    ReadOnlyDoubleProperty offsetY() {
        return offsetY.getReadOnlyProperty();
    }

    void pan(double dx, double dy) {
        offsetX.set(offsetX.get() + dx);
        offsetY.set(offsetY.get() + dy);
    }

    /** Zooms so that what is under the screen point stays there. */
    void zoomAt(double screenX, double screenY, double factor) {
        double now = Math.clamp(zoom.get() * factor, LEAST_ZOOM, MOST_ZOOM);
        double ratio = now / zoom.get();
        offsetX.set(screenX - (screenX - offsetX.get()) * ratio);
        offsetY.set(screenY - (screenY - offsetY.get()) * ratio);
        zoom.set(now);
    }

    /** Shows a whole world in the middle of a screen, never larger than life. */
    void fit(double worldWidth, double worldHeight, double screenWidth, double screenHeight) {
        double across = (screenWidth - 2 * FIT_MARGIN) / Math.max(1, worldWidth);
        double down = (screenHeight - 2 * FIT_MARGIN) / Math.max(1, worldHeight);
        zoom.set(Math.clamp(Math.min(across, down), LEAST_ZOOM, 1));
        centre(worldWidth / 2, worldHeight / 2, screenWidth, screenHeight);
    }

    /** Shows a world from its left side, vertically in the middle. */
    void showStart(double worldHeight, double wantedZoom, double screenHeight) {
        zoom.set(wantedZoom);
        offsetX.set(FIT_MARGIN);
        offsetY.set((screenHeight - worldHeight * wantedZoom) / 2);
    }

    void centre(double worldX, double worldY, double screenWidth, double screenHeight) {
        offsetX.set(screenWidth / 2 - worldX * zoom.get());
        offsetY.set(screenHeight / 2 - worldY * zoom.get());
    }

    double worldX(double screenX) {
        return (screenX - offsetX.get()) / zoom.get();
    }

    double worldY(double screenY) {
        return (screenY - offsetY.get()) / zoom.get();
    }

    double screenX(double worldX) {
        return worldX * zoom.get() + offsetX.get();
    }

    double screenY(double worldY) {
        return worldY * zoom.get() + offsetY.get();
    }
}
