package chatlab.swing.model;

import chatlab.client.Partners;
import chatlab.protocol.Chat1;
import chatlab.protocol.Name;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The conversation of the room and the private ones, and which of them the user looks at. */
final class Conversations {
    static final int MAX_PRIVATE = 100;

    /** By the key of the other person's name, in the order in which they began. */
    private final Map<String, Conversation> privates = new LinkedHashMap<>();

    /** Whether the people of private conversations still bear the names under which their conversations began. */
    final Partners partners = new Partners();

    private Conversation room = Conversation.ofRoom(Chat1.LOBBY, new Conversation.Unsent());
    private Conversation open = room;
    private boolean looking = true;
    private Alert alert;

    /** All in order; null when something has changed since they were asked for. */
    private List<Conversation> all;

    Conversations() {
        open.look();
    }

    /**
     * Forgets everything but undelivered messages and the draft of the room. (A draft for one person is of no use on
     * another server.)
     */
    void forget() {
        privates.values().removeIf(conversation -> conversation.pending().isEmpty());
        privates.replaceAll(
                (key, former) -> Conversation.with(former.name(), new Conversation.Unsent(former.unsent().pending)));
        partners.forget();
        privateNames().forEach(partners::add);
        replaceRoom(Conversation.ofRoom(Chat1.LOBBY, room.unsent()));
        show(room);
        alert = null;
    }

    List<Conversation> all() {
        if (all == null) {
            List<Conversation> list = new ArrayList<>();
            list.add(room);
            list.addAll(privates.values());
            all = Collections.unmodifiableList(list);
        }
        return all;
    }

    Conversation room() {
        return room;
    }

    Conversation open() {
        return open;
    }

    Optional<Alert> alert() {
        return Optional.ofNullable(alert);
    }

    void setAlert(Alert alert) {
        this.alert = alert;
    }

    /** Another room takes the place of the former room; undelivered messages and the draft go along. */
    void enter(String name) {
        replaceRoom(Conversation.ofRoom(name, room.unsent()));
    }

    private void replaceRoom(Conversation next) {
        Conversation former = room;
        room = next;
        all = null;
        if (open == former || !contains(open)) {
            open = room;
            lookAtOpen();
        }
        dropAlertOf(former);
    }

    Optional<Conversation> find(String person) {
        return Optional.ofNullable(privates.get(Name.keyOf(person)));
    }

    /** The private conversation with this person; begins it where there is none. */
    Conversation with(String person) {
        String key = Name.keyOf(person);
        Conversation known = privates.get(key);
        if (known != null) {
            return known;
        }
        if (privates.size() == MAX_PRIVATE) {
            dropOne();
        }
        Conversation begun = Conversation.with(person, new Conversation.Unsent());
        privates.put(key, begun);
        partners.add(person);
        all = null;
        return begun;
    }

    private void dropOne() {
        Collection<Conversation> others = privates.values();
        Predicate<Conversation> closed = c -> c != open;
        Predicate<Conversation> idle =
                c -> c.unread() == 0 && c.pending().isEmpty() && c.draft().isEmpty();
        others.stream()
                .filter(closed.and(idle))
                .findFirst()
                .or(() -> others.stream().filter(closed).findFirst())
                .ifPresent(this::close);
    }

    void close(Conversation conversation) {
        if (!conversation.isPrivate() || !privates.values().remove(conversation)) {
            return;
        }
        all = null;
        partners.remove(conversation.name());
        dropAlertOf(conversation);
        if (open == conversation) {
            show(room);
        }
    }

    /** The other person has another name now. Where there is a conversation under that name already, both stay. */
    void renamed(String old, String now) {
        String oldKey = Name.keyOf(old);
        String newKey = Name.keyOf(now);
        Conversation conversation = privates.get(oldKey);
        if (conversation == null || (!oldKey.equals(newKey) && privates.containsKey(newKey))) {
            return;
        }
        conversation.rename(now);
        Map<String, Conversation> before = new LinkedHashMap<>(privates);
        privates.clear();
        before.forEach((key, c) -> privates.put(key.equals(oldKey) ? newKey : key, c));
    }

    boolean contains(Conversation conversation) {
        return conversation == room || privates.containsValue(conversation);
    }

    void show(Conversation conversation) {
        if (conversation != open && contains(conversation)) {
            open.lookAway();
            open = conversation;
        }
        lookAtOpen();
    }

    void looking(boolean focused) {
        looking = focused;
        if (focused) {
            lookAtOpen();
        } else {
            open.lookAway();
        }
    }

    private void lookAtOpen() {
        if (looking) {
            open.look();
            dropAlertOf(open);
        }
    }

    /** The entry with this number is not what the user should see any more. */
    void dropAlertOf(Conversation conversation, long entry) {
        if (alert != null && alert.entry() == entry) {
            dropAlertOf(conversation);
        }
    }

    private void dropAlertOf(Conversation conversation) {
        if (alert != null && alert.conversation() == conversation) {
            alert = null;
        }
    }

    List<String> privateNames() {
        return privates.values().stream().map(Conversation::name).collect(Collectors.toList());
    }
}
