package chatlab.swing.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** One entry of a transcript. It never changes; another one may take its place. */
public sealed interface Entry {
    /**
     * What a person said. {@code lines} are several only for code; {@code old} is told from the history; {@code
     * mentionsMe}: my name is in it.
     */
    record Said(
            long id,
            Instant at,
            String from,
            Manner manner,
            boolean mine,
            boolean old,
            boolean mentionsMe,
            List<String> lines)
            implements Entry {}

    /** In which manner something was said. */
    enum Manner {
        TEXT,
        /** A paste: lines whose indentation counts. */
        CODE,
        /** To all rooms. */
        ANNOUNCEMENT,
        /** It was removed; the only line says so. */
        GONE
    }

    /** What happened, in words. */
    record Notice(Instant at, Tone tone, String text) implements Entry {}

    /** How much a notice matters. */
    enum Tone {
        /** A person came or went. */
        QUIET,
        INFO,
        ERROR
    }

    /** A new day begins. */
    record Day(LocalDate date) implements Entry {}

    /** A heading within the transcript, as before what was said earlier and behind it. */
    record Divider(String text) implements Entry {}
}
