/**
 * What every other folder may use: the settings, secrets, refusals, threads and their reports, work that is done later, the
 * version and the words. Uses no other folder of the server. Read it when a name from here stands in your way.
 */
package chatlab.server.support;
