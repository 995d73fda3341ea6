package dev.arcrun.desktop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javax.imageio.ImageIO;

/** Pictures of the window. */
public final class Picture {
    private Picture() {}

    /** Writes what a scene shows as PNG; folders on the way are made. FX thread only. */
    public static void write(Scene scene, Path file) {
        var image = SwingFXUtils.fromFXImage(scene.snapshot(null), null);
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            ImageIO.write(image, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("The picture can't be written to " + file + ".", e);
        }
    }
}
