package dev.arcrun.workspace.programs;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A command that runs to its end while its output is told line by line.
 *
 * @param words the program's name, then its arguments
 * @param folder where it runs
 * @param path where the program is looked for
 */
public record LoggedCommand(List<String> words, Path folder, SearchPath path) {
    public LoggedCommand {
        words = List.copyOf(words);
    }

    /**
     * Runs it, with nothing on its standard input. Interrupting ends it and all it started.
     *
     * @param output is told each line of both outputs, on a thread of its own
     * @return the exit code
     * @throws IOException when it can't be started
     */
    public int run(Consumer<String> output) throws IOException, InterruptedException {
        List<String> started = new ArrayList<>(words);
        path.find(words.getFirst()).ifPresent(program -> started.set(0, program.toString()));
        Process process =
                new ProcessBuilder(started)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.PIPE)
                        .start();
        process.getOutputStream().close();
        Thread reader =
                Thread.ofVirtual()
                        .start(() -> pass(process.inputReader(StandardCharsets.UTF_8), output));
        try {
            int code = process.waitFor();
            reader.join();
            return code;
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    private static void pass(BufferedReader lines, Consumer<String> output) {
        try (lines) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.accept(line);
            }
        } catch (IOException e) {
            output.accept("(the rest of the output is lost: " + e.getMessage() + ")");
        }
    }
}
