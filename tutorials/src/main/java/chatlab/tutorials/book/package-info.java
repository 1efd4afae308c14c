/** The course as a book: a site of plain files that loads nothing from a network. */
package chatlab.tutorials.book;
