package chatlab.swing.chat;

import java.util.List;
import javax.swing.AbstractListModel;

/** The rows of a list that is always replaced as a whole: quick with thousands of them. */
final class RowModel<T> extends AbstractListModel<T> {
    private static final long serialVersionUID = 1;

    private transient List<T> rows = List.of();

    void setRows(List<T> now) {
        int before = rows.size();
        rows = now;
        if (now.size() > before) {
            fireIntervalAdded(this, before, now.size() - 1);
        } else if (now.size() < before) {
            fireIntervalRemoved(this, now.size(), before - 1);
        }
        if (!now.isEmpty()) {
            fireContentsChanged(this, 0, now.size() - 1);
        }
    }

    List<T> rows() {
        return rows;
    }

    @Override
    public int getSize() {
        return rows.size();
    }

    @Override
    public T getElementAt(int index) {
        return rows.get(index);
    }
}
