/**
 * The course in a terminal: {@link chatlab.tutorials.Learn} and its subcommands. {@code Course} and {@code Chapter} are what
 * came with the kit; {@code Workspace} and {@code Progress} are the student's.
 */
package chatlab.tutorials;
