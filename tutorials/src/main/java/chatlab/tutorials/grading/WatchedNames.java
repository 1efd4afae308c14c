package chatlab.tutorials.grading;

import java.util.Enumeration;
import javax.swing.DefaultListModel;

/** A list of names that tells when it is used. */
public final class WatchedNames extends DefaultListModel<String> {
    private static final long serialVersionUID = 1;

    private final transient Runnable touched;
    private final transient Runnable changed;
    private transient volatile String names = "[]";

    /**
     * @param touched is called by each thread that uses the list
     * @param changed is called when it has changed, by the thread that has changed it
     */
    public WatchedNames(Runnable touched, Runnable changed) {
        this.touched = touched;
        this.changed = changed;
    }

    /** All names, as {@code toString} gives them, for any thread. */
    public String names() {
        return names;
    }

    private void changed() {
        touched.run();
        names = super.toString();
        changed.run();
    }

    @Override
    protected void fireIntervalAdded(Object source, int first, int last) {
        changed();
    }

    @Override
    protected void fireIntervalRemoved(Object source, int first, int last) {
        changed();
    }

    @Override
    protected void fireContentsChanged(Object source, int first, int last) {
        changed();
    }

    @Override
    public boolean contains(Object name) {
        touched.run();
        return super.contains(name);
    }

    @Override
    public int indexOf(Object name) {
        touched.run();
        return super.indexOf(name);
    }

    @Override
    public boolean isEmpty() {
        touched.run();
        return super.isEmpty();
    }

    @Override
    public Enumeration<String> elements() {
        touched.run();
        return super.elements();
    }

    @Override
    public Object[] toArray() {
        touched.run();
        return super.toArray();
    }

    @Override
    public int getSize() {
        touched.run();
        return super.getSize();
    }

    @Override
    public int size() {
        touched.run();
        return super.size();
    }

    @Override
    public String getElementAt(int index) {
        touched.run();
        return super.getElementAt(index);
    }

    @Override
    public String get(int index) {
        touched.run();
        return super.get(index);
    }

    @Override
    public String elementAt(int index) {
        touched.run();
        return super.elementAt(index);
    }

    @Override
    public String firstElement() {
        touched.run();
        return super.firstElement();
    }

    @Override
    public String lastElement() {
        touched.run();
        return super.lastElement();
    }

    @Override
    public int indexOf(Object name, int index) {
        touched.run();
        return super.indexOf(name, index);
    }

    @Override
    public int lastIndexOf(Object name) {
        touched.run();
        return super.lastIndexOf(name);
    }

    @Override
    public int lastIndexOf(Object name, int index) {
        touched.run();
        return super.lastIndexOf(name, index);
    }

    @Override
    public void copyInto(Object[] array) {
        touched.run();
        super.copyInto(array);
    }

    @Override
    public void setSize(int size) {
        touched.run();
        super.setSize(size);
    }

    @Override
    public String toString() {
        touched.run();
        return super.toString();
    }
}
