package chatlab.cli;

/**
 * How the program ends.
 *
 * @param status for the shell; 0 is good
 * @param sentence what to tell the user about it; empty where there is nothing to say
 */
record Outcome(int status, String sentence) {
    static final Outcome GOOD = new Outcome(0, "");

    static Outcome bad(String sentence) {
        return new Outcome(1, sentence);
    }
}
