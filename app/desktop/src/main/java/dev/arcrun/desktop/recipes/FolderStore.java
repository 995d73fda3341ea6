package dev.arcrun.desktop.recipes;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;

/** The {@code recipes} folder of a workspace. */
public final class FolderStore implements RecipeStore {
    private final Path workspace;

    public FolderStore(Path workspace) {
        this.workspace = workspace.toAbsolutePath().normalize();
    }

    @Override
    public String name() {
        Path name = workspace.getFileName();
        return name == null ? workspace.toString() : name.toString();
    }

    @Override
    public List<RecipeFile> list() throws IOException {
        Path folder = workspace.resolve("recipes");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(FolderStore::isRecipe)
                    .map(path -> new RecipeFile(nameOf(path), path))
                    .sorted(
                            Comparator.comparing((RecipeFile f) -> !f.name().equals("hello"))
                                    .thenComparing(RecipeFile::name))
                    .toList();
        }
    }

    @Override
    public String load(RecipeFile file) throws IOException {
        return Files.readString(file.path());
    }

    @Override
    public void save(RecipeFile file, String text) throws IOException {
        Path folder = file.path().toAbsolutePath().getParent();
        Path fresh = Files.createTempFile(folder, "." + file.name(), ".tmp");
        try {
            Files.writeString(fresh, text);
            try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(fresh, file.path(), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static boolean isRecipe(Path path) {
        String name = String.valueOf(path.getFileName());
        return (name.endsWith(".yaml") || name.endsWith(".yml")) && Files.isRegularFile(path);
    }

    private static String nameOf(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.substring(0, name.lastIndexOf('.'));
    }
}
