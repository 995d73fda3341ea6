package dev.arcrun.workspace.localcloud;

import dev.arcrun.workspace.WorkspaceException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;

/**
 * The emulator's program.
 *
 * @param folder holds {@code main.mjs}, {@code package.json} and its lock
 */
record EmulatorFiles(Path folder) {
    /**
     * The system property that names the folder. Without it, the emulator of the checkout this
     * program was built in is taken.
     */
    static final String PROPERTY = "arcrun.emulator";

    private static final Path IN_CHECKOUT = Path.of("cloudflare-client", "emulator");

    /**
     * @throws WorkspaceException when it isn't where it should be
     */
    static EmulatorFiles find() {
        String named = System.getProperty(PROPERTY, "");
        if (!named.isEmpty()) {
            var files = new EmulatorFiles(Path.of(named).toAbsolutePath().normalize());
            if (!Files.isRegularFile(files.main())) {
                throw new WorkspaceException(
                        "There is no local Cloudflare in "
                                + files.folder()
                                + ", which -D"
                                + PROPERTY
                                + " names: it would hold main.mjs.");
            }
            return files;
        }
        for (Path place = ownPlace(); place != null; place = place.getParent()) {
            var files = new EmulatorFiles(place.resolve(IN_CHECKOUT));
            if (Files.isRegularFile(files.main())) {
                return files;
            }
        }
        throw new WorkspaceException(
                "The program of the local Cloudflare isn't here. Start arcrun from its checkout, or"
                        + " name the emulator's folder with -D"
                        + PROPERTY
                        + "=FOLDER.");
    }

    Path main() {
        return folder.resolve("main.mjs");
    }

    private static Path ownPlace() {
        try {
            CodeSource source = EmulatorFiles.class.getProtectionDomain().getCodeSource();
            return source == null
                    ? Path.of("").toAbsolutePath()
                    : Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
