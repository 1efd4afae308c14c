/**
 * The command {@code conform}: tests the server or the client that a student has written against the specification. Its
 * sessions are replayed against a server ({@link chatlab.cli.conform.Replay}), and a client is asked the questions of
 * {@code ClientTrial}. Read {@link chatlab.cli.conform.SpecSessions} first.
 */
package chatlab.cli.conform;
