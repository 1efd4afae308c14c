package chatlab.tutorials.grading;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;

/** What is in the fields of an object, and of its class and the classes inside: to see what a call leaves behind. */
public final class Fields {
    private final Map<String, String> values = new TreeMap<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Class<?> type;

    private Fields(Class<?> type) {
        this.type = type;
    }

    /**
     * The fields by their places, like {@code Answer.last.text}. Numbers, texts, atomics and the elements of an array are shown by their values, every other
     * object by its identity: what is in a map, for example, is not looked at.
     */
    public static Map<String, String> of(Object object) {
        Fields fields = new Fields(object.getClass());
        fields.seen.add(object);
        fields.look(object.getClass(), object, object.getClass().getSimpleName());
        for (Class<?> inner : object.getClass().getDeclaredClasses()) {
            fields.look(inner, null, inner.getSimpleName());
        }
        return fields.values;
    }

    private void look(Class<?> where, Object object, String place) {
        for (Field field : where.getDeclaredFields()) {
            if (object == null && !Modifier.isStatic(field.getModifiers())) {
                continue;
            }
            Object value = valueOf(field, object);
            String name = place + "." + field.getName();
            values.put(name, shown(value));
            if (value != null && value.getClass().getNestHost() == type.getNestHost() && seen.add(value)) {
                look(value.getClass(), value, name);
            }
        }
    }

    private static Object valueOf(Field field, Object object) {
        try {
            field.setAccessible(true);
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String shown(Object value) {
        if (value == null
                || value instanceof CharSequence
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Character
                || value.getClass().getName().startsWith("java.util.concurrent.atomic.")) {
            return String.valueOf(value);
        } else if (value.getClass().isArray()) {
            StringJoiner elements = new StringJoiner(", ", "[", "]");
            for (int i = 0; i < Array.getLength(value); i++) {
                elements.add(shown(Array.get(value, i)));
            }
            return elements.toString();
        }
        return value.getClass().getSimpleName() + "@" + Integer.toHexString(System.identityHashCode(value));
    }
}
