package chatlab.swing.model;

/** A room and how many people were in it when the server was asked. */
public record RoomCount(String name, int people) {}
