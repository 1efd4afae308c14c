/** The page on which the user chooses a server and a name: {@link chatlab.swing.join.JoinPage}. */
package chatlab.swing.join;
