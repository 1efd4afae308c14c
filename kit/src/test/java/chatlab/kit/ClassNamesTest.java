package chatlab.kit;

import static org.assertj.core.api.Assertions.assertThat;

import chatlab.tutorials.weave.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The name of a class means one thing in the whole project. */
class ClassNamesTest {
    private static final Set<String> IN_SEVERAL_MODULES = Set.of("Main.java", "Version.java", "package-info.java");

    @Test
    void noTwoMainClassesHaveTheSameName() throws IOException {
        Map<String, List<Path>> files = new TreeMap<>();
        for (Path sources : mainSources()) {
            try (Stream<Path> found = Files.walk(sources)) {
                found.filter(file -> file.toString().endsWith(".java"))
                        .forEach(
                                file -> files.computeIfAbsent(file.getFileName().toString(), name -> new ArrayList<>())
                                        .add(Checkout.ROOT.relativize(file)));
            }
        }
        assertThat(files).as("sources of main classes").containsKey("ChatServer.java");
        files.keySet().removeAll(IN_SEVERAL_MODULES);
        assertThat(files.values()).filteredOn(sameName -> sameName.size() > 1).isEmpty();
    }

    private static List<Path> mainSources() throws IOException {
        try (Stream<Path> modules = Files.list(Checkout.ROOT)) {
            return modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .toList();
        }
    }
}
