/** What an instructor does with the class: {@link chatlab.swing.classroom.ClassDialog} has a tab for each of these things. */
package chatlab.swing.classroom;
