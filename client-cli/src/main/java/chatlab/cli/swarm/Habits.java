package chatlab.cli.swarm;

import java.util.Set;

/**
 * How the simulated people behave.
 *
 * @param people number of all people: good, slow and rude
 * @param talkers number of good people that talk; the other good people only listen
 * @param rate messages a second of each talker, at varying intervals; 0: as fast as the room hears them
 * @param window messages of one talker that may be under way where the rate is 0
 * @param characters approximate length of a message
 * @param slow number of people that never read
 * @param rude number of people that do one nuisance after the other
 * @param manners the nuisances of the rude people
 * @param seed of the random numbers
 */
public record Habits(
        int people,
        int talkers,
        double rate,
        int window,
        int characters,
        int slow,
        int rude,
        Set<Manner> manners,
        long seed) {

    /** Number of good people: they read, and check what they read. */
    int good() {
        return people - slow - rude;
    }

    boolean isFlatOut() {
        return rate == 0;
    }
}
