/**
 * The lab page: the web page on which students find the address, the programs and the course. It uses only {@code support} and
 * {@code limits}, no message passes here, and the server runs without it: skip it at first. Read {@code LabPage}, then {@code
 * PageHandler}; {@code PageTable} has everything that can be asked for. {@code Wall} shows the inside of the server to a projector;
 * what it shows is a {@code WallState}, which the root makes.
 */
package chatlab.server.web;
