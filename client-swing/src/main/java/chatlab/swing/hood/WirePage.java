package chatlab.swing.hood;

import chatlab.protocol.Text;
import chatlab.protocol.Utf8;
import chatlab.protocol.Words;
import chatlab.swing.hood.HoodPanel.Page;
import chatlab.swing.net.ChatSession;
import chatlab.swing.ui.Edge;
import chatlab.swing.ui.Grid;
import chatlab.swing.ui.Icons;
import chatlab.swing.ui.Labels;
import chatlab.swing.ui.SystemClipboard;
import chatlab.swing.ui.TextEditing;
import com.formdev.flatlaf.FlatClientProperties;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.swing.AbstractButton;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.JToggleButton;
import net.miginfocom.swing.MigLayout;

/** Every line in and out with its meaning in words, and a field to send a raw line. */
final class WirePage extends Page {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(WirePage.class);
    private static final double SHARE_OF_TABLE = 0.7;
    private static final int COLUMNS = 16;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();
    private static final int PER_ROW = 16;

    /** The width of all gaps beside and between the controls. */
    private static final int GAPS = 12;

    private static final int LOW = 56;

    private final transient Wire wire;
    private final transient ChatSession session;
    private final transient BooleanSupplier connected;
    private final WireTable table = new WireTable(ZoneId.systemDefault());
    private final LineDetail detail = new LineDetail();
    private final JTextField raw = TextEditing.install(new JTextField(COLUMNS));
    private final JButton send = Page.button(new JButton(), "sendRaw", "wire.send", this::send);
    private final JToggleButton pause = Page.button(new JToggleButton(), "pauseWire", "wire.pause", this::tick);
    private final JCheckBox bytes = Page.button(new JCheckBox(), "wireBytes", "wire.show-bytes", this::showSelected);
    private final JButton copy = Page.button(new JButton(), "copyLine", "wire.copy", detail::copy);

    private final transient MigLayout layout;
    private final JSplitPane split;
    private final JPanel sending = new JPanel(new MigLayout("insets 0, fillx, gap 2s", "[][grow,fill][]"));
    private final JPanel viewing = new JPanel(new MigLayout("insets 0, gap 1s"));

    WirePage(Wire wire, ChatSession session, BooleanSupplier connected) {
        super(new MigLayout("insets 0 0 2s 0, fill, gap 0 2s", "4s[grow,fill]4s[]4s", "[grow,fill][][]"));
        this.wire = wire;
        this.session = session;
        this.connected = connected;
        this.layout = (MigLayout) getLayout();
        split = new JSplitPane(JSplitPane.VERTICAL_SPLIT, table, detail);
        split.setResizeWeight(SHARE_OF_TABLE);
        split.setBorder(BorderFactory.createEmptyBorder());
        add(split, "cell 0 0 2 1, gapx -4s -4s, wmin 0, hmin 22s");
        add(sending);
        add(viewing);
        addControls();
        table.table().getAccessibleContext().setAccessibleName(WORDS.get("wire.table"));
        table.table().getSelectionModel().addListSelectionListener(event -> showSelected());
        showSelected();
    }

    private void addControls() {
        raw.setName("rawLine");
        raw.addActionListener(event -> send());
        copy.setIcon(Icons.get("copy"));
        JButton clear = Page.button(new JButton(), "clearWire", "wire.clear", this::clear);

        sending.add(Labels.label(WORDS.get("wire.raw"), raw));
        sending.add(raw, "wmin 15s");
        sending.add(send);
        for (AbstractButton quiet : List.of(copy, pause, clear)) {
            quiet.putClientProperty(FlatClientProperties.STYLE_CLASS, "quiet");
        }
        viewing.add(bytes);
        viewing.add(copy);
        viewing.add(pause);
        viewing.add(clear);
    }

    /**
     * The font size may have changed: places the divider again. The constructor of JPanel calls this before the fields
     * are set.
     */
    @Override
    public void updateUI() {
        super.updateUI();
        if (split != null) {
            split.resetToPreferredSizes();
        }
    }

    /** In a narrow window, the controls take two rows; in a low one, the detail waits for a chosen line. */
    @Override
    public void doLayout() {
        boolean detailed = getHeight() > Grid.px(LOW) || table.selected().isPresent();
        if (detail.isVisible() != detailed) {
            detail.setVisible(detailed);
            split.resetToPreferredSizes();
        }
        boolean narrow = getWidth() < sending.getMinimumSize().width + viewing.getPreferredSize().width + Grid.px(GAPS);
        layout.setComponentConstraints(sending, narrow ? "cell 0 1 2 1, wmin 0" : "cell 0 1, wmin 0");
        layout.setComponentConstraints(viewing, narrow ? "cell 0 2 2 1, wmin 0" : "cell 1 1");
        super.doLayout();
    }

    @Override
    void tick() {
        if (!pause.isSelected() && table.update(wire) && table.selected().isEmpty()) {
            showSelected(); // the hint shows the number of lines
        }
    }

    @Override
    void refresh() {
        boolean possible = connected.getAsBoolean();
        raw.setEnabled(possible);
        send.setEnabled(possible);
    }

    /** Sends the field as a line, whatever it is. Clears the field and its history, since the line may hold a key. */
    private void send() {
        if (connected.getAsBoolean()) {
            session.send(List.of(raw.getText()));
            raw.setText("");
            TextEditing.forget(raw);
        }
    }

    private void clear() {
        wire.clear();
        table.update(wire);
        showSelected();
    }

    private void showSelected() {
        copy.setEnabled(table.selected().isPresent());
        revalidate();
        table.selected()
                .ifPresentOrElse(
                        line -> detail.show(line, bytes.isSelected()),
                        () -> detail.showHint(WORDS.get("wire.hint", wire.count(), Wire.MAX_LINES)));
    }

    /** The bytes of a text in UTF-8 as network tools show them: the offset, the bytes in hex, and the characters. */
    static String hex(String text) {
        byte[] bytes = Utf8.encode(text);
        StringBuilder dump = new StringBuilder();
        for (int from = 0; from < bytes.length; from += PER_ROW) {
            byte[] row = Arrays.copyOfRange(bytes, from, Math.min(from + PER_ROW, bytes.length));
            String characters = new String(row, StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", ".");
            dump.append(String.format("%04X  %-47s  %s\n", from, HEX.formatHex(row), characters));
        }
        return dump.toString();
    }

    /** The whole text of one line, or its bytes. */
    private static final class LineDetail extends JScrollPane {
        private static final long serialVersionUID = 1;
        private static final int ROWS = 3;

        private final JTextArea text = TextEditing.install(Page.text(""));

        LineDetail() {
            text.setName("wireDetail");
            text.setRows(ROWS);
            text.getAccessibleContext().setAccessibleName(WORDS.get("wire.detail"));
            text.setOpaque(true);
            setViewportView(text);
            Edge.showFocus(this);
        }

        void show(Wire.Line line, boolean bytes) {
            String masked = line.masked() ? WORDS.get("wire.masked", line.bytes()) : "";
            text.setLineWrap(!bytes);
            if (bytes) {
                set(hex(line.text() + (line.hasEnd() ? "\n" : "")) + masked, "monospaced code");
            } else {
                set(Text.clean(line.text()) + "\n" + Explain.line(line) + "\n" + masked, "monospaced code");
            }
        }

        void showHint(String words) {
            text.setLineWrap(true);
            set(words, "code");
        }

        void copy() {
            SystemClipboard.copy(text.getText());
        }

        private void set(String words, String style) {
            if (!words.equals(text.getText())) {
                text.putClientProperty(FlatClientProperties.STYLE_CLASS, style);
                text.setText(words);
                text.setCaretPosition(0);
            }
        }
    }
}
