package dev.arcrun.desktop.icons;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Makes the PNGs of the window's icon from {@code icons/arcrun.svg}. Run it after changing the
 * source: {@code IconPictures icons/arcrun.svg
 * app/desktop/src/main/resources/dev/arcrun/desktop/icons}.
 */
final class IconPictures {
    static final List<Integer> SIZES = List.of(16, 32, 48, 64, 128, 256, 512);

    private IconPictures() {}

    public static void main(String[] arguments) throws Exception {
        SvgPicture picture = SvgPicture.read(Path.of(arguments[0]));
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        for (int size : SIZES) {
            ImageIO.write(
                    picture.draw(size), "png", folder.resolve("arcrun-" + size + ".png").toFile());
        }
    }
}
