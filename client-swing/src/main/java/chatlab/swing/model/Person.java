package chatlab.swing.model;

/** Somebody in this room. */
public record Person(String name, boolean instructor, boolean muted, boolean lost, boolean me) {}
