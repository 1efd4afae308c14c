package chatlab.client;

import chatlab.protocol.Command;
import chatlab.protocol.Event;
import java.time.Clock;

/**
 * Keeps track of the people that come, go, and change their names or rights: this person, the people of the room, and the
 * partners of private conversations. Not safe for use by several threads.
 */
public final class Presence {
    /** What a client tells its user. Names are as they are shown. */
    public interface Listener {
        /** This person has another name now. */
        void youAre(String name);

        void joined(String name, Event.Join e);

        void left(String name, Event.Leave e);

        void renamed(String old, String now, Event.Nick e);

        /** The rights of another person, or its connection, are not as they were. */
        void changed(Participant before, Participant now);

        /** A partner of a private conversation has left the server. */
        void partnerLeft(String name);

        /** Another person may bear the name of a partner now: see {@link Partners#change}. */
        void partnerChanged(String name);

        /** A person has another name, perhaps a partner; {@code taken}: that was the name of another partner. */
        void partnerRenamed(String old, String now, boolean taken);
    }

    private final Clock clock;
    private final Member member;
    private final People people;
    private final Partners partners;
    private final Arrival arrival;
    private final Listener listener;

    public Presence(Clock clock, Member member, People people, Partners partners, Arrival arrival, Listener listener) {
        this.clock = clock;
        this.member = member;
        this.people = people;
        this.partners = partners;
        this.arrival = arrival;
        this.listener = listener;
    }

    public void join(Event.Join e) {
        String name = Shown.name(e.name());
        String room = Shown.name(e.room());
        if (member.isMe(name)) {
            arrival.entered(room);
        } else if (isHere(room)) {
            partnerCame(name, e);
            if (people.put(Participant.of(name))) {
                listener.joined(name, e);
            }
        }
    }

    private void partnerCame(String name, Event.Join e) {
        if (partners.came(name, e.at())) {
            listener.partnerChanged(name);
        }
    }

    public void leave(Event.Leave e) {
        String name = Shown.name(e.name());
        boolean fromServer = !e.code().equals("moved");
        if (fromServer && partners.left(name, e.at())) {
            listener.partnerLeft(name);
        }
        if (!member.isMe(name) && isHere(Shown.name(e.room())) && people.remove(name)) {
            listener.left(name, e);
        }
    }

    public void nick(Event.Nick e) {
        String old = Shown.name(e.old());
        String now = Shown.name(e.now());
        if (member.isMe(old)) {
            youAre(now);
        } else if (!member.isMe(now)) {
            listener.partnerRenamed(old, now, partners.renamed(old, now, e.at()));
            if (people.rename(old, now, false)) {
                listener.renamed(old, now, e);
            }
        }
    }

    /** This person has this name from now on. */
    public void youAre(String name) {
        String before = member.name();
        if (!name.equals(before)) {
            people.rename(before, name, true);
            arrival.renaming();
            member.setName(name);
            listener.youAre(name);
        }
    }

    /** The server has done a command of this person. Says whether the command changed the name or the room. */
    public boolean done(Command command) {
        if (command instanceof Command.Nick nick) {
            youAre(Shown.name(nick.name()));
            return true;
        }
        return command instanceof Command.Join // the own JOIN before this answer has named the real room
                || command instanceof Command.Leave;
    }

    public void who(Event.Who e) {
        String room = Shown.name(e.room());
        Participant now = Participant.of(e, member.isMe(Shown.name(e.name())));
        if (now.me()) {
            member.who(now);
        }
        if (!isHere(room)) {
            if (now.me() && people.isListing()) { // the events that led there were left out
                arrival.entered(room);
            }
        } else if (people.isListing()) {
            people.listed(now);
            if (people.find(now.name()).isPresent() // the list may be older than the departure of this person
                    && partners.came(now.name(), clock.instant())) {
                listener.partnerChanged(now.name());
            }
        } else {
            Participant before = people.find(now.name()).orElse(now);
            people.put(now);
            if (!now.me() && !before.equals(now)) { // a NOTE tells this person of itself
                listener.changed(before, now);
            }
        }
    }

    private boolean isHere(String room) {
        return member.isIn(room) && !arrival.isOnTheWay();
    }
}
