package chatlab.swing.hood;

import chatlab.swing.model.Chat;
import chatlab.swing.model.Status;
import java.util.function.BooleanSupplier;

/** Whether there is a server that listens to us, even if not under the name that we wanted. */
record Connected(Chat chat) implements BooleanSupplier {
    @Override
    public boolean getAsBoolean() {
        Status status = chat.status();
        return status instanceof Status.Joined || status instanceof Status.NameRefused;
    }
}
