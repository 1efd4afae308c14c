/**
 * The lab page: the web page on which students find the address, the programs and the course. It uses only {@code support} and
 * {@code limits}, no message passes here, and the server runs without it: skip it at first. Read {@code LabPage}, then {@code
 * PageHandler}; {@code PageTable} has everything that can be asked for.
 */
package chatlab.server.web;
