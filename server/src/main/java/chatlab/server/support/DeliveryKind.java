package chatlab.server.support;

/** Which thread writes to the clients: one postman for all, or a writer for each. */
public enum DeliveryKind {
    POSTMAN,
    WRITERS
}
