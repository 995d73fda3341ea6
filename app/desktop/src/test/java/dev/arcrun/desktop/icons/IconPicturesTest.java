package dev.arcrun.desktop.icons;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class IconPicturesTest {
    private static final int NEARLY = 2;

    @Test
    void the_committed_pictures_are_those_of_the_source() throws Exception {
        SvgPicture source = SvgPicture.read(Path.of("../../icons/arcrun.svg"));
        for (int size : IconPictures.SIZES) {
            BufferedImage committed =
                    ImageIO.read(
                            Path.of(
                                            "src/main/resources/dev/arcrun/desktop/icons/arcrun-"
                                                    + size
                                                    + ".png")
                                    .toFile());
            assertThat(committed.getWidth()).isEqualTo(size);
            assertThat(difference(committed, source.draw(size)))
                    .as("size %d", size)
                    .isLessThan(NEARLY);
        }
    }

    /** Mean difference of the colour channels, 0 to 255; renderers differ a little at edges. */
    private static double difference(BufferedImage one, BufferedImage other) {
        long sum = 0;
        for (int x = 0; x < one.getWidth(); x++) {
            for (int y = 0; y < one.getHeight(); y++) {
                int a = one.getRGB(x, y);
                int b = other.getRGB(x, y);
                for (int shift = 0; shift < 32; shift += 8) {
                    sum += Math.abs((a >> shift & 0xff) - (b >> shift & 0xff));
                }
            }
        }
        return sum / (4.0 * one.getWidth() * one.getHeight());
    }
}
