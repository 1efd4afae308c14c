/**
 * What a client may take: how fast it talks, how many connections an address has, how often a wrong key is
 * looked at. Skip it at first: without it the chat would be the same, until somebody abused it.
 */
package chatlab.server.limits;
