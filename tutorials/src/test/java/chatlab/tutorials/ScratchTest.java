package chatlab.tutorials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class ScratchTest {
    @Test
    void closedFolderIsDeleted() throws Exception {
        Scratch scratch = Scratch.create();
        Files.writeString(Files.createDirectories(scratch.folder().resolve("a")).resolve("b"), "c");
        scratch.close();
        assertThat(scratch.folder()).doesNotExist();
    }

    @Test
    void folderThatCannotBeDeletedIsNoError() throws Exception {
        Scratch scratch = Scratch.create();
        Files.delete(scratch.folder());
        assertThatCode(scratch::close).doesNotThrowAnyException();
    }
}
