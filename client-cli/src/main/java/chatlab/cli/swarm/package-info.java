/**
 * Simulated people: fills a room, and measures what the server does for them. Each of them checks what it receives, so a
 * swarm shows not only how fast a server is, but also whether it is right.
 */
package chatlab.cli.swarm;
