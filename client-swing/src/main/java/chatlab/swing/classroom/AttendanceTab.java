package chatlab.swing.classroom;

import chatlab.client.Participant;
import chatlab.protocol.Words;
import chatlab.swing.model.Chat;
import chatlab.swing.model.SeenPeople.Seen;
import chatlab.swing.ui.Edge;
import chatlab.swing.ui.RowList;
import chatlab.swing.ui.WrappingLabel;
import com.formdev.flatlaf.FlatClientProperties;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** Who was here, as far as this client has seen it. */
final class AttendanceTab extends JPanel {
    private static final long serialVersionUID = 1;
    private static final Words WORDS = new Words(AttendanceTab.class);

    private final transient Chat chat;
    private final RowList<Row> list = new RowList<>(Row::words);

    private record Row(String name, String state) {
        String words() {
            return WORDS.get("attendance.row", name, state);
        }
    }

    AttendanceTab(Chat chat) {
        super(new MigLayout("insets 3s 0 0 0, fill, gap 2s, wrap 1", "[grow,fill]", "[][grow,fill]"));
        this.chat = chat;
        list.setName("attendance");
        list.showTexts(Row::name, Row::state);
        list.getAccessibleContext()
                .setAccessibleName(WORDS.get("attendance.tab").replace("&", ""));
        JLabel hint = new WrappingLabel();
        hint.setText(WORDS.get("attendance.hint"));
        hint.putClientProperty(FlatClientProperties.STYLE, "font: $small.font; foreground: $Chat.dim");
        add(hint, "wmin 0, wmax 110s, hmin pref");
        add(Edge.showFocus(list.frame()), "grow, wmin 0, h 20s:60s");
        refresh();
    }

    /** Takes long for a large class, and so waits until the list is in view. */
    void refresh() {
        if (!isShowing()) {
            return;
        }
        Set<String> here = chat.people().stream().map(Participant::name).collect(Collectors.toSet());
        List<Row> rows = chat.seenPeople().people().stream()
                .map(seen -> new Row(seen.name(), state(seen, here.contains(seen.name()))))
                .toList();
        if (!rows.equals(list.rows())) {
            Row selected = list.getSelectedValue();
            list.setRows(rows);
            if (selected != null) {
                list.select(row -> row.name().equals(selected.name()));
            }
        }
    }

    private String state(Seen seen, boolean here) {
        String since = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .format(seen.since().atZone(chat.clock().getZone()));
        return WORDS.get(here ? "attendance.here" : "attendance.gone", since, seen.messages());
    }
}
