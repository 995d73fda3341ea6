package dev.arcrun.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The files of a new part, from the templates of this release. */
public final class NewPart {
    /** Names of all template files, a line each; beside the classes of this package. */
    static final String INDEX = "templates.txt";

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    private NewPart() {}

    /** Whether a part can be called that. */
    public static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    /**
     * Contents by path inside the part's folder, with {@code /}.
     *
     * @throws IllegalArgumentException when it can't be called that
     */
    public static Map<String, String> files(PartTemplate template, String id) {
        if (!isId(id)) {
            throw new IllegalArgumentException("`" + id + "` is no id of a part");
        }
        Map<String, String> files = new TreeMap<>();
        List<String> folders =
                template.isConnector()
                        ? List.of(template.folder() + "/")
                        : List.of("part/", template.folder() + "/");
        for (String name : text(INDEX).lines().toList()) {
            for (String folder : folders) {
                if (name.startsWith(folder)) {
                    String path =
                            name.substring(folder.length()).replace("_gitignore", ".gitignore");
                    files.put(path, filled(text("templates/" + name), template, id));
                }
            }
        }
        return files;
    }

    private static String filled(String text, PartTemplate template, String id) {
        String words = id.replace('_', ' ').strip();
        return text.replace("__ID__", id)
                .replace("__NAME__", Character.toUpperCase(words.charAt(0)) + words.substring(1))
                .replace("__MAX_SIZE_KB__", String.valueOf(template.maxSizeKb()));
    }

    private static String text(String resource) {
        try (InputStream file = NewPart.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("this build lacks " + resource);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
