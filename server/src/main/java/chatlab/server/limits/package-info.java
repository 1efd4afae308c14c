/**
 * What a client may take: how fast it talks, how many connections an address has, how long a line may take, how often a wrong
 * key is looked at. Skip it at first: the chat would be the same without it, until a client abused it. Read {@link Throttle}
 * first.
 */
package chatlab.server.limits;
