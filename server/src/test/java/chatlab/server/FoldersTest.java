package chatlab.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The folders of the server: each one uses only those below it, so that a reader may stop at any of them. */
class FoldersTest {
    private static final JavaClasses SERVER = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("chatlab.server");

    @Test
    void foldersUseOnlyFoldersBelowThem() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("root")
                .definedBy("chatlab.server")
                .layer("web")
                .definedBy("chatlab.server.web")
                .layer("net")
                .definedBy("chatlab.server.net")
                .layer("session")
                .definedBy("chatlab.server.session")
                .layer("classroom")
                .definedBy("chatlab.server.classroom")
                .layer("chat")
                .definedBy("chatlab.server.chat")
                .layer("log")
                .definedBy("chatlab.server.log")
                .layer("report")
                .definedBy("chatlab.server.report")
                .layer("limits")
                .definedBy("chatlab.server.limits")
                .layer("delivery")
                .definedBy("chatlab.server.delivery")
                .layer("support")
                .definedBy("chatlab.server.support")
                .whereLayer("root")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("web")
                .mayOnlyBeAccessedByLayers("root")
                .whereLayer("net")
                .mayOnlyBeAccessedByLayers("root")
                .whereLayer("session")
                .mayOnlyBeAccessedByLayers("root", "net")
                .whereLayer("classroom")
                .mayOnlyBeAccessedByLayers("root", "net", "session")
                .whereLayer("chat")
                .mayOnlyBeAccessedByLayers("root", "net", "session", "classroom")
                .whereLayer("log")
                .mayOnlyBeAccessedByLayers("root", "net", "session", "classroom", "chat", "report")
                .whereLayer("report")
                .mayOnlyBeAccessedByLayers("root")
                .whereLayer("limits")
                .mayOnlyBeAccessedByLayers("root", "web", "net", "session", "chat")
                .whereLayer("delivery")
                .mayOnlyBeAccessedByLayers("root", "net", "session", "classroom", "chat", "log", "limits")
                .ensureAllClassesAreContainedInArchitecture()
                .check(SERVER);
    }

    /** The clock of the machine may be set while the server runs, so it tells the time and measures none. */
    @Test
    void noTimeOutDependsOnTheClockOfTheMachine() {
        noClasses()
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "toEpochMilli")
                .orShould()
                .callMethod(Instant.class, "getEpochSecond")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Duration.class)
                .check(SERVER);
    }

    @Test
    void onlyTheServerAndItsMainProgramArePublicAtTheTop() {
        classes()
                .that()
                .resideInAPackage("chatlab.server")
                .and()
                .areTopLevelClasses()
                .and()
                .doNotHaveSimpleName("ChatServer")
                .and()
                .doNotHaveSimpleName("Main")
                .should()
                .notBePublic()
                .check(SERVER);
    }
}
