/**
 * What all other folders use: settings, words, secrets, refusals, threads and their reports, tasks for later. It uses no other
 * folder of the server. Skip it, and look up a class when you meet it.
 */
package chatlab.server.support;
