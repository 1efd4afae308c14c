/**
 * What a client asks for, line by line: its commands, its pastes, and its queries. Read {@link Session} first.
 */
package chatlab.server.session;
