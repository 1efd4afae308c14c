/**
 * The command {@code report}: what one or several transcripts say about a class. {@link ReportCommand} takes the entries of all
 * files from {@link MergedTranscripts}, in the order of their times, and puts each into the {@link ReportedRun} that it belongs
 * to: its {@link Attendance} keeps the figures of each person, its {@link ClassRecord} the hands, polls and facts of the course, and
 * the messages go on to the outputs as they are read. So memory is bounded by people and rooms and an {@link Allowance}, not by
 * messages. Skip this folder at first: no other part of the server uses it.
 */
package chatlab.server.report;
