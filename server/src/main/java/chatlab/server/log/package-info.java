/**
 * What the server keeps and shows of what happens: the transcript, which is a file, and the screen of the
 * instructor. Skip it at first.
 */
package chatlab.server.log;
