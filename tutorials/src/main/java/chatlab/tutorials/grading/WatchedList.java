package chatlab.tutorials.grading;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** An ordinary list, which notices when a thread comes in while another one changes it. Its places are its calls. */
public final class WatchedList<E> extends AbstractList<E> {
    private final Hold hold;
    private final String studentsClass;
    private final List<E> elements = new ArrayList<>();
    private final Map<Thread, Boolean> inside = new HashMap<>(); // to whether it changes the list
    private String overlap; // guarded by inside
    private volatile Runnable beforeUse = () -> {};

    /** @param studentsClass the class whose lines are shown */
    public WatchedList(Hold hold, String studentsClass) {
        this.hold = hold;
        this.studentsClass = studentsClass;
    }

    /** This runs before each call, in the thread that calls; it may use the list itself, once it has set another one. */
    public void beforeUse(Runnable body) {
        beforeUse = body;
    }

    /** What two threads have done at the same time, or null. */
    public String overlap() {
        synchronized (inside) {
            return overlap;
        }
    }

    @Override
    public E get(int index) {
        return enter(false, () -> elements.get(index));
    }

    @Override
    public int size() {
        return enter(false, elements::size);
    }

    @Override
    public E set(int index, E element) {
        return enter(true, () -> elements.set(index, element));
    }

    @Override
    public void add(int index, E element) {
        enter(true, () -> {
            elements.add(index, element);
            return modCount++;
        });
    }

    @Override
    public E remove(int index) {
        return enter(true, () -> {
            modCount++;
            return elements.remove(index);
        });
    }

    /** This is a use, too: from here on the iterator notices each change. */
    @Override
    public Iterator<E> iterator() {
        beforeUse.run();
        return super.iterator();
    }

    private <T> T enter(boolean changes, Supplier<T> body) {
        beforeUse.run();
        Thread me = Thread.currentThread();
        synchronized (inside) { // not this: it may be the student's lock
            inside.forEach((other, changesToo) -> {
                if (changes || changesToo) {
                    overlap = overlap != null ? overlap : at(other) + ", while " + at(me);
                }
            });
            inside.put(me, changes);
        }
        hold.pass();
        synchronized (inside) {
            inside.remove(me);
            return body.get();
        }
    }

    /** Where a thread has called the list. */
    private String at(Thread thread) {
        String called = "";
        String own = "";
        for (StackTraceElement frame : thread.getStackTrace()) {
            if (frame.getClassName().startsWith(studentsClass)) {
                return "thread \"" + thread.getName() + "\" is in " + called + "() (" + frame.getFileName() + ":"
                        + frame.getLineNumber() + ")";
            }
            called = frame.getMethodName();
            own = frame.getClassName().equals(WatchedList.class.getName()) ? called : own;
        }
        return "thread \"" + thread.getName() + "\" is in " + own + "()";
    }
}
