package openland;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The project's own files, as the guards read them. */
final class SourceTree {
    private static final Path TOP = Path.of("").toAbsolutePath();
    private static final Set<String> NOT_OURS = Set.of(".git", "target", "var", ".idea", "node_modules");

    private SourceTree() {}

    /** One text file; {@code path} is relative to the project, with slashes. */
    record Source(String path, String text) {
        long lines() {
            return text.lines().count();
        }

        @Override
        public String toString() {
            return path;
        }
    }

    /** One method and how many lines it takes, signature and braces included. */
    record Method(String where, long lines) {}

    /** The text files below {@code folder} whose path ends like {@code ending}; files that are no text are left out. */
    static List<Source> files(String folder, String ending) {
        var start = TOP.resolve(folder);
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        try (var paths = Files.find(start, 99, (path, _) -> true)) {
            return paths.filter(isOurs()).filter(Files::isRegularFile)
                    .filter(path -> path.toString().endsWith(ending))
                    .flatMap(path -> read(path).stream()).sorted(Comparator.comparing(Source::path)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every method of the program with its length. */
    static List<Method> methods() {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var files = compiler.getStandardFileManager(null, null, null);
        var paths = files("src/main/java", ".java").stream().map(source -> TOP.resolve(source.path())).toList();
        var task = (JavacTask) compiler.getTask(null, files, _ -> {}, null, null, files.getJavaFileObjectsFromPaths(paths));
        var found = new ArrayList<Method>();
        try {
            for (var unit : task.parse()) {
                new MethodScanner(unit, Trees.instance(task).getSourcePositions(), found).scan(unit, "");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static Predicate<Path> isOurs() {
        return path -> {
            for (var part : TOP.relativize(path)) {
                if (NOT_OURS.contains(part.toString())) {
                    return false;
                }
            }
            return true;
        };
    }

    private static List<Source> read(Path path) {
        try {
            return List.of(new Source(TOP.relativize(path).toString().replace('\\', '/'), Files.readString(path)));
        } catch (MalformedInputException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class MethodScanner extends TreeScanner<@Nullable Void, String> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<Method> found;

        MethodScanner(CompilationUnitTree unit, SourcePositions positions, List<Method> found) {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, String outer) {
            return super.visitClass(type, outer + type.getSimpleName() + ".");
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, String type) {
            var lines = unit.getLineMap();
            found.add(new Method(type + method.getName(), 1
                    + lines.getLineNumber(positions.getEndPosition(unit, method))
                    - lines.getLineNumber(positions.getStartPosition(unit, method))));
            return super.visitMethod(method, type);
        }
    }
}
