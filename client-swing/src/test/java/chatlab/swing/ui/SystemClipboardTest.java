package chatlab.swing.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.datatransfer.Clipboard;
import java.awt.datatransfer.ClipboardOwner;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import org.junit.jupiter.api.Test;

class SystemClipboardTest {
    @Test
    void textIsCopiedToTheClipboard() throws Exception {
        Clipboard clipboard = new Clipboard("test");
        SystemClipboard.copy("for (;;)", clipboard);
        assertThat(clipboard.getData(DataFlavor.stringFlavor)).isEqualTo("for (;;)");
    }

    @Test
    void clipboardOfAnotherProgramDoesNotFail() {
        SystemClipboard.copy("for (;;)", new Clipboard("busy") {
            @Override
            public synchronized void setContents(Transferable contents, ClipboardOwner owner) {
                throw new IllegalStateException("cannot open system clipboard");
            }
        });
    }
}
