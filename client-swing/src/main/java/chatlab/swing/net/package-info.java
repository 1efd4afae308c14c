/**
 * The network's side of the client: one SwingWorker per connection reads the socket, one plain thread writes to it, and
 * {@link chatlab.swing.net.ChatSession}, on the event dispatch thread, opens connections and comes back when one is lost.
 */
package chatlab.swing.net;
