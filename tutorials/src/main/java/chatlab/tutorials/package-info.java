/**
 * The course, as the student uses it in a terminal: {@link chatlab.tutorials.Learn} and its subcommands. What they work on is
 * in {@code Course} and {@code Chapter} (what came with the kit) and in {@code Workspace} and {@code Progress} (what is the
 * student's).
 */
package chatlab.tutorials;
