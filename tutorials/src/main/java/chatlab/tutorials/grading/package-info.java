/**
 * What checks a student's answer. A chapter's {@code Check} is an {@link chatlab.tutorials.grading.Exercise}; it runs beside
 * the student's classes in a process of its own, with the other classes of this package as its tools.
 */
package chatlab.tutorials.grading;
