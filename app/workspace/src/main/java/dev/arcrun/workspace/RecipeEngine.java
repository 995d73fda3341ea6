package dev.arcrun.workspace;

import dev.arcrun.catalog.contract.PartDescription;
import dev.arcrun.engine.connector.Connector;
import dev.arcrun.engine.document.Problem;
import dev.arcrun.engine.document.RecipeDocument;
import dev.arcrun.engine.history.RunHistory;
import dev.arcrun.engine.part.Components;
import dev.arcrun.engine.part.Contract;
import dev.arcrun.engine.recipe.Recipe;
import dev.arcrun.engine.run.PartCaller;
import dev.arcrun.engine.run.RecipeSource;
import dev.arcrun.engine.run.Redactor;
import dev.arcrun.engine.run.Run;
import dev.arcrun.engine.run.RunEvent;
import dev.arcrun.engine.run.RunRequest;
import dev.arcrun.engine.run.Runner;
import dev.arcrun.engine.sandbox.CallResult;
import dev.arcrun.engine.sandbox.HostServices;
import dev.arcrun.engine.sandbox.Sandbox;
import dev.arcrun.engine.sandbox.SandboxSettings;
import dev.arcrun.engine.template.Names;
import dev.arcrun.engine.validate.InputSchema;
import dev.arcrun.engine.validate.Surroundings;
import dev.arcrun.engine.validate.Validator;
import dev.arcrun.engine.value.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All that opens, checks and runs the recipes of one workspace. May be used by several threads. The
 * history is opened when it is first needed.
 */
public final class RecipeEngine implements AutoCloseable {
    /**
     * Problems of a recipe that still runs: what they name fails only where it is called, and can
     * be handled there.
     */
    private static final Set<String> FAIL_WHERE_CALLED =
            Set.of("UNKNOWN_PART", "UNKNOWN_RECIPE", "CREDENTIAL_UNKNOWN", "CREDENTIAL_MISSING");

    /** Marks no placeholder: outside a run there are none. */
    private static final PartCaller.Caller NO_RUN =
            new PartCaller.Caller("none", "none", List.of());

    private final @Nullable Workspace workspace;
    private final Grants grants;
    private final Placeholders placeholders;
    private final PartLibrary library;
    private final Sandbox sandbox;
    private final GrantedNetwork network;
    private final PartStore store;
    private final Redactor redactor;
    private final ConnectorCalls connectors;
    private @Nullable RunHistory history;
    private @Nullable Runner runner;

    private RecipeEngine(
            @Nullable Workspace workspace, Grants grants, Map<String, String> variables) {
        this.workspace = workspace;
        this.grants = grants;
        this.placeholders = new Placeholders(variables);
        this.library = PartLibrary.of(workspace);
        this.sandbox = new Sandbox(SandboxSettings.withCache(UserFolders.cache().resolve("parts")));
        this.network = new GrantedNetwork(grants);
        this.store = new PartStore(state(workspace).resolve("store.db"), InstantSource.system());
        this.redactor = grants.redactor();
        this.connectors =
                new ConnectorCalls(
                        network,
                        TokenStores.on(workspace),
                        redactor,
                        EnvironmentAccount.read(System.getenv()::get));
    }

    /**
     * @param workspace the workspace, or null for recipes outside one
     * @param grants what the recipes may do; stays the caller's to close, after this
     * @param variables values for {@code __NAME__} in the recipes
     */
    public static RecipeEngine open(
            @Nullable Workspace workspace, Grants grants, Map<String, String> variables) {
        return new RecipeEngine(workspace, grants, variables);
    }

    /**
     * Reads and checks a recipe file.
     *
     * @throws WorkspaceException when the file can't be read
     */
    public OpenedRecipe open(Path file) {
        return check(file, RecipeDocument.read(TextFile.read(file)));
    }

    /** Checks a document as a recipe of this workspace. */
    public OpenedRecipe check(Path file, RecipeDocument document) {
        return check(file, document, Locale.ENGLISH);
    }

    /**
     * Checks a document as a recipe of this workspace.
     *
     * @param language of the messages
     */
    public OpenedRecipe check(Path file, RecipeDocument document, Locale language) {
        List<Problem> problems = new ArrayList<>();
        document.problems().stream()
                .filter(problem -> stillThere(document, problem))
                .forEach(problems::add);
        boolean readable = problems.stream().noneMatch(RecipeEngine::prevents);
        if (document.parsed()) {
            problems.addAll(validator(language).check(document));
        }
        problems.sort(Comparator.comparingInt((Problem problem) -> problem.place().start()));
        return new OpenedRecipe(file, document, filled(document), problems, readable);
    }

    /** The recipe of a document with this engine's variables in place. */
    Recipe filled(RecipeDocument document) {
        return placeholders.fill(document.recipe());
    }

    private static boolean prevents(Problem problem) {
        return problem.severity() == Problem.Severity.ERROR
                && !FAIL_WHERE_CALLED.contains(problem.code());
    }

    private boolean stillThere(RecipeDocument document, Problem problem) {
        return !problem.code().equals("PLACEHOLDER")
                || !placeholders.fillsAll(document.text(), problem.place());
    }

    private Validator validator(Locale language) {
        Set<String> names = new LinkedHashSet<>();
        if (workspace != null) {
            workspace.recipeFiles().forEach(file -> names.add(Workspace.recipeName(file)));
        }
        Surroundings surroundings =
                workspace == null ? Surroundings.UNKNOWN : Surroundings.UNKNOWN.withRecipes(names);
        return new Validator(library.components(), surroundings, language);
    }

    /**
     * Checks a run's input against the recipe's {@code inputs}.
     *
     * @throws WorkspaceException when it doesn't fit; says where and why
     */
    public void checkInput(OpenedRecipe opened, Json input) {
        Json.Obj schema = opened.recipe().inputs();
        if (schema != null) {
            List<String> wrong = InputSchema.check(schema, input);
            if (!wrong.isEmpty()) {
                throw new WorkspaceException(
                        "The input doesn't fit the recipe `"
                                + opened.recipe().name()
                                + "`: "
                                + String.join("; ", wrong)
                                + ".");
            }
        }
    }

    /**
     * Checks that every mock belongs to a node.
     *
     * @throws WorkspaceException when one doesn't; names the nearest nodes
     */
    public void checkMocks(OpenedRecipe opened, Map<String, Json> mocks) {
        Set<String> nodes = opened.recipe().nodes().keySet();
        for (String name : mocks.keySet()) {
            if (!nodes.contains(name)) {
                List<String> nearest = Names.nearest(name, nodes, 3);
                throw new WorkspaceException(
                        "There is no node `"
                                + name
                                + "` to mock in the recipe `"
                                + opened.recipe().name()
                                + "`"
                                + (nearest.isEmpty()
                                        ? "."
                                        : "; did you mean `" + nearest.getFirst() + "`?"));
            }
        }
    }

    /** Starts a run; {@code listener} is told what happens, in order, on the run's own thread. */
    public Run start(RunRequest request, Consumer<RunEvent> listener) {
        return runner().start(request, listener);
    }

    /** The runs so far. */
    public synchronized RunHistory history() {
        if (history == null) {
            history = RunHistories.open(workspace);
        }
        return history;
    }

    private synchronized Runner runner() {
        if (runner == null) {
            runner =
                    new Runner(
                            library.components(),
                            new PartCalls(
                                    library, sandbox, network, store, grants, redactor, connectors),
                            recipes(),
                            history(),
                            InstantSource.system(),
                            Runner.LONGEST_RUN);
        }
        return runner;
    }

    public PartLibrary library() {
        return library;
    }

    public Components components() {
        return library.components();
    }

    /**
     * What a part called alone may ask for: the hosts granted, and a store of its own if its
     * contract has one.
     */
    public HostServices hostFor(String part, Duration timeout) {
        Contract contract = library.describe(part).map(PartDescription::contract).orElse(null);
        return new PartHost(
                part,
                contract,
                Map.of(),
                network.services(NO_RUN, Set.of(), timeout),
                store,
                grants);
    }

    /**
     * Calls a connector alone, with the hosts and credentials granted.
     *
     * @param mock answers its requests in place of the network, or null
     */
    public CallResult call(
            Connector connector, Json.Obj input, Duration timeout, @Nullable HostServices mock) {
        return connectors.alone(connector, input, grants.credentialNames(), timeout, mock);
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    private RecipeSource recipes() {
        return name -> {
            Path file = workspace == null ? null : workspace.recipeFile(name);
            if (file == null) {
                return null;
            }
            OpenedRecipe opened = open(file);
            return new RecipeSource.Found(opened.recipe(), opened.source());
        };
    }

    private static Path state(@Nullable Workspace workspace) {
        return workspace == null ? UserFolders.data() : workspace.state();
    }

    /** Ends running calls and writes what is still to be written. */
    @Override
    public synchronized void close() {
        sandbox.close();
        network.close();
        store.close();
        if (history != null) {
            history.close();
        }
        redactor.close();
    }
}
