/**
 * What the server keeps and shows: {@link EventLog} takes each event to the {@link Transcript}, which is a file, and to the
 * {@link Console} of the instructor. {@link TranscriptTail} reads the file after a crash. Skip this folder at first.
 */
package chatlab.server.log;
