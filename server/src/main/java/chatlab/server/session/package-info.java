/**
 * What a client asks for, line by line: its commands, its pastes, its queries, and the person that it speaks for. Read
 * {@link Session} first.
 */
package chatlab.server.session;
