package chatlab.swing.model;

import chatlab.client.Shown;
import chatlab.protocol.Name;
import chatlab.protocol.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Arrivals and departures that one sentence tells. */
final class Moves {
    /** More than this many people are too many for one sentence; another one begins. */
    private static final int MAX = 200;

    private static final int MAX_NAMES = 4;
    private static final int MAX_REASON = 100;
    private static final Words WORDS = new Words(Moves.class);

    private enum Place {
        HERE,
        LOST,
        AWAY
    }

    /** {@code alone}: the words for a single move of this kind; empty where the usual words do. */
    private record Move(String name, Place from, Place to, String alone) {}

    private final Map<String, Move> moves = new LinkedHashMap<>();
    private final List<String> renames = new ArrayList<>();

    boolean isFull() {
        return moves.size() + renames.size() >= MAX;
    }

    void joined(String name) {
        move(name, Place.AWAY, Place.HERE, "");
    }

    /** {@code code} as of {@code LEAVE}. */
    void left(String name, String code, String reason) {
        String alone = "";
        if (code.equals("moved")) {
            alone = WORDS.get("moves.moved", name);
        } else if (code.equals("lost")) {
            alone = WORDS.get("moves.left.lost", name);
        } else if (!reason.isBlank()) {
            alone = WORDS.get("moves.left.reason", name, Shown.cut(reason, MAX_REASON));
        }
        move(name, Place.HERE, Place.AWAY, alone);
    }

    /** The connection of a person that is here is lost. */
    void lost(String name) {
        move(name, Place.HERE, Place.LOST, "");
    }

    void back(String name) {
        move(name, Place.LOST, Place.HERE, "");
    }

    void renamed(String old, String now) {
        Move move = moves.remove(Name.keyOf(old));
        if (move != null) {
            moves.put(Name.keyOf(now), new Move(now, move.from, move.to, ""));
        }
        if (move == null || move.from != Place.AWAY) {
            renames.add(WORDS.get("moves.renamed", old, now));
        }
    }

    private void move(String name, Place from, Place to, String alone) {
        moves.merge(Name.keyOf(name), new Move(name, from, to, alone), (a, b) -> new Move(name, a.from, b.to, b.alone));
    }

    /** The sentence, as short as it can be. */
    String words() {
        List<String> parts = new ArrayList<>();
        add(parts, "moves.joined", Place.AWAY, Place.HERE);
        add(parts, "moves.back", Place.LOST, Place.HERE);
        add(parts, "moves.again", Place.HERE, Place.HERE);
        add(parts, "moves.left", Place.HERE, Place.AWAY);
        add(parts, "moves.left", Place.LOST, Place.AWAY);
        add(parts, "moves.passed", Place.AWAY, Place.AWAY);
        add(parts, "moves.lost", Place.HERE, Place.LOST);
        add(parts, "moves.lost", Place.LOST, Place.LOST);
        add(parts, "moves.lost", Place.AWAY, Place.LOST);
        renames.stream().limit(MAX_NAMES).forEach(parts::add);
        if (renames.size() > MAX_NAMES) {
            parts.add(WORDS.get("moves.renamed.more", renames.size() - MAX_NAMES));
        }
        return WORDS.get("moves", String.join(WORDS.get("moves.between"), parts));
    }

    private void add(List<String> parts, String key, Place from, Place to) {
        List<Move> some = moves.values().stream()
                .filter(move -> move.from == from && move.to == to)
                .collect(Collectors.toList());
        if (some.size() == 1 && !some.get(0).alone.isEmpty()) {
            parts.add(some.get(0).alone);
        } else if (!some.isEmpty()) {
            List<String> names = some.stream().map(Move::name).collect(Collectors.toList());
            parts.add(WORDS.get(key, some.size(), people(names)));
        }
    }

    private static String people(List<String> names) {
        int last = names.size() - 1;
        if (last > MAX_NAMES) { // one more name is as short as "1 other"
            return WORDS.get("moves.others", list(names.subList(0, MAX_NAMES)), names.size() - MAX_NAMES);
        }
        return last == 0 ? names.get(0) : WORDS.get("moves.and", list(names.subList(0, last)), names.get(last));
    }

    static String list(List<String> names) {
        return String.join(WORDS.get("names.between"), names);
    }

    /** The first ones, and how many more there are. */
    static String names(List<String> names, int most) {
        String first = list(names.subList(0, Math.min(most, names.size())));
        return names.size() > most ? WORDS.get("names.more", first, names.size() - most) : first;
    }
}
