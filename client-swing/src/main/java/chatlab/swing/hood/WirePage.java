package chatlab.swing.hood;

import chatlab.protocol.Utf8;
import chatlab.swing.net.Session;
import chatlab.swing.ui.Labels;
import chatlab.swing.ui.Words;
import java.time.ZoneId;
import java.util.function.BooleanSupplier;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JPanel;
import javax.swing.JSplitPane;
import javax.swing.JTextField;
import javax.swing.JToggleButton;
import net.miginfocom.swing.MigLayout;

/** Every line in and out, what it is in words, and a way to send one of one's own. */
final class WirePage extends Page {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = Words.of(WirePage.class);
    private static final double SHARE_OF_TABLE = 0.7;
    private static final int COLUMNS = 16;

    private final transient Wire wire;
    private final transient Session session;
    private final transient BooleanSupplier connected;
    private final WireTable table = new WireTable(new WireTableModel(ZoneId.systemDefault()));
    private final LineDetail detail = new LineDetail();
    private final JTextField raw = new JTextField(COLUMNS);
    private final JButton send = Widgets.button(new JButton(), "sendRaw", "wire.send");
    private final JToggleButton pause = Widgets.button(new JToggleButton(), "pauseWire", "wire.pause");
    private final JCheckBox bytes = Widgets.button(new JCheckBox(), "wireBytes", "wire.show-bytes");
    private final JButton copy = Widgets.button(new JButton(), "copyLine", "wire.copy");

    WirePage(Wire wire, Session session, BooleanSupplier connected) {
        this.wire = wire;
        this.session = session;
        this.connected = connected;
        setLayout(new MigLayout("insets rel, fill", "[grow,fill]", "[grow,fill][]"));
        JSplitPane split = new JSplitPane(JSplitPane.VERTICAL_SPLIT, table, detail);
        split.setResizeWeight(SHARE_OF_TABLE);
        add(split, "wmin 0, hmin 0, wrap");
        add(controls());
        table.table().getAccessibleContext().setAccessibleName(WORDS.get("wire.table"));
        table.table().getSelectionModel().addListSelectionListener(event -> showSelected());
        showSelected();
    }

    private JPanel controls() {
        raw.setName("rawLine");
        raw.addActionListener(event -> send());
        send.addActionListener(event -> send());
        bytes.addActionListener(event -> showSelected());
        copy.addActionListener(event -> detail.copy());
        pause.addActionListener(event -> tick());
        JButton clear = Widgets.button(new JButton(), "clearWire", "wire.clear");
        clear.addActionListener(event -> clear());

        JPanel controls = new JPanel(new MigLayout("insets 0, fillx", "[][grow,fill][]unrel[][][][]"));
        controls.add(Labels.label(WORDS.get("wire.raw"), raw));
        controls.add(raw, "wmin 60lp");
        controls.add(send);
        controls.add(bytes);
        controls.add(copy);
        controls.add(pause);
        controls.add(clear);
        return controls;
    }

    @Override
    void tick() {
        if (!pause.isSelected() && table.update(wire) && table.selected().isEmpty()) {
            showSelected(); // the hint has a number in it
        }
    }

    @Override
    void refresh() {
        boolean possible = connected.getAsBoolean();
        raw.setEnabled(possible);
        send.setEnabled(possible);
    }

    /** It may be anything; only its end is added. What was typed is wiped, since it may be a key. */
    private void send() {
        if (connected.getAsBoolean()) {
            session.sendRaw(Utf8.encode(raw.getText() + "\n"));
            raw.setText("");
        }
    }

    private void clear() {
        wire.clear();
        table.update(wire);
        showSelected();
    }

    private void showSelected() {
        copy.setEnabled(table.selected().isPresent());
        table.selected()
                .ifPresentOrElse(
                        line -> detail.show(line, bytes.isSelected()),
                        () -> detail.showHint(WORDS.get("wire.hint", wire.count(), Wire.MAX_LINES)));
    }
}
