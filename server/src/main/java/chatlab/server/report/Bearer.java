package chatlab.server.report;

/**
 * A name, and the person that bears it.
 *
 * @param person null for the server, and for a name that no person in the rooms has had so far
 */
record Bearer(String name, Attendee person) {
    /** The last name of the person. */
    String lastName() {
        return person == null ? name : person.current().name();
    }
}
