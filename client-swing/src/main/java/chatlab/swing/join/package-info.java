/** The page on which a server and a name are chosen. */
package chatlab.swing.join;
