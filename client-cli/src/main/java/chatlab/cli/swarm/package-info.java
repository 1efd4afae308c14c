/**
 * Simulated people that fill a room. Each of them checks the messages that it receives: a swarm shows how fast a server
 * is, and whether it delivers without error.
 */
package chatlab.cli.swarm;
