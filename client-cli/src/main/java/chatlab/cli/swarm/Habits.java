package chatlab.cli.swarm;

import java.util.Set;

/**
 * What the simulated people are like.
 *
 * @param people all of them, those with bad manners included
 * @param talkers how many of the good ones say something; the others listen
 * @param rate messages a second that each talker says, at intervals that vary; 0 is as fast as the room can hear it
 * @param window messages of one talker that may be on their way where the rate is 0
 * @param characters that a message has, about
 * @param slow people who never read
 * @param rude people who do one nuisance after the other
 * @param manners the nuisances that they choose from
 * @param seed of all that is left to chance
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

    /** People who behave: they read, and what they are told is checked. */
    int good() {
        return people - slow - rude;
    }

    boolean isFlatOut() {
        return rate == 0;
    }
}
